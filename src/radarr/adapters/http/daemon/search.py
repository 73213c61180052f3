"""`/api/daemon/v1/search`: an interactive search with reasons by name, slots, and the indexers that are missing."""

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.daemon.why import ReasonShape, reasons
from radarr.adapters.http.wire import Shape, answer, number
from radarr.domain.decision.candidate import Decision, Unmatched
from radarr.domain.decision.kinds import SearchKind
from radarr.ports.errors import Refused
from radarr.ports.indexer import IndexerAnswer


class FoundShape(Shape, kw_only=True):
    """One release."""

    rank: int | None
    accepted: bool
    title: str
    guid: str
    indexer: str
    indexer_id: int
    slot: str
    quality: str
    score: int
    formats: list[str]
    size: int
    seeders: int | None
    flags: list[str]
    alternates: list[str]
    rejections: list[ReasonShape]


class AnswerShape(Shape, kw_only=True):
    """How one indexer answered."""

    indexer: str
    kind: str
    releases: int
    message: str


class SearchShape(Shape, kw_only=True):
    """The whole search."""

    movie: str
    releases: list[FoundShape]
    indexers: list[AnswerShape]


def _decided(decision: Decision) -> FoundShape:
    candidate = decision.candidate
    release = candidate.release
    return FoundShape(
        rank=decision.rank,
        accepted=decision.accepted,
        title=release.title,
        guid=release.guid,
        indexer=release.indexer,
        indexer_id=release.indexer_id,
        slot=candidate.slot.name,
        quality=candidate.parsed.quality.name,
        score=candidate.score,
        formats=list(candidate.formats),
        size=release.size,
        seeders=release.seeders,
        flags=sorted(release.flags),
        alternates=[alternate.indexer for alternate in release.alternates],
        rejections=reasons(decision.rejections),
    )


def _unmatched(unmatched: Unmatched) -> FoundShape:
    release = unmatched.release
    return FoundShape(
        rank=None,
        accepted=False,
        title=release.title,
        guid=release.guid,
        indexer=release.indexer,
        indexer_id=release.indexer_id,
        slot="",
        quality=unmatched.parsed.quality.name if unmatched.parsed else "Unknown",
        score=0,
        formats=[],
        size=release.size,
        seeders=release.seeders,
        flags=sorted(release.flags),
        alternates=[alternate.indexer for alternate in release.alternates],
        rejections=reasons(unmatched.rejections),
    )


def _answer(found: IndexerAnswer) -> AnswerShape:
    return AnswerShape(
        indexer=found.indexer.name, kind=found.kind.value, releases=len(found.releases), message=found.message
    )


async def search(request: web.Request) -> web.Response:
    """Search every indexer for the film of `movieId`; nothing is grabbed."""
    movie_id = number(request, "movieId", 0)
    if not movie_id:
        raise Refused("movieId is missing", remedy="say which film to search for")
    report = await context_of(request).driving.search_movie.execute(movie_id, SearchKind.USER_INTERACTIVE)
    return answer(
        SearchShape(
            movie=str(report.movie),
            releases=[*map(_decided, report.decisions), *map(_unmatched, report.unmatched)],
            indexers=[_answer(found) for found in report.answers],
        )
    )


ROUTES = [web.get("/api/daemon/v1/search", search)]
