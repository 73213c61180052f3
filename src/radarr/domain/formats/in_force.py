"""The custom formats that are in force, and what they say of a release.

Patterns are imported by whoever compiles formats: a library that has none is spared them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from radarr.domain.formats.inputs import FormatInputs

if TYPE_CHECKING:
    from radarr.domain.formats.index import FormatIndex

RELEASE_SECONDS = 0.5
"""How long all formats together may think about one release; a thousandth of it is usual."""


class Matched(NamedTuple):
    """The names of the formats that match, or what kept that from being known: one format's condition, in words."""

    formats: tuple[str, ...] = ()
    out_of_time: str = ""


def _stopped() -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class Formats:
    """Formats compiled, None for none. `clock` counts the seconds that this thread works, from anywhere."""

    index: "FormatIndex | None" = None
    clock: Callable[[], float] = _stopped

    def matched(self, inputs: FormatInputs) -> Matched:
        """What matches. Never raises for a pattern that runs out of time: that is said in the answer."""
        if self.index is None:
            return Matched()
        from radarr.domain.formats.custom_format import PatternOutOfTime

        clock = self.clock
        end = clock() + RELEASE_SECONDS
        try:
            return Matched(tuple(each.name for each in self.index.matching(inputs, lambda: end - clock())))
        except PatternOutOfTime as error:
            return Matched(out_of_time=str(error))

    def shown(self, formats: Iterable[str]) -> tuple[str, ...]:
        """Those of the named ones that are to be shown in the names of files."""
        if self.index is None:
            return ()
        visible = {each.name for each in self.index.formats if each.include_when_renaming}
        return tuple(name for name in formats if name in visible)


NO_FORMATS = Formats()
