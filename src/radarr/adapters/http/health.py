"""`/api/health` for anyone, `/api/health/detailed` for who has the key: what the last look found, from memory."""

from datetime import datetime
from typing import Any

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import answer, instant
from radarr.domain.resilience.figures import Figures
from radarr.domain.searching.feed_mark import Gap
from radarr.ports.driving.health import Brief, DatabaseHealth, DiskHealth, IndexerHealth, Overall, ServiceHealth
from radarr.ports.driving.lag import Lag
from radarr.ports.driving.status import LoopStatus


async def brief(request: web.Request) -> web.Response:
    """503 only when the daemon itself cannot work; a service that fails makes it degraded."""
    found = context_of(request).driving.show_health.brief()
    return answer(_brief(found), 503 if found.status is Overall.DOWN else 200)


async def detailed(request: web.Request) -> web.Response:
    """Everything known; always 200, for what is wrong stands in it."""
    context = context_of(request)
    found = context.driving.show_health.detailed()
    return answer(
        {
            **_brief(found.brief),
            "checked_at": moment(found.checked_at),
            "services": {service.name.casefold(): _service(service) for service in found.services},
            "indexers": [_indexer(indexer) for indexer in found.indexers],
            "database": _database(found.database),
            "loops": {loop.name: _loop(loop) for loop in found.loops},
            "disks": [_disk(disk) for disk in found.disks],
            "event_loop": _lag(context.watch.lag()),
            "messages": [
                {"source": m.source, "level": m.level.value, "message": m.message, "remedy": m.remedy}
                for m in found.messages
            ],
        }
    )


def moment(at: datetime | None) -> str | None:
    """ISO 8601 in UTC with Z; None for never."""
    return str(instant(at)) if at else None


def _brief(found: Brief) -> dict[str, Any]:
    return {
        "status": found.status.value,
        "version": found.version,
        "uptime_seconds": round(found.uptime_seconds, 3),
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "success_rate": _rounded(figures.success_rate, 4),
        "error_rate": _rounded(figures.error_rate, 4),
        "response_ms": {
            "p50": _rounded(figures.p50_ms),
            "p95": _rounded(figures.p95_ms),
            "max": _rounded(figures.max_ms),
        },
        "requests": figures.requests,
        "failures": figures.failures,
        "consecutive_failures": figures.consecutive_failures,
        "last_success": moment(figures.last_success),
        "last_failure": moment(figures.last_failure),
        "last_error": figures.last_error or None,
    }


def _rounded(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)


def _service(service: ServiceHealth) -> dict[str, Any]:
    circuit, limiter = service.report.circuit, service.report.limiter
    return {
        "status": service.state.value,
        "circuit": circuit.state.value if circuit else None,
        "opens_until": moment(circuit.opens_until) if circuit else None,
        **_figures(service.report.figures),
        "waiting": limiter.waiting if limiter else 0,
        "version": service.version or None,
        "problem": service.problem or None,
        "probed_at": moment(service.probed_at),
    }


def _indexer(indexer: IndexerHealth) -> dict[str, Any]:
    return {
        "id": indexer.id,
        "name": indexer.name,
        "status": indexer.state.value,
        **_figures(indexer.figures),
        "last_error": indexer.last_error or indexer.figures.last_error or None,
        "resting_until": moment(indexer.resting_until),
        "backoff_level": indexer.level,
        "failing_since": moment(indexer.failing_since),
        "queries": {
            "spent": indexer.spent,
            "budget": indexer.budget,
            "others": indexer.others,
            "limit": indexer.limit,
        },
        "feed_gap": _gap(indexer.gap),
    }


def _gap(gap: Gap | None) -> dict[str, Any] | None:
    if gap is None:
        return None
    found = {name: moment(getattr(gap, name)) for name in ("found_at", "after", "before")}
    return {**found, "films_left": gap.left}


def _database(database: DatabaseHealth) -> dict[str, Any]:
    return {
        "kind": database.kind,
        "status": "down" if database.problem else "healthy",
        "problem": database.problem or None,
        "size_bytes": database.size,
        "response_ms": _rounded(database.response_ms),
    }


def _loop(loop: LoopStatus) -> dict[str, Any]:
    return {
        "every_seconds": loop.every,
        "last_run": moment(loop.last_run),
        "duration_seconds": _rounded(loop.duration),
        "next_run": moment(loop.next_run),
        "running_since": moment(loop.running_since),
        "failures": loop.failures,
        "last_error": loop.last_error or None,
        "runs": loop.runs,
        "failed": loop.failed,
        "crashes": loop.crashes,
        "hung": loop.hung,
    }


def _disk(disk: DiskHealth) -> dict[str, Any]:
    return {
        "path": disk.path,
        "kind": disk.kind,
        "free_bytes": disk.free,
        "total_bytes": disk.total,
        "problem": disk.problem or None,
        "links_to": None if disk.links_to is None else list(disk.links_to),
    }


def _lag(lag: Lag) -> dict[str, float]:
    return {"lag_p50_ms": lag.p50_ms, "lag_p99_ms": lag.p99_ms, "lag_max_ms": lag.max_ms}


OPEN = [web.get("/api/health", brief)]
ROUTES = [web.get("/api/health/detailed", detailed)]
