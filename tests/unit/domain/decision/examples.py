"""A film, a release and what is known of them, as plain as can be; a test changes what it is about."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts, Queued
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.movie import Movie, MovieFile, Slot
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import DEFAULT_PROFILES, Profile
from radarr.domain.quality import BY_NAME, Revision
from radarr.domain.release import Release

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
MIB = 1024**2
GIB = 1024**3
HASH = "a" * 40
OTHER_HASH = "b" * 40
HD_1080P: Profile = next(p for p in DEFAULT_PROFILES if p.name == "HD-1080p")
REPACK = Revision(2, repack=True)
PROPER = Revision(2)
SINTEL = Movie(
    id=1,
    tmdb_id=45745,
    imdb_id="tt1727587",
    title="Sintel",
    original_language="English",
    year=2010,
    runtime=100,
    added_at=NOW,
)


def movie(**changes: Any) -> Movie:
    return replace(SINTEL, **changes)


def release(**changes: Any) -> Release:
    offer = Release(
        guid="guid-1",
        indexer_id=1,
        indexer="Alpha",
        title="Sintel.2010.1080p.BluRay.x264-GRP",
        size=8 * GIB,
        infohash=HASH,
        seeders=40,
        leechers=4,
    )
    return offer._replace(**changes)


def parsed(quality: str = "Bluray-1080p", revision: Revision = Revision(), **changes: Any) -> ParsedRelease:
    says = ParsedRelease(
        name="Sintel.2010.1080p.BluRay.x264-GRP",
        title="Sintel",
        titles=("Sintel",),
        year=2010,
        quality=BY_NAME[quality],
        revision=revision,
    )
    return says._replace(**changes)


def file(quality: str = "Bluray-1080p", revision: Revision = Revision(), score: int = 0, **changes: Any) -> MovieFile:
    held = MovieFile(
        path="Sintel (2010)/Sintel.mkv",
        size=8 * GIB,
        quality=BY_NAME[quality],
        revision=revision,
        score=score,
        added_at=NOW,
    )
    return replace(held, **changes)


def queued(
    quality: str = "Bluray-1080p", revision: Revision = Revision(), score: int = 0, infohash: str = OTHER_HASH
) -> Queued:
    return Queued("Sintel.2010.Queued-GRP", infohash, BY_NAME[quality], revision, score)


def candidate(quality: str = "Bluray-1080p", revision: Revision = Revision(), **changes: Any) -> Candidate:
    plain = Candidate(
        release=release(),
        parsed=parsed(quality, revision),
        movie=SINTEL,
        slot=Slot(id=7, movie_id=1, profile="HD-1080p", root_id=1),
    )
    return replace(plain, **changes)


def slot(held: MovieFile | None = None, **changes: Any) -> Slot:
    return replace(Slot(id=7, movie_id=1, profile="HD-1080p", root_id=1, file=held), **changes)


def facts(kind: SearchKind = SearchKind.FEED, *, profile: Profile = HD_1080P, **changes: Any) -> Facts:
    return Facts(profile=profile, kind=kind, now=NOW, **changes)


def claim(**changes: Any) -> ClaimRecord:
    """That a release of GRP claimed 1080 lines and has 720."""
    plain = ClaimRecord(
        at=NOW,
        movie_id=1,
        slot_id=7,
        infohash=HASH,
        title="Sintel.2010.1080p.BluRay.x264-GRP",
        group="grp",
        quality=BY_NAME["Bluray-1080p"],
        revision=Revision(),
        languages=("Unknown",),
        found=BY_NAME["Bluray-720p"],
        lies=("the name says 1080p, and the picture has 1280x544 (720p)",),
    )
    return plain._replace(**changes)


def lies(*times: datetime) -> tuple[ClaimRecord, ...]:
    """Of other groups, at these times."""
    return tuple(claim(at=at, title=f"Lie-{number}", group=f"g{number}") for number, at in enumerate(times))


def wants(**changes: Any) -> Profile:
    """HD-1080p with some of it changed."""
    return replace(HD_1080P, **changes)
