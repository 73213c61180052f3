"""The ten kinds of condition. Each is a frozen value; `holds` says whether it does, before any negation.

A text that is not there matches no pattern; an edition of "" is there.
"""

from dataclasses import dataclass
from typing import NamedTuple

from radarr.domain.formats.dialect import Pattern
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.quality import Modifier, Source

_GIB = 1024**3


@dataclass(frozen=True, slots=True)
class TitleMatches:
    """A pattern in the release's name, or in the file's."""

    pattern: Pattern

    def holds(self, inputs: FormatInputs) -> bool:
        return any(text is not None and self.pattern.search(text) for text in (inputs.title, inputs.file_name))


@dataclass(frozen=True, slots=True)
class EditionMatches:
    """A pattern in the edition."""

    pattern: Pattern

    def holds(self, inputs: FormatInputs) -> bool:
        return inputs.edition is not None and self.pattern.search(inputs.edition)


@dataclass(frozen=True, slots=True)
class GroupMatches:
    """A pattern in the release group."""

    pattern: Pattern

    def holds(self, inputs: FormatInputs) -> bool:
        return inputs.group is not None and self.pattern.search(inputs.group)


@dataclass(frozen=True, slots=True)
class LanguageIs:
    """A language is spoken, or (`others`) any other than it; "Original" is the film's own where that is known."""

    language: str
    others: bool = False

    def holds(self, inputs: FormatInputs) -> bool:
        wanted = self.language
        if wanted == "Original" and inputs.original_language not in {None, "", "Unknown"}:
            wanted = inputs.original_language or wanted
        if self.others:
            return any(language != wanted for language in inputs.languages)
        return wanted in inputs.languages


@dataclass(frozen=True, slots=True)
class FlagIs:
    """The indexer set a flag: a bit of `inputs.FLAGS`."""

    bit: int

    def holds(self, inputs: FormatInputs) -> bool:
        return inputs.flags & self.bit == self.bit


@dataclass(frozen=True, slots=True)
class SourceIs:
    """The picture came from there."""

    source: Source

    def holds(self, inputs: FormatInputs) -> bool:
        return inputs.source == self.source


@dataclass(frozen=True, slots=True)
class ResolutionIs:
    """So many lines."""

    lines: int

    def holds(self, inputs: FormatInputs) -> bool:
        return inputs.resolution == self.lines


@dataclass(frozen=True, slots=True)
class ModifierIs:
    """What sets the quality apart: remux, screener ..."""

    modifier: Modifier

    def holds(self, inputs: FormatInputs) -> bool:
        return inputs.modifier == self.modifier


@dataclass(frozen=True, slots=True)
class SizeWithin:
    """More than `least` and at most `most`, in GiB, each rounded to whole bytes."""

    least: float
    most: float

    def holds(self, inputs: FormatInputs) -> bool:
        return round(self.least * _GIB) < inputs.size <= round(self.most * _GIB)


@dataclass(frozen=True, slots=True)
class YearWithin:
    """From `first` to `last`, both included."""

    first: int
    last: int

    def holds(self, inputs: FormatInputs) -> bool:
        return self.first <= inputs.year <= self.last


Test = (
    TitleMatches
    | EditionMatches
    | GroupMatches
    | LanguageIs
    | FlagIs
    | SourceIs
    | ResolutionIs
    | ModifierIs
    | SizeWithin
    | YearWithin
)


class Condition(NamedTuple):
    """A test with the name its author gave it. `required`: no other condition of its kind can stand in for it."""

    name: str
    test: Test
    negate: bool = False
    required: bool = False

    def holds(self, inputs: FormatInputs) -> bool:
        """Whether it is fulfilled, negation counted. `OutOfTime` when a pattern cannot tell in time."""
        return self.test.holds(inputs) != self.negate
