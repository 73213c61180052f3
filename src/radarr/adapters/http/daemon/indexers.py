"""`/api/daemon/v1/indexers`: what Prowlarr's indexers can do, and how they fare with us."""

from datetime import datetime

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Shape, answer
from radarr.ports.driving.health import IndexerHealth
from radarr.ports.indexer import IndexerAnswer, IndexerInfo


class FaringShape(Shape, kw_only=True):
    """Requests of the window: null where none was sent. Queries of the last day; `others` null: not known."""

    status: str
    requests: int
    success_rate: float | None
    p50_ms: float | None
    p95_ms: float | None
    max_ms: float | None
    last_success: datetime | None
    last_failure: datetime | None
    failing_since: datetime | None
    resting_until: datetime | None
    backoff_level: int
    last_error: str
    total_requests: int
    total_failures: int
    spent: int
    budget: int
    others: int | None
    gap_found: datetime | None
    gap_left: int


class IndexerShape(Shape, kw_only=True):
    """One indexer. The limits are Prowlarr's, per `limit_hours`; null: it states none."""

    id: int
    name: str
    privacy: str
    priority: int
    feed: bool
    automatic: bool
    interactive: bool
    id_params: list[str]
    minimum_seeders: int | None
    query_limit: int | None
    grab_limit: int | None
    limit_hours: int
    health: FaringShape


class TestedShape(Shape, kw_only=True):
    """How it answered just now; `seconds` is how long that took."""

    indexer: str
    kind: str
    releases: int
    message: str
    retry_after: float | None
    seconds: float


def _indexer(info: IndexerInfo, health: IndexerHealth) -> IndexerShape:
    return IndexerShape(
        id=info.id,
        name=info.name,
        privacy=info.privacy,
        priority=info.priority,
        feed=info.feed,
        automatic=info.automatic,
        interactive=info.interactive,
        id_params=list(info.id_params),
        minimum_seeders=info.minimum_seeders,
        query_limit=info.query_limit,
        grab_limit=info.grab_limit,
        limit_hours=info.limit_hours,
        health=_faring(health),
    )


def _faring(health: IndexerHealth) -> FaringShape:
    figures = health.figures
    return FaringShape(
        status=health.state.value,
        requests=figures.requests,
        success_rate=figures.success_rate,
        p50_ms=figures.p50_ms,
        p95_ms=figures.p95_ms,
        max_ms=figures.max_ms,
        last_success=figures.last_success,
        last_failure=figures.last_failure,
        failing_since=health.failing_since,
        resting_until=health.resting_until,
        backoff_level=health.level,
        last_error=health.last_error,
        total_requests=figures.total_requests,
        total_failures=figures.total_failures,
        spent=health.spent,
        budget=health.budget,
        others=health.others,
        gap_found=health.gap.found_at if health.gap else None,
        gap_left=health.gap.left if health.gap else 0,
    )


def _tested(found: IndexerAnswer) -> TestedShape:
    return TestedShape(
        indexer=found.indexer.name,
        kind=found.kind.value,
        releases=len(found.releases),
        message=found.message,
        retry_after=found.retry_after,
        seconds=round(found.seconds, 3),
    )


async def indexers(request: web.Request) -> web.Response:
    """All usable ones, in Prowlarr's order."""
    shown = await context_of(request).driving.show_indexers.execute()
    return answer([_indexer(info, health) for info, health in shown])


async def test(request: web.Request) -> web.Response:
    """Ask it for its newest releases, though it rests or its budget is spent."""
    indexer_id = int(request.match_info["id"])
    return answer(_tested(await context_of(request).driving.test_indexer.execute(indexer_id)))


ROUTES = [
    web.get("/api/daemon/v1/indexers", indexers),
    web.post(r"/api/daemon/v1/indexers/{id:\d+}/test", test),
]
