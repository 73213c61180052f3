"""Decide a list of releases without a library: the rows of Prowlarr's search in, decisions and reasons out.

Every row is decided by itself, as the daemon's own search would for a film without a file. Equal rows, film, profile
and moment give equal answers.
"""

import base64
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.rank import rank
from radarr.domain.decision.reason import Rejection
from radarr.domain.decision.scoring import release_inputs
from radarr.domain.decision.terms import ReleaseProfile
from radarr.domain.decision.waiting import end_of_delay
from radarr.domain.formats.in_force import NO_FORMATS, Formats
from radarr.domain.matching import match
from radarr.domain.movie import Movie, Slot
from radarr.domain.movie_index import MovieIndex
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import Profile
from radarr.domain.release import Release
from radarr.ports.errors import Refused

_TITLE = re.compile(r"\s*(?P<title>.*\S)\s*\((?P<year>\d{4})\)\s*")
_BASE32_DIGITS = 32
_FIRST_YEAR = 1900  # Prowlarr writes year 1 for an unknown date


class _Category(msgspec.Struct):
    id: int = 0


class _Row(msgspec.Struct, kw_only=True, rename="camel"):
    """What of a row of `GET /api/v1/search` bears on a decision."""

    title: str
    guid: str | None = None
    indexer_id: int = 0
    indexer: str | None = None
    size: int | None = 0
    grabs: int | None = None
    seeders: int | None = None
    leechers: int | None = None
    imdb_id: int | None = 0
    tmdb_id: int | None = 0
    publish_date: datetime | None = None
    info_hash: str | None = None
    protocol: str = "torrent"
    indexer_flags: list[str] | None = None
    categories: list[_Category] | None = None


class Judged(NamedTuple):
    """A release, and what was decided about it. `quality` is what its name claims."""

    release: Release
    quality: str
    rank: int | None
    rejections: tuple[Rejection, ...]
    score: int = 0
    formats: tuple[str, ...] = ()


def read_offers(data: bytes) -> tuple[Release, ...]:
    """The rows of a search as Prowlarr answers it. Raises Refused where they are not that."""
    try:
        rows = msgspec.json.decode(data, type=list[_Row])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        remedy = "give the JSON array that Prowlarr's GET /api/v1/search answers"
        raise Refused(f"the list of releases cannot be read ({error})", remedy=remedy) from error
    return tuple(map(_release, rows))


def named_movie(text: str, runtime: int, profile: Profile, now: datetime) -> Movie:
    """A film of which only title, year and runtime in minutes (0 unknown) are known: 'Title (Year)', or a title."""
    found = _TITLE.fullmatch(text)
    title, year = (found["title"], int(found["year"])) if found else (text.strip(), 0)
    slot = Slot(profile=profile.name, root_id=0)
    return Movie(tmdb_id=0, title=title, year=year, runtime=runtime, added_at=now, slots=(slot,))


def decide_offers(
    releases: Iterable[Release],
    movie: Movie,
    profile: Profile,
    now: datetime,
    release_profiles: tuple[ReleaseProfile, ...] = (),
    formats: Formats = NO_FORMATS,
) -> tuple[Judged, ...]:
    """Accepted ones in rank order; then the rejected ones; last those that are not this film at all."""
    index = MovieIndex([movie])
    facts = Facts(profile=profile, kind=SearchKind.SCHEDULED, now=now, release_profiles=release_profiles)
    decisions: list[Decision] = []
    strangers: list[Judged] = []
    for release in releases:
        parsed = parse(release.title)
        found = match(release, parsed, index, movie)
        if parsed is None or found.movie is None:
            quality = parsed.quality.name if parsed else "Unknown"
            strangers.append(Judged(release, quality, None, found.rejections))
        else:
            decisions.append(decide(_candidate(release, parsed, movie, profile, formats), facts))
    ranked = rank(end_of_delay(decisions, facts), profile)
    return (*(_judged(decision) for decision in ranked), *strangers)


def _candidate(release: Release, parsed: ParsedRelease, movie: Movie, profile: Profile, formats: Formats) -> Candidate:
    inputs = release_inputs(release, parsed, movie)
    names, out_of_time = formats.matched(inputs)
    return Candidate(release, parsed, movie, movie.slots[0], names, profile.score(names), inputs, out_of_time)


def document(movie: Movie, profile: Profile, judged: Iterable[Judged]) -> dict[str, object]:
    """The public form of `radarr decide --json`."""
    return {"movie": str(movie), "profile": profile.name, "decisions": [_described(one) for one in judged]}


def _judged(decision: Decision) -> Judged:
    candidate = decision.candidate
    quality = candidate.parsed.quality.name
    return Judged(candidate.release, quality, decision.rank, decision.rejections, candidate.score, candidate.formats)


def _described(one: Judged) -> dict[str, object]:
    return {
        "rank": one.rank,
        "accepted": not one.rejections,
        "title": one.release.title,
        "indexer": one.release.indexer,
        "quality": one.quality,
        "score": one.score,
        "formats": list(one.formats),
        "size": one.release.size,
        "seeders": one.release.seeders,
        "flags": sorted(one.release.flags),
        "rejections": [{"reason": r.reason.value, "kind": r.kind.value, "message": r.message} for r in one.rejections],
    }


def _release(row: _Row) -> Release:
    return Release(
        guid=row.guid or row.title,
        indexer_id=row.indexer_id,
        indexer=row.indexer or "",
        title=row.title,
        size=max(row.size or 0, 0),
        infohash=_infohash(row.info_hash),
        protocol=row.protocol,
        published_at=_instant(row.publish_date),
        seeders=row.seeders,
        leechers=row.leechers if row.leechers is None else max(row.leechers, 0),
        grabs=row.grabs,
        imdb_id=f"tt{row.imdb_id:07}" if row.imdb_id else None,
        tmdb_id=row.tmdb_id or None,
        categories=tuple(category.id for category in row.categories or ()),
        flags=frozenset(row.indexer_flags or ()),
    )


def _instant(at: datetime | None) -> datetime | None:
    if at is None or at.year < _FIRST_YEAR:
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _infohash(text: str | None) -> str | None:
    """Lower-case hex; some sites state base32."""
    if text and len(text) == _BASE32_DIGITS:
        try:
            return base64.b32decode(text.upper()).hex()
        except ValueError:
            return text.lower()
    return text.lower() if text else None
