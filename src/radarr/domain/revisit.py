"""Deciding again what the ledger remembers, by what is true and wanted now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from radarr.domain.decision.belief import believed
from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Rejection
from radarr.domain.decision.rules import RULES
from radarr.domain.decision.rules.already_downloading import already_downloading
from radarr.domain.decision.rules.delay import delay
from radarr.domain.decision.rules.file_upgrade import file_upgrade
from radarr.domain.decision.rules.format_score import format_score
from radarr.domain.decision.rules.format_time import format_time
from radarr.domain.decision.rules.upgrades_disabled import upgrades_disabled
from radarr.domain.decision.scoring import release_inputs
from radarr.domain.decision.waiting import end_of_delay
from radarr.domain.formats.in_force import Formats, Matched
from radarr.domain.history import LedgerEntry
from radarr.domain.movie import Movie, Slot
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.recall import of_matching, parsed_of, release_of
from radarr.domain.release import Release

SCORED = frozenset({format_score, format_time, delay, already_downloading, upgrades_disabled, file_upgrade})
"""The rules that ask what a release scores."""
_UNSCORED = tuple(rule for rule in RULES if rule not in SCORED)
_COMES_BY_ITSELF = frozenset({SearchKind.FEED, SearchKind.PUSH})


class Recalled(NamedTuple):
    """A release of the ledger; `before_rules` is what spoke against it before any rule: it may be another film."""

    entry: LedgerEntry
    release: Release
    parsed: ParsedRelease
    before_rules: tuple[Rejection, ...]

    @property
    def kind(self) -> SearchKind:
        """How it would be found now: as it came by itself, or by a search that nobody looks at.

        What a person may do that searched for it says nothing of what the daemon does.
        """
        return self.entry.kind if self.entry.kind in _COMES_BY_ITSELF else SearchKind.SCHEDULED


def recalled(entries: Iterable[LedgerEntry]) -> list[Recalled]:
    """Those whose names can be read: of an old entry nothing else tells what it is."""
    read = ((entry, parsed_of(entry)) for entry in entries)
    return [Recalled(entry, release_of(entry), said, of_matching(entry)) for entry, said in read if said is not None]


def asked(releases: Sequence[Recalled], movie: Movie, formats: Formats) -> list[Matched]:
    """What the custom formats say of each; long work where there are many of both."""
    if formats.index is None:
        return [Matched()] * len(releases)
    return [formats.matched(release_inputs(each.release, each.parsed, movie)) for each in releases]


def by_kind(releases: Iterable[Recalled], facts: Facts) -> dict[SearchKind, Facts]:
    """The facts for each kind of search that there is among them."""
    return {kind: replace(facts, kind=kind) for kind in {each.kind for each in releases}}


def _said(each: Recalled, facts: Facts) -> ParsedRelease:
    """What its name says, as far as that is believed by now."""
    return believed(each.parsed, facts.claims) if facts.claims else each.parsed


def is_hopeless(each: Recalled, movie: Movie, slot: Slot, facts: Facts) -> bool:
    """Whether it is refused whatever it scores: most are, and need not be shown to any custom format.

    `facts` are of its kind of search.
    """
    if each.before_rules:
        return True
    candidate = Candidate(each.release, _said(each, facts), movie, slot)
    try:
        return any(rule(candidate, facts) for rule in _UNSCORED)
    except Exception:  # noqa: BLE001 - as where it is decided: a rule that breaks refuses
        return True


def decided_again(
    releases: Sequence[Recalled], answers: Sequence[Matched], movie: Movie, slot: Slot, facts: Facts
) -> list[Decision]:
    """All that is remembered of one slot, in order, decided now. `facts` are of any kind of search."""
    of_kind = by_kind(releases, facts)
    profile = facts.profile
    decisions: list[Decision] = []
    for each, (formats, out_of_time) in zip(releases, answers, strict=True):
        score = profile.score(formats) if formats else 0
        said = _said(each, facts)
        candidate = Candidate(each.release, said, movie, slot, formats, score, None, out_of_time)
        decision = decide(candidate, of_kind[each.kind])
        if each.before_rules:
            decision = Decision(candidate, (*each.before_rules, *decision.rejections))
        decisions.append(decision)
    return end_of_delay(decisions, facts)
