"""How the daemon fares, for those who watch it."""

import pytest

from radarr.adapters.http.context import Watch
from radarr.ports.driving.health import Brief, Overall
from radarr.ports.driving.lag import Lag
from radarr.ports.errors import Unavailable
from tests.contract.http.ailing import Told
from tests.contract.http.openapi import needs_contract, schemas, strange
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(("status", "code"), [("healthy", 200), ("degraded", 200), ("down", 503)])
async def test_anyone_may_ask_whether_all_is_well_and_only_down_is_an_error(status: str, code: int) -> None:
    told = Told(brief=Brief(Overall(status), "0.1.0", 12.3456))
    async with house() as home, served(home, health=told, ready=False) as http:
        http.headers.pop("X-Api-Key")
        answer = await http.get("/api/health")
        assert answer.status_code == code
        assert answer.json() == {"status": status, "version": "0.1.0", "uptime_seconds": 12.346}


async def test_health_is_answered_though_the_database_is_away() -> None:
    async with house() as home, served(home, health=Told()) as http:
        home.store.trouble = Unavailable("the database is away")
        assert (await http.get("/api/health")).status_code == 200
        assert (await http.get("/api/health/detailed")).status_code == 200


@pytest.mark.parametrize("path", ["/api/health/detailed", "/api/system/status", "/api/v3/health"])
async def test_what_is_wrong_in_detail_is_for_who_has_the_key(path: str) -> None:
    async with house() as home, served(home, health=Told()) as http:
        assert (await http.get(path)).status_code == 200
        assert (await http.get(path, headers={"X-Api-Key": "wrong"})).status_code == 401


async def test_a_service_is_told_with_its_figures_and_circuit() -> None:
    async with house() as home, served(home, health=Told()) as http:
        found = (await http.get("/api/health/detailed")).json()
    assert found["status"] == "degraded"
    assert found["checked_at"] == "2026-01-01T12:00:00Z"
    assert found["services"]["prowlarr"] == {
        "status": "circuit_open",
        "circuit": "open",
        "opens_until": "2026-01-01T12:01:00Z",
        "success_rate": 0.75,
        "error_rate": 0.25,
        "response_ms": {"p50": 120.0, "p95": 900.5, "max": 30000.0},
        "requests": 40,
        "failures": 10,
        "consecutive_failures": 3,
        "last_success": "2026-01-01T11:59:00Z",
        "last_failure": "2026-01-01T12:00:00Z",
        "last_error": "it does not answer",
        "waiting": 1,
        "version": "2.5.0",
        "problem": "Prowlarr does not answer",
        "probed_at": "2026-01-01T12:00:00Z",
    }


async def test_never_is_null() -> None:
    async with house() as home, served(home, health=Told(checked_at=None)) as http:
        found = (await http.get("/api/health/detailed")).json()
    client = found["services"]["qbittorrent"]
    never = ("circuit", "opens_until", "success_rate", "error_rate", "last_success", "last_failure", "last_error")
    assert {client[name] for name in never} == {None}
    assert client["response_ms"] == {"p50": None, "p95": None, "max": None}
    assert (found["checked_at"], found["loops"]["outbox"]["last_run"]) == (None, None)


async def test_indexers_loops_disks_database_event_loop_and_messages_are_told() -> None:
    watch = Watch(lag=lambda: Lag(1.0, 20.0, 250.0))
    async with house() as home, served(home, health=Told(), watch=watch) as http:
        found = (await http.get("/api/health/detailed")).json()
    (indexer,) = found["indexers"]
    assert (indexer["status"], indexer["resting_until"], indexer["backoff_level"], indexer["last_error"]) == (
        "degraded",
        "2026-01-01T12:05:00Z",
        2,
        "429",
    )
    assert indexer["queries"] == {"spent": 40, "budget": 100, "others": 3, "limit": 200}
    assert indexer["feed_gap"] == {
        "found_at": "2026-01-01T12:00:00Z",
        "after": "2026-01-01T03:00:00Z",
        "before": "2026-01-01T11:00:00Z",
        "films_left": 7,
    }
    feed = found["loops"]["feed"]
    assert (feed["last_run"], feed["duration_seconds"], feed["next_run"], feed["failures"]) == (
        "2026-01-01T12:00:00Z",
        2.5,
        "2026-01-01T12:30:00Z",
        1,
    )
    assert found["disks"][1] == {
        "path": "/srv/downloads",
        "kind": "downloads",
        "free_bytes": None,
        "total_bytes": None,
        "problem": "it is not there",
        "links_to": [],
    }
    assert found["database"]["size_bytes"] == 1 << 20
    assert found["event_loop"] == {"lag_p50_ms": 1.0, "lag_p99_ms": 20.0, "lag_max_ms": 250.0}
    assert found["messages"][1] == {
        "source": "RootFolderCheck",
        "level": "error",
        "message": "/srv/downloads is not there",
        "remedy": "mount it",
    }


@needs_contract
async def test_radarrs_clients_find_the_messages_where_radarr_has_them() -> None:
    async with house() as home, served(home, health=Told()) as http:
        found = (await http.get("/api/v3/health")).json()
    known = schemas()
    assert [place for one in found for place in strange(one, known["HealthResource"], known, "health")] == []
    assert [(one["id"], one["source"], one["type"]) for one in found] == [
        (1, "IndexerStatusCheck", "warning"),
        (2, "RootFolderCheck", "error"),
        (3, "UpdateCheck", "notice"),
    ]
    assert found[1]["message"] == "/srv/downloads is not there: mount it"
    assert all(one["wikiUrl"].startswith("https://") for one in found)


async def test_where_all_is_well_radarrs_list_is_empty() -> None:
    async with house() as home, served(home, health=Told(messages=())) as http:
        assert (await http.get("/api/v3/health")).json() == []


async def test_the_system_tells_both_versions_and_how_much_there_is() -> None:
    async with house() as home, served(home, health=Told()) as http:
        await http.post("/api/v3/movie", json=sintel())
        found = (await http.get("/api/system/status")).json()
        v3 = (await http.get("/api/v3/system/status")).json()
    assert (found["version"], found["daemon_version"]) == (v3["version"], "0.1.0")
    assert (found["start_time"], found["uptime_seconds"]) == ("2026-01-01T12:00:00Z", 3600.5)
    assert (found["database"], found["queue_depth"]) == ("sqlite", 0)
    assert found["counts"] == {"movies": 1, "monitored": 1, "files": 0, "wanted": 1, "library_bytes": 0}
    assert found["memory_bytes"] > 1 << 20
    assert found["cpu_seconds"] > 0
    assert set(found["build"]) == {"python", "system", "machine"}
