"""Two sets of custom formats that are asked in one go: most of what a change touches stays as it is.

What both have alike is looked for once, so that a comparison costs little more than one side of it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from radarr.domain.formats.in_force import Formats, Matched
from radarr.domain.formats.inputs import FormatInputs

if TYPE_CHECKING:
    from radarr.domain.formats.custom_format import CustomFormat

_OTHER = "\0"  # in front of the name of a format that is another one on the second side: no name begins so


@dataclass(frozen=True, slots=True)
class Part(Formats):
    """Some formats of an index. `names` are their own names by those that the index knows them by."""

    names: Mapping[str, str] = field(default_factory=dict)

    def matched(self, inputs: FormatInputs) -> Matched:
        """As `Formats.matched`, of these formats alone."""
        return self.of(Formats.matched(self, inputs))

    def of(self, found: Matched) -> Matched:
        """What of an answer of the whole index is about these."""
        names = self.names
        return Matched(tuple(sorted(names[each] for each in found.formats if each in names)), found.out_of_time)


class Both(NamedTuple):
    """All formats of two sides, and each side."""

    whole: Formats
    now: Part
    then: Part


def unchanged(formats: Formats) -> Both:
    """Both sides are what is in force."""
    names = {each.name: each.name for each in formats.index.formats} if formats.index else {}
    part = Part(formats.index, formats.clock, names)
    return Both(formats, part, part)


def united(now: Iterable["CustomFormat"], then: Iterable["CustomFormat"], clock: Callable[[], float]) -> Both:
    """Compiled together, which takes as long as to compile one side and what is different on the other."""
    from radarr.domain.formats.index import compile_index

    known = {each.name: each for each in now}
    names_then: dict[str, str] = {}
    added: list[CustomFormat] = []
    for each in then:
        key = each.name
        if key in known and known[key] != each:
            key = _OTHER + key
        if key not in known:
            added.append(each._replace(name=key))
        names_then[key] = each.name
    index = compile_index([*known.values(), *added])
    names_now = {name: name for name in known}
    return Both(Formats(index, clock), Part(index, clock, names_now), Part(index, clock, names_then))
