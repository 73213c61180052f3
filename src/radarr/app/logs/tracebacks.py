"""A traceback is told in full once an hour; what fails in the same way at the same place meanwhile is a line."""

import logging
import time
import traceback
from dataclasses import dataclass
from typing import Final

_HOUR: Final = 3600.0
_REMEMBERED: Final = 100

Place = tuple[str, ...]


@dataclass(slots=True)
class _Told:
    at: float
    times: int = 1


class Tracebacks:
    """What was told, and when."""

    def __init__(self) -> None:
        self._told: dict[Place, _Told] = {}

    def describe(self, record: logging.LogRecord) -> str:
        """The traceback of a record that has one; a line where it was told less than an hour before."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return ""
        told = self._told.get(place := _place(error))
        if told is None or not told.at <= record.created < told.at + _HOUR:
            self._remember(place, record.created)
            return "".join(traceback.format_exception(error)).rstrip()
        told.times += 1
        at = time.strftime("%H:%M:%S", time.localtime(told.at))
        what = traceback.format_exception_only(error)[-1].rstrip()
        return f"{what} (for the {told.times}. time since {at}, where its traceback stands)"

    def _remember(self, place: Place, at: float) -> None:
        self._told.pop(place, None)
        self._told[place] = _Told(at)
        while len(self._told) > _REMEMBERED:
            del self._told[next(iter(self._told))]


def _place(error: BaseException) -> Place:
    """Kind and every line passed through, its causes' too; what it says may differ each time."""
    parts: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        frames = traceback.extract_tb(link.__traceback__)
        parts += [type(link).__qualname__, *(f"{frame.filename}:{frame.lineno}" for frame in frames)]
        if isinstance(link, BaseExceptionGroup):
            parts += [part for inner in link.exceptions for part in _place(inner)]
        link = link.__cause__ or link.__context__
    return tuple(parts)
