"""Changes to when a slot is upgraded: cut-offs, upgrades, propers; and the patience that time asks for."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TypeAlias

from radarr.domain.decision.availability import available_from
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Blocked, Facts
from radarr.domain.decision.nearest.change import Change, of_facts, of_profile, of_slot
from radarr.domain.decision.rules.blocklisted import is_blocked_by
from radarr.domain.decision.upgrade import Verdict, Version, compare
from radarr.domain.decision.words import for_how_long, in_units
from radarr.domain.profile import Propers

Currents: TypeAlias = Callable[[Candidate, Facts], Iterator[Version]]
Changes: TypeAlias = Callable[[Candidate, Facts], Iterator[Change]]


def held(candidate: Candidate, _facts: Facts) -> Iterator[Version]:
    """What the slot has."""
    if file := candidate.slot.file:
        yield Version(file.quality, file.revision, file.score)


def under_way(_candidate: Candidate, facts: Facts) -> Iterator[Version]:
    """What the slot is getting."""
    for queued in facts.queue:
        yield Version(queued.quality, queued.revision, queued.score)


def switch_upgrades_on(_candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """Where upgrades are off, any wanted quality is good enough."""
    yield of_profile("switch upgrades on", upgrade=True)


def raise_cutoff(currents: Currents) -> Changes:
    """The cut-off of the quality where the release has a better one, else that of the score."""

    def changes(candidate: Candidate, facts: Facts) -> Iterator[Change]:
        profile = facts.profile
        if not profile.upgrade:
            yield from switch_upgrades_on(candidate, facts)
            return
        rank, item = profile.item(candidate.parsed.quality)
        for current in _in_the_way(currents, candidate, facts, Verdict.CUTOFF_MET):
            if rank > profile.rank(current.quality):
                yield of_profile(f"cut-off {item.name} instead of {profile.cutoff}", cutoff=item.name)
            elif candidate.score > current.score:
                yield _higher_score_cutoff(current, facts)

    return changes


def raise_score_cutoff(currents: Currents) -> Changes:
    """Just above the score that there is."""

    def changes(candidate: Candidate, facts: Facts) -> Iterator[Change]:
        for current in _in_the_way(currents, candidate, facts, Verdict.FORMAT_CUTOFF_MET):
            yield _higher_score_cutoff(current, facts)

    return changes


def _higher_score_cutoff(current: Version, facts: Facts) -> Change:
    least = current.score + 1
    words = f"cut-off score {least} instead of {facts.profile.cutoff_format_score}"
    return of_profile(words, cutoff_format_score=least)


def lower_score_increment(currents: Currents) -> Changes:
    """To what the release gains."""

    def changes(candidate: Candidate, facts: Facts) -> Iterator[Change]:
        for current in _in_the_way(currents, candidate, facts, Verdict.FORMAT_INCREMENT):
            gain = candidate.score - current.score
            words = f"minimum upgrade score {gain} instead of {facts.profile.min_upgrade_format_score}"
            yield of_profile(words, min_upgrade_format_score=gain)

    return changes


def _in_the_way(currents: Currents, candidate: Candidate, facts: Facts, verdict: Verdict) -> Iterator[Version]:
    new = Version(candidate.parsed.quality, candidate.parsed.revision, candidate.score)
    return (current for current in currents(candidate, facts) if compare(current, new, facts.profile) is verdict)


def ignore_revisions(_candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """A better score then counts more than a later revision."""
    yield of_profile("do not prefer propers and repacks", propers=Propers.DO_NOT_PREFER)


def upgrade_to_propers(_candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """As the profile does by default."""
    yield of_profile("upgrade to propers and repacks", propers=Propers.PREFER_AND_UPGRADE)


def monitor(candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """The slot."""
    yield of_slot(f"monitor {candidate.movie}", monitored=True)


def wait_until_available(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Until the first moment of the day."""
    if day := available_from(candidate.movie, facts.profile.minimum_availability):
        day += timedelta(days=facts.profile.availability_delay)
        then = datetime.combine(day, time(), UTC)
        yield of_facts(f"wait until {day} ({for_how_long(then - facts.now)})", now=then)


def unblock(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Every entry that is this release's."""
    kept: list[Blocked] = []
    gone: list[Blocked] = []
    for blocked in facts.blocklist:
        (gone if is_blocked_by(candidate.release, blocked) else kept).append(blocked)
    names = " and ".join(dict.fromkeys(blocked.title for blocked in gone))
    yield of_facts(f"take {names} off the blocklist", blocklist=tuple(kept))


def free_some_space(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """As much as is missing."""
    free = facts.free_space or 0
    needed = max(candidate.release.size + facts.minimum_free, candidate.release.size + 1)
    yield of_facts(f"free {in_units(needed - free)}", free_space=needed)
