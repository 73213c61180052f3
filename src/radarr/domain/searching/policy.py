"""When a slot is searched next, and which of those that are due comes first.

One table says it all. A film that has become available since it was last searched comes before everything else. Then
whoever has been due for longest, with a head start for what was never searched and a handicap for what is there and
could be better: a head start instead of a rank, so that nobody starves where the indexers' budgets do not suffice for
all.

  value   what                                              first search           head start
  NEW     became available since it was last searched       on that day            before all others
  FIRST   missing, and not searched since the count began   at once                a week
  AGAIN   missing, searched before                          at growing intervals   none
  BETTER  there, below a cut-off                            at growing intervals   a week's handicap

The count of the searches begins anew where the answer may be another one: the film became available, its profile or
the formats in it were changed, its file was lost, a person searched, a download failed. A file that came and may be
bettered goes on with the intervals: what was best then is still the best that was found.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum
from typing import NamedTuple

from radarr.domain.decision.availability import Dated, available_from
from radarr.domain.decision.fingerprint import fingerprint
from radarr.domain.profile import Profile
from radarr.domain.searching.want import SearchRecord, Want

DAY = timedelta(days=1)
INTERVALS = (1 * DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY)
"""After the first search of a want, the second and so on; the last one for ever."""
LONGEST = INTERVALS[-1]


class Value(IntEnum):
    """What a search is worth, the most first."""

    NEW = 0
    FIRST = 1
    AGAIN = 2
    BETTER = 3


HEAD_START = {Value.NEW: 0 * DAY, Value.FIRST: 7 * DAY, Value.AGAIN: 0 * DAY, Value.BETTER: -7 * DAY}


class Terms(NamedTuple):
    """A profile, and the short name for what it decides by."""

    profile: Profile
    fingerprint: str


class Planned(NamedTuple):
    """A want and when it is to be searched."""

    want: Want
    value: Value
    at: datetime

    @property
    def order(self) -> tuple[bool, datetime, int]:
        """Smaller comes first; no two are alike."""
        return (self.value is not Value.NEW, self.at - HEAD_START[self.value], self.want.slot_id)


def terms_of(profiles: Mapping[str, Profile]) -> dict[str, Terms]:
    """By name of the profile."""
    return {name: Terms(profile, fingerprint(profile)) for name, profile in profiles.items()}


def interval(searches: int) -> timedelta:
    """How long a slot rests after so many searches."""
    return INTERVALS[min(max(searches, 1), len(INTERVALS)) - 1]


def available_at(film: Dated, profile: Profile) -> datetime | None:
    """When the film can be had, as its profile means that; None: always."""
    day = available_from(film, profile.minimum_availability)
    if day is None:
        return None
    return datetime.combine(day, time(), UTC) + timedelta(days=profile.availability_delay)


def wants_better(want: Want, profile: Profile) -> bool:
    """Whether quality or score of the file is below the cut-off, which is never above what the formats reach."""
    if want.quality is None or not profile.upgrade:
        return False
    reachable = sum(score for score in profile.format_scores.values() if score > 0)
    least = min(profile.cutoff_format_score, reachable)
    return profile.rank(want.quality) < profile.cutoff_rank or profile.score(want.formats) < least


def plan(want: Want, terms: Terms, now: datetime) -> Planned | None:
    """When it is searched next, which may be past; None: never, it has what it wants."""
    if not want.missing and not wants_better(want, terms.profile):
        return None
    available = available_at(want, terms.profile)
    record = want.record
    last_at = record.last_at if record else want.added_at
    if available and (available > now or available > last_at):
        return Planned(want, Value.NEW if want.missing else Value.BETTER, available)
    if record is None or is_stale(record, terms.fingerprint, missing=want.missing):
        return Planned(want, Value.FIRST if want.missing else Value.BETTER, min(last_at, now))
    # one of the future was written down before the clock was set back; nobody waits for it
    at = now if last_at > now else last_at + interval(record.searches)
    return Planned(want, Value.AGAIN if want.missing else Value.BETTER, at)


def is_stale(record: SearchRecord, fingerprint: str, *, missing: bool) -> bool:
    """Whether the searches were for something else."""
    return record.profile != fingerprint or (missing and not record.missing)


def due(wants: Iterable[Want], terms: Mapping[str, Terms], now: datetime) -> list[Planned]:
    """What is to be searched now, what is worth most first. A profile that is not in `terms` wants nothing."""
    planned = (plan(want, terms[want.profile], now) for want in wants if want.profile in terms)
    return sorted((one for one in planned if one and one.at <= now), key=lambda one: one.order)
