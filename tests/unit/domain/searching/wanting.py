"""Films that are looked for, and the terms that they are looked for by."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from radarr.domain.profile import DEFAULT_PROFILES, Profile
from radarr.domain.quality import BY_NAME
from radarr.domain.searching.policy import Terms
from radarr.domain.searching.want import SearchRecord, Want

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
HD: Profile = replace(
    next(profile for profile in DEFAULT_PROFILES if profile.name == "HD-1080p"), cutoff_format_score=0
)
TERMS = {"HD-1080p": Terms(HD, "f00")}


def missing(slot_id: int = 1, record: SearchRecord | None = None, **changes: Any) -> Want:
    """A film of 2010 that was added on New Year's Day."""
    wanted = Want(slot_id, slot_id, "HD-1080p", datetime(2026, 1, 1, tzinfo=UTC), year=2010, record=record)
    return wanted._replace(**changes)


def there(quality: str, slot_id: int = 1, record: SearchRecord | None = None, **changes: Any) -> Want:
    """As `missing`, with a file."""
    return missing(slot_id, record, quality=BY_NAME[quality], **changes)


def record(searches: int = 1, *, ago: timedelta = DAY, **changes: Any) -> SearchRecord:
    """So many searches of a film that is missing, the last one so long before noon."""
    return SearchRecord(searches, NOON - ago, "f00", missing=True)._replace(**changes)
