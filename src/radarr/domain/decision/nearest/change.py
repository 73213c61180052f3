"""A change that a person could make, or that time makes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts

Case: TypeAlias = tuple[Candidate, Facts]


class Change(NamedTuple):
    """What to do, in words for people, and the case as it would then be decided."""

    words: str
    apply: Callable[[Candidate, Facts], Case]


def of_profile(words: str, **values: Any) -> Change:  # noqa: ANN401  # fields of every type
    """Other values of the profile's settings."""

    def apply(candidate: Candidate, facts: Facts) -> Case:
        return candidate, replace(facts, profile=replace(facts.profile, **values))

    return Change(words, apply)


def of_facts(words: str, **values: Any) -> Change:  # noqa: ANN401  # fields of every type
    """Another state of the world."""

    def apply(candidate: Candidate, facts: Facts) -> Case:
        return candidate, replace(facts, **values)

    return Change(words, apply)


def of_slot(words: str, **values: Any) -> Change:  # noqa: ANN401  # fields of every type
    """Another setting of the film's slot."""

    def apply(candidate: Candidate, facts: Facts) -> Case:
        return replace(candidate, slot=replace(candidate.slot, **values)), facts

    return Change(words, apply)
