"""Many patterns over one text: which of them can match at all.

A pattern is known by strings of which a text must hold one, and a string by three of its letters; so the letters of a
text, three by three, lead to the few patterns worth asking. Patterns that spell out whole texts are looked up and need
not be asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from radarr.domain.formats.dialect import Pattern
from radarr.domain.formats.dialect.literals import frequency, names, needed

_GRAM = 3
_SLICES = tuple(slice(at, at + _GRAM) for at in range(512))
"""Made once: taking the letters of a text three by three is what most of the time goes to."""


class Wanted(NamedTuple):
    """A pattern, and the formats (bits) that cannot match unless it or another of theirs does."""

    pattern: Pattern
    wakes: int = 0


class Entry(NamedTuple):
    """A string that a text may hold, the patterns (places in the list) it is good for, and the formats it wakes."""

    string: str
    patterns: tuple[int, ...]
    wakes: int


class TextIndex(NamedTuple):
    """See `compile_texts`."""

    whole: Mapping[str, Entry]
    by_gram: Mapping[str, tuple[Entry, ...]]
    grams: frozenset[str]
    """The keys of `by_gram`."""
    short: tuple[Entry, ...]
    always: frozenset[int]
    """Patterns of which nothing is known."""
    awake: int
    """Formats that need no string."""

    def look(self, folded: str) -> tuple[set[int], tuple[int, ...], int]:
        """Of a folded text: patterns that can match, those of them that do, and the formats that they wake."""
        possible, awake = set(self.always), self.awake
        matched: tuple[int, ...] = ()
        if whole := self.whole.get(folded.removesuffix("\n")):
            matched, awake = whole.patterns, awake | whole.wakes
            possible.update(matched)
        for string, patterns, wakes in self.short:
            if string in folded:
                possible.update(patterns)
                awake |= wakes
        for gram in self.grams.intersection(_grams(folded)):
            for string, patterns, wakes in self.by_gram[gram]:
                if string in folded:
                    possible.update(patterns)
                    awake |= wakes
        return possible, matched, awake


def _grams(folded: str) -> Iterable[str]:
    many = len(folded) - _GRAM + 1
    if many <= len(_SLICES):
        return map(folded.__getitem__, _SLICES[: max(0, many)])
    return (folded[at : at + _GRAM] for at in range(many))


def compile_texts(wanted: Sequence[Wanted], awake: int) -> TextIndex:
    """The index of patterns; their places in the sequence are what `look` gives. `awake` are formats that need none."""
    whole: dict[str, list[int]] = defaultdict(list)
    held: dict[str, list[int]] = defaultdict(list)
    always: list[int] = []
    for number, (pattern, _) in enumerate(wanted):
        tree = pattern.tree()
        table, strings = whole, names(tree)
        if strings is None:
            table, strings = held, needed(tree)
        for string in strings or ():
            table[string].append(number)
        if strings is None:
            always.append(number)
    entries = [_entry(string, numbers, wanted) for string, numbers in sorted(held.items())]
    by_gram = _by_gram([entry for entry in entries if len(entry.string) >= _GRAM])
    return TextIndex(
        {string: _entry(string, numbers, wanted) for string, numbers in whole.items()},
        by_gram,
        frozenset(by_gram),
        tuple(entry for entry in entries if len(entry.string) < _GRAM),
        frozenset(always),
        awake | _entry("", always, wanted).wakes,
    )


def _entry(string: str, numbers: list[int], wanted: Sequence[Wanted]) -> Entry:
    wakes = 0
    for number in numbers:
        wakes |= wanted[number].wakes
    return Entry(string, tuple(numbers), wakes)


def _by_gram(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Each string under the three of its letters that are rarest, first in names and then among the strings."""
    table: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        grams = [entry.string[at : at + _GRAM] for at in range(len(entry.string) - _GRAM + 1)]
        table[min(grams, key=lambda gram: (frequency(frozenset({gram})), len(table.get(gram, ()))))].append(entry)
    return {gram: tuple(same) for gram, same in table.items()}
