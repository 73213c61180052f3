"""What a line of the log looks like. A formatter hides secrets, so that nothing can be written around the mask."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from radarr.app.logs.mask import Mask
from radarr.app.logs.tracebacks import Tracebacks
from radarr.app.usecases.correlation import correlation, fields

_OF_A_RECORD: Final = frozenset({*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"})
_OURS: Final = frozenset({"time", "level", "logger", "message", "correlation", "exception"})
_PLAIN: Final = (bool, int, float, type(None))


class Masked(logging.Formatter):
    """What both forms share."""

    def __init__(self, mask: Mask) -> None:
        super().__init__()
        self.mask = mask
        self._tracebacks = Tracebacks()


class Console(Masked):
    """One line a message: time, level, logger, correlation. `dated`: with the day, for a file that is kept."""

    def __init__(self, mask: Mask, *, dated: bool = False) -> None:
        super().__init__(mask)
        self._time = "%Y-%m-%d %H:%M:%S" if dated else "%H:%M:%S"

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created).astimezone().strftime(self._time)
        word = f" [{correlation.get()}]" if correlation.get() else ""
        head = f"{at} {record.levelname:<7} {record.name.removeprefix('radarr.')}{word}"
        parts = [f"{head}: {_tame(record.getMessage())}"]
        if record.exc_info:
            parts.append(self._tracebacks.describe(record))
        return self.mask("\n".join(parts))


def _tame(message: str) -> str:
    """What strangers wrote cannot steer a terminal, nor look like a line of ours."""
    if message.isprintable():
        return message
    shown = "".join(
        letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}" for letter in message
    )
    return shown.replace("\n", "\n    ")


class JsonLines(Masked):
    """One JSON object a message; further fields stand beside the standard ones and never in place of them."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")[:-6] + "Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self.mask(record.getMessage()),
        }
        if correlation.get():
            line["correlation"] = correlation.get()
        line.update(self._more(record))
        if record.exc_info:
            line["exception"] = self.mask(self._tracebacks.describe(record))
        return json.dumps(line)

    def _more(self, record: logging.LogRecord) -> Iterator[tuple[str, object]]:
        given = {name: value for name, value in vars(record).items() if name not in _OF_A_RECORD}
        for name, value in {**fields.get(), **given}.items():
            yield (f"{name}_" if name in _OURS else name), self._value(name, value)

    def _value(self, name: str, value: object) -> object:
        if isinstance(value, _PLAIN):
            return value
        said = str(value)
        return self.mask(f"{name}={said}")[len(name) + 1 :]  # by its name, too: api_key is hidden whatever it holds
