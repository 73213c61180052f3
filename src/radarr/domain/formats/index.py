"""A set of formats compiled once, so that a release is asked only what can make a difference.

It says exactly what `custom_format.matching` says. Three sieves, cheap ones first:
- tables over the values that are few (source, resolution, modifier, languages, flags): which formats each leaves;
- of name, edition and group, the strings in them: which patterns can match, and which formats that wakes;
- the conditions of the formats that are left, each pattern asked once at most however many formats use it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from radarr.domain.formats.conditions import (
    Condition,
    EditionMatches,
    FlagIs,
    GroupMatches,
    LanguageIs,
    ModifierIs,
    ResolutionIs,
    SizeWithin,
    SourceIs,
    TitleMatches,
    YearWithin,
)
from radarr.domain.formats.custom_format import CustomFormat, PatternOutOfTime, matches, satisfied
from radarr.domain.formats.dialect import OutOfTime
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.formats.plan import Field, PatternTest, Texts, plan_field
from radarr.domain.formats.reading import Reading, SecondsLeft, plenty

_KEYS = {
    SourceIs: attrgetter("source"),
    ResolutionIs: attrgetter("resolution"),
    ModifierIs: attrgetter("modifier"),
    LanguageIs: attrgetter("languages", "original_language"),
    FlagIs: attrgetter("flags"),
}
_Texts = Callable[[FormatInputs], tuple[str, ...]]
_TEXTS: dict[PatternTest, _Texts] = {
    GroupMatches: lambda inputs: _present(inputs.group),
    EditionMatches: lambda inputs: _present(inputs.edition),
    TitleMatches: lambda inputs: _present(inputs.title) + _present(inputs.file_name),
}
_MOST_REMEMBERED = 1024


def _present(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text,)


class _Table(NamedTuple):
    """Which formats (bits) a value leaves: those that do not ask for it, and those whose conditions it satisfies."""

    key: "attrgetter[object]"
    indifferent: int
    asking: tuple[tuple[int, CustomFormat], ...]
    """The bit of a format, and the format with its conditions of this kind alone."""
    known: dict[object, int]
    """What was asked before: filled as values turn up, emptied when they are too many."""

    def left(self, inputs: FormatInputs) -> int:
        key = self.key(inputs)
        left = self.known.get(key)
        if left is None:
            left = self.indifferent
            for bit, asking in self.asking:
                left |= bit if matches(asking, inputs) else 0
            if len(self.known) >= _MOST_REMEMBERED:
                self.known.clear()
            self.known[key] = left
        return left


class _Plan(NamedTuple):
    """What must be asked of a format that came through the sieves: of size and year, and of texts by their number."""

    ranges: tuple[list[Condition], ...]
    texts: tuple[tuple[int, Texts], ...]


class FormatIndex(NamedTuple):
    """Formats, by name, ready to be asked; made by `compile_index`."""

    formats: tuple[CustomFormat, ...]
    tables: tuple[_Table, ...]
    fields: tuple[tuple[Field, _Texts], ...]
    """The texts that patterns are over, short ones first, and what takes them from the inputs."""
    plans: tuple[_Plan | None, ...]
    """By format; None where the tables have told all."""

    def matching(self, inputs: FormatInputs, left: SecondsLeft = plenty) -> tuple[CustomFormat, ...]:
        """The formats that match, by name. `PatternOutOfTime` when that cannot be told in time.

        `left` tells the seconds that are left for all patterns together; each has a bound of its own besides.
        """
        asked = (1 << len(self.formats)) - 1
        for table in self.tables:
            asked &= table.left(inputs)
        readings = [Reading(field, texts(inputs), left) for field, texts in self.fields]
        for reading in readings:
            asked &= reading.awake
        found = []
        while asked:
            lowest = asked & -asked
            asked ^= lowest
            number = lowest.bit_length() - 1
            plan = self.plans[number]
            if plan is None or _holds(self.formats[number], plan, readings, inputs):
                found.append(self.formats[number])
        return tuple(found)

    def score(self, scores: Mapping[str, int], inputs: FormatInputs) -> int:
        """The sum of a profile's scores, by the name of a format, of those that match."""
        return sum(scores.get(each.name, 0) for each in self.matching(inputs))


def _holds(asked: CustomFormat, plan: _Plan, readings: Sequence[Reading], inputs: FormatInputs) -> bool:
    for same in plan.ranges:
        if not satisfied(asked.name, same, inputs):
            return False
    try:
        for number, texts in plan.texts:
            if not readings[number].satisfies(texts):
                return False
    except OutOfTime as e:
        raise PatternOutOfTime(asked.name, _condition_with(asked, e.source), e) from e
    return True


def compile_index(formats: Iterable[CustomFormat]) -> FormatIndex:
    """The index of a set of formats of different names. Takes a tenth of a second for all of the guides."""
    ordered = tuple(sorted(formats, key=lambda each: each.name))
    planned = [(plan_field(ordered, kind), texts) for kind, texts in _TEXTS.items()]
    fields = tuple((field, texts) for field, texts in planned if field.patterns)
    plans = (_plan(each, number, [field for field, _ in fields]) for number, each in enumerate(ordered))
    return FormatIndex(ordered, tuple(_table(ordered, kind) for kind in _KEYS), fields, tuple(plans))


def _plan(asked: CustomFormat, number: int, fields: Sequence[Field]) -> _Plan | None:
    ranges = _of_kinds(asked, SizeWithin) + _of_kinds(asked, YearWithin)
    texts = ((at, field.asked[number]) for at, field in enumerate(fields))
    plan = _Plan(tuple(ranges), tuple((at, asked_of) for at, asked_of in texts if asked_of is not None))
    return plan if plan.ranges or plan.texts else None


def _of_kinds(asked: CustomFormat, kind: type) -> list[list[Condition]]:
    same = [condition for condition in asked.conditions if isinstance(condition.test, kind)]
    return [same] if same else []


def _table(formats: tuple[CustomFormat, ...], kind: type) -> _Table:
    indifferent, asking = 0, []
    for number, each in enumerate(formats):
        same = tuple(condition for condition in each.conditions if isinstance(condition.test, kind))
        if same:
            asking.append((1 << number, each._replace(conditions=same)))
        else:
            indifferent |= 1 << number
    return _Table(_KEYS[kind], indifferent, tuple(asking), {})


def _condition_with(asked: CustomFormat, source: str) -> str:
    for condition in asked.conditions:
        test = condition.test
        if isinstance(test, TitleMatches | EditionMatches | GroupMatches) and test.pattern.source == source:
            return condition.name
    return "?"
