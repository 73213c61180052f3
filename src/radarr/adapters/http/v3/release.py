"""`/api/v3/release`: the interactive search, and grabbing what it showed."""

from collections.abc import Sequence
from datetime import datetime

from aiohttp import web
from msgspec import UnsetType

from radarr.adapters.http.context import Context, context_of
from radarr.adapters.http.v3.quality import Language, QualityModel, languages, quality_model
from radarr.adapters.http.wire import Body, Id, Shape, answer, given, instant, number, read
from radarr.domain.decision.candidate import Decision, Unmatched
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Rejection, RejectionKind
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import UNKNOWN
from radarr.domain.release import Release
from radarr.ports.errors import Refused


class ReleaseShape(Shape, kw_only=True):
    """One release as a search shows it. Links are left out: they are secrets of the indexer."""

    id: int = 0
    guid: str
    quality: QualityModel
    custom_formats: list[dict[str, object]]
    custom_format_score: int
    quality_weight: int
    age: int
    age_hours: float
    age_minutes: float
    size: int
    indexer_id: int
    indexer: str
    release_group: str | UnsetType
    title: str
    movie_titles: list[str]
    languages: list[Language]
    mapped_movie_id: int | UnsetType
    approved: bool
    temporarily_rejected: bool
    rejected: bool
    rejections: list[str]
    publish_date: str | UnsetType
    info_url: str | UnsetType
    info_hash: str | UnsetType
    seeders: int | UnsetType
    leechers: int | UnsetType
    protocol: str = "torrent"
    indexer_flags: list[str]
    edition: str
    movie_requested: bool
    download_allowed: bool
    release_weight: int


def decision_shape(decision: Decision, weight: int, context: Context, now: datetime) -> ReleaseShape:
    """A decided release."""
    candidate = decision.candidate
    return _shape(
        candidate.release,
        candidate.parsed,
        decision.rejections,
        weight,
        now,
        formats=context.format_refs(candidate.formats),
        score=candidate.score,
        movie_id=candidate.movie.id,
    )


def unmatched_shape(unmatched: Unmatched, weight: int, now: datetime) -> ReleaseShape:
    """A release of no film, or of another."""
    return _shape(unmatched.release, unmatched.parsed, unmatched.rejections, weight, now)


def _shape(
    release: Release,
    parsed: ParsedRelease | None,
    rejections: tuple[Rejection, ...],
    weight: int,
    now: datetime,
    *,
    formats: Sequence[dict[str, object]] = (),
    score: int = 0,
    movie_id: int | None = None,
) -> ReleaseShape:
    quality = parsed.quality if parsed else UNKNOWN
    minutes = max(0.0, (now - release.published_at).total_seconds() / 60) if release.published_at else 0.0
    temporary = bool(rejections) and all(r.kind is RejectionKind.TEMPORARY for r in rejections)
    return ReleaseShape(
        guid=release.guid,
        quality=quality_model(quality, parsed.revision) if parsed else quality_model(quality),
        custom_formats=list(formats),
        custom_format_score=score,
        quality_weight=quality.weight * 100,
        age=int(minutes // 1440),
        age_hours=round(minutes / 60, 2),
        age_minutes=round(minutes, 2),
        size=release.size,
        indexer_id=release.indexer_id,
        indexer=release.indexer,
        release_group=given(parsed.group if parsed else None),
        title=release.title,
        movie_titles=list(parsed.titles) if parsed else [],
        languages=languages(parsed.languages if parsed else ("Unknown",)),
        mapped_movie_id=given(movie_id),
        approved=not rejections,
        temporarily_rejected=temporary,
        rejected=bool(rejections) and not temporary,
        rejections=[rejection.message for rejection in rejections],
        publish_date=instant(release.published_at),
        info_url=given(release.info_url),
        info_hash=given(release.infohash),
        seeders=given(release.seeders),
        leechers=given(release.leechers),
        indexer_flags=sorted(release.flags),
        edition=parsed.edition if parsed else "",
        movie_requested=movie_id is not None,
        download_allowed=movie_id is not None,
        release_weight=weight,
    )


async def search(request: web.Request) -> web.Response:
    """What every indexer has for a film, ranked; the header X-Missing-Indexers names who did not answer."""
    context = context_of(request)
    movie_id = number(request, "movieId", 0)
    if not movie_id:
        raise Refused("movieId is missing", remedy="say which film to search for")
    report = await context.driving.search_movie.execute(movie_id, SearchKind.USER_INTERACTIVE)
    now = context.clock.now()
    shapes = [decision_shape(d, i, context, now) for i, d in enumerate(report.decisions, 1)]
    shapes += [unmatched_shape(u, len(shapes) + i, now) for i, u in enumerate(report.unmatched, 1)]
    response = answer(shapes)
    missing = [f"{a.indexer.name}: {a.message or a.kind}" for a in report.answers if a.kind not in {"hits", "empty"}]
    if missing:
        response.headers["X-Missing-Indexers"] = _header("; ".join(missing))
    return response


def _header(text: str) -> str:
    """What others said, as a header may hold it: one line of ASCII."""
    return "".join(char if char.isascii() and char.isprintable() else "?" for char in text)[:2000]


class GrabBody(Body, kw_only=True):
    """What to grab of what was shown."""

    guid: str
    indexer_id: Id
    movie_id: Id | None = None


async def grab(request: web.Request) -> web.Response:
    """Grab what a search showed, rejected or not."""
    context: Context = context_of(request)
    body = await read(request, GrabBody)
    download = await context.driving.grab_release.execute(body.indexer_id, body.guid, movie_id=body.movie_id)
    release = download.grab.release
    return answer(
        {
            "guid": release.guid,
            "indexerId": release.indexer_id,
            "indexer": release.indexer,
            "title": release.title,
            "size": release.size,
            "infoHash": download.grab.infohash.key,
            "quality": quality_model(download.grab.parsed.quality, download.grab.parsed.revision),
        }
    )


ROUTES = [web.get("/api/v3/release", search), web.post("/api/v3/release", grab)]
