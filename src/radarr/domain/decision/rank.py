"""Which accepted release is the best.

An ordered tuple of named comparisons; the first that differs decides. Each turns a candidate into a value that is
greater for the better one. What is left of a tie is settled by names, so that the same releases come out in the same
order whichever way they came in.
"""

from collections.abc import Callable, Iterable
from math import log10
from typing import NamedTuple, TypeAlias

from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.profile import Profile, Propers
from radarr.domain.quality import SizeLimits

Value: TypeAlias = tuple[float, ...]
_MIB = 1024**2
_SIZE_STEP = 200 * _MIB
_NO_LIMITS = SizeLimits(None, None, None)


class Comparison(NamedTuple):
    """One step of the order: `value` is greater for the better candidate."""

    name: str
    value: Callable[[Candidate, Profile], Value]


def _quality(candidate: Candidate, profile: Profile) -> Value:
    return (profile.rank(candidate.parsed.quality),)


def _revision(candidate: Candidate, profile: Profile) -> Value:
    return () if profile.propers is Propers.DO_NOT_PREFER else candidate.parsed.revision.rank


def _score(candidate: Candidate, _profile: Profile) -> Value:
    return (candidate.score,)


def _indexer(candidate: Candidate, _profile: Profile) -> Value:
    return (-candidate.release.priority,)


def _flags(candidate: Candidate, profile: Profile) -> Value:
    """One digit a preferred flag, the first of the profile's list weighing most."""
    flags = {flag.casefold() for flag in candidate.release.flags}
    return tuple(flag.casefold() in flags for flag in profile.prefer_flags)


def _seeders(candidate: Candidate, _profile: Profile) -> Value:
    return (_magnitude(candidate.release.seeders),)


def _peers(candidate: Candidate, _profile: Profile) -> Value:
    release = candidate.release
    return (_magnitude(None if release.leechers is None else release.leechers + (release.seeders or 0)),)


def _magnitude(count: int | None) -> int:
    """Steps of a power of ten (1-3, 4-31, 32-316 ...): 40 seeders are no better than 35, but better than 3."""
    return round(log10(count)) if count and count > 0 else 0


def _size(candidate: Candidate, profile: Profile) -> Value:
    """Nearest to the preferred size, either way; without one the larger; in steps of 200 MiB."""
    preferred = profile.sizes.get(candidate.parsed.quality.name, _NO_LIMITS).preferred
    size, runtime = candidate.release.size, candidate.movie.runtime
    if preferred and runtime > 0:
        return (-int(abs(size - preferred * runtime * _MIB) // _SIZE_STEP),)
    return (size // _SIZE_STEP,)


COMPARISONS: tuple[Comparison, ...] = (
    Comparison("quality", _quality),
    Comparison("revision", _revision),
    Comparison("score", _score),
    Comparison("indexer priority", _indexer),
    Comparison("preferred flags", _flags),
    Comparison("seeders", _seeders),
    Comparison("peers", _peers),
    Comparison("size", _size),
)


def rank(decisions: Iterable[Decision], profile: Profile) -> tuple[Decision, ...]:
    """Accepted ones first, best first, ranked 1 to n; then the rejected ones, those with the fewest reasons first."""
    # names first, then what counts, best first: an order keeps that of before where it finds no difference
    by_name = sorted(decisions, key=lambda decision: _names(decision.candidate))
    best_first = sorted(by_name, key=lambda decision: _values(decision.candidate, profile), reverse=True)
    accepted = [decision for decision in best_first if decision.accepted]
    rejected = sorted((d for d in best_first if not d.accepted), key=lambda d: len(d.rejections))
    return (
        *(Decision(decision.candidate, decision.rejections, number) for number, decision in enumerate(accepted, 1)),
        *(Decision(decision.candidate, decision.rejections) for decision in rejected),
    )


def _values(candidate: Candidate, profile: Profile) -> list[Value]:
    """What sorts the best candidate last."""
    return [comparison.value(candidate, profile) for comparison in COMPARISONS]


def _names(candidate: Candidate) -> tuple[object, ...]:
    release = candidate.release
    return (release.title, release.indexer, release.guid, release.indexer_id, candidate.slot.id)
