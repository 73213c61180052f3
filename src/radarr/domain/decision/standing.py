"""How a slot stands: what it has, what it waits for, and when it was last searched, in sentences for people."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from radarr.domain.decision.availability import available_from, is_available
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.words import for_how_long, in_units
from radarr.domain.movie import Movie, Slot

_SECOND = timedelta(seconds=1)


def standing(movie: Movie, slot: Slot, facts: Facts, *, is_offered: bool) -> Iterator[str]:
    """Sentences; `is_offered` is whether anything was ever considered for it."""
    if slot.file:
        yield f"the library has {slot.file.quality.name}, {in_units(slot.file.size)}, score {slot.file.score}"
    for queued in facts.queue:
        yield f"{queued.title} is under way"
    if not slot.monitored:
        yield "it is not monitored: it is searched when a person asks"
    profile = facts.profile
    late = profile.availability_delay
    day = available_from(movie, profile.minimum_availability)
    if day and not is_available(movie, profile.minimum_availability, facts.now, late):
        day += timedelta(days=late)
        left = datetime.combine(day, time(), UTC) - facts.now
        yield f"it is expected from {day} on (in {for_how_long(left)}), and is not grabbed before"
    yield _searched(slot, facts.now, is_offered=is_offered)


def _searched(slot: Slot, now: datetime, *, is_offered: bool) -> str:
    if slot.searched_at is None:
        return "it was never searched" + ("" if is_offered else ", and the feed has not offered it")
    when = moment(slot.searched_at, now)
    return f"last searched {when}" + ("" if is_offered else ", and nothing was offered")


def moment(at: datetime, now: datetime) -> str:
    """With how long ago that is: `2026-06-01 12:00 UTC, 3 h ago`."""
    stamp = f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    span = now - at
    if span < _SECOND:
        return stamp
    minutes = int(span.total_seconds()) // 60
    return f"{stamp}, {for_how_long(timedelta(minutes=minutes)) if minutes else 'a moment'} ago"
