"""What is to be asked of a format, arranged so that most of it need not be asked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from radarr.domain.formats.conditions import Condition, EditionMatches, GroupMatches, TitleMatches
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import Pattern
from radarr.domain.formats.dialect.literals import frequency, names, needed
from radarr.domain.formats.text_index import TextIndex, Wanted, compile_texts

_NONE: frozenset[int] = frozenset()
PatternTest = type[TitleMatches] | type[EditionMatches] | type[GroupMatches]


class Texts(NamedTuple):
    """One kind of pattern conditions of one format, by the places of the patterns in their field.

    Only one of the two pairs is filled: where anything is required, what is not cannot change the answer.
    """

    all_of: frozenset[int] = _NONE
    none_of: frozenset[int] = _NONE
    one_of: frozenset[int] = _NONE
    or_not: frozenset[int] = _NONE


class Field(NamedTuple):
    """The patterns over one text of the inputs, and by format what it asks of them."""

    patterns: tuple[Pattern, ...]
    strings: TextIndex
    asked: tuple[Texts | None, ...]


def plan_field(formats: Sequence[CustomFormat], kind: PatternTest) -> Field:
    """Everything that formats ask by one kind of pattern condition."""
    places: dict[Pattern, int] = {}
    asked: list[Texts | None] = []
    wakes: dict[int, int] = {}
    awake = 0
    for number, each in enumerate(formats):
        same = [condition for condition in each.conditions if isinstance(condition.test, kind)]
        texts = _texts(same, places) if same else None
        asked.append(texts)
        waking = _waking(texts, list(places)) if texts else None
        if waking is None:
            awake |= 1 << number
        for place in waking or ():
            wakes[place] = wakes.get(place, 0) | 1 << number
    wanted = [Wanted(pattern, wakes.get(place, 0)) for pattern, place in places.items()]
    return Field(tuple(places), compile_texts(wanted, awake), tuple(asked))


def _texts(same: Iterable[Condition], places: dict[Pattern, int]) -> Texts:
    sets: dict[tuple[bool, bool], set[int]] = {}
    for condition in same:
        test = condition.test
        if isinstance(test, TitleMatches | EditionMatches | GroupMatches):
            place = places.setdefault(test.pattern, len(places))
            sets.setdefault((condition.required, condition.negate), set()).add(place)
    if (True, False) in sets or (True, True) in sets:
        return Texts(frozenset(sets.get((True, False), _NONE)), frozenset(sets.get((True, True), _NONE)))
    return Texts(one_of=frozenset(sets.get((False, False), _NONE)), or_not=frozenset(sets.get((False, True), _NONE)))


def _waking(texts: Texts, patterns: list[Pattern]) -> frozenset[int] | None:
    """Patterns of which one must match for the format to match; None where it may without."""
    if texts.all_of:
        if len(texts.all_of) == 1:
            return texts.all_of
        return frozenset({min(texts.all_of, key=lambda place: _frequency(patterns[place]))})
    return None if texts.none_of or texts.or_not else texts.one_of


def _frequency(pattern: Pattern) -> float:
    tree = pattern.tree()
    strings = names(tree) or needed(tree)
    return frequency(strings) if strings else 1.0
