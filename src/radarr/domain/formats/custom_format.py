"""A custom format, and what it means that one matches."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from radarr.domain.formats.conditions import Condition
from radarr.domain.formats.dialect import OutOfTime
from radarr.domain.formats.inputs import FormatInputs


class PatternOutOfTime(Exception):
    """A format cannot say in time whether it matches: reject the release for now, never take it as no match.

    `format_name` and `condition_name` tell the user which pattern to mend.
    """

    def __init__(self, format_name: str, condition_name: str, cause: OutOfTime) -> None:
        super().__init__(f"custom format {format_name!r}, condition {condition_name!r}: {cause}")
        self.format_name, self.condition_name = format_name, condition_name


class CustomFormat(NamedTuple):
    """Conditions under one name. `trash_scores` are what guides propose, by score set; see `score_set`."""

    name: str
    conditions: tuple[Condition, ...]
    include_when_renaming: bool = False
    trash_id: str = ""
    trash_scores: tuple[tuple[str, int], ...] = ()

    def kinds(self) -> list[list[Condition]]:
        """The conditions by their kind, of which each must be satisfied."""
        by_kind: dict[type, list[Condition]] = {}
        for condition in self.conditions:
            by_kind.setdefault(type(condition.test), []).append(condition)
        return list(by_kind.values())


def matches(custom_format: CustomFormat, inputs: FormatInputs) -> bool:
    """Whether every kind of condition is satisfied: none that is required fails, and one at least holds."""
    return all(satisfied(custom_format.name, same, inputs) for same in custom_format.kinds())


def satisfied(name: str, same: list[Condition], inputs: FormatInputs) -> bool:
    """Whether one kind of a format's conditions is satisfied; `name` is the format's."""
    required = [condition for condition in same if condition.required]
    # one required condition that holds is the one that must: the others cannot change the answer
    if required:
        return all(_holds(name, condition, inputs) for condition in required)
    return any(_holds(name, condition, inputs) for condition in same)


def _holds(name: str, condition: Condition, inputs: FormatInputs) -> bool:
    try:
        return condition.holds(inputs)
    except OutOfTime as e:
        raise PatternOutOfTime(name, condition.name, e) from e


def matching(formats: Iterable[CustomFormat], inputs: FormatInputs) -> tuple[CustomFormat, ...]:
    """Those that match, by name."""
    return tuple(sorted((each for each in formats if matches(each, inputs)), key=lambda each: each.name))


def score(formats: Iterable[CustomFormat], scores: Mapping[str, int], inputs: FormatInputs) -> int:
    """The sum of a profile's scores, by the name of a format, of those that match; a format without one gives 0."""
    return sum(scores.get(each.name, 0) for each in matching(formats, inputs))


def score_set(formats: Iterable[CustomFormat], name: str = "default") -> dict[str, int]:
    """The scores that guides propose in a set ("german", "sqp-1-1080p"), else in the default one, by name of format."""
    scores = {each.name: dict(each.trash_scores) for each in formats}
    return {each: of.get(name, of.get("default", 0)) for each, of in scores.items()}
