"""The daemon as those see it who watch it: Prometheus, probes and dashboards."""

import os
import shutil
from pathlib import Path
from urllib.request import urlopen

import anyio
import pytest

from tests.e2e.world import World, beside, world
from tests.unit.adapters.metrics.pages import values

pytestmark = pytest.mark.anyio


async def read(story: World, path: str) -> str:
    """What anyone gets there, without the key."""

    def ask() -> str:
        with urlopen(story.daemon.url + path, timeout=10) as answer:
            body: bytes = answer.read()
            return body.decode()

    return await beside(ask)


async def test_a_films_way_shows_in_the_metrics_and_promtool_reads_them(tmp_path: Path) -> None:
    async with world(tmp_path, seconds=0.2) as story:
        story.offer("Sintel.2010.1080p.WEB-DL.H264-ONE", size=3 << 20)
        await story.start()
        await story.want_sintel("--search")
        await story.until_imported("WEBDL-1080p")
        page = await read(story, "/metrics")
        found = values(page)
        assert found['radarr_imports_total{transfer="hardlink",upgrade="false"}'] == 1
        assert sum(value for series, value in found.items() if series.startswith("radarr_grabs_total")) == 1
        assert (found["radarr_library_movies"], found["radarr_library_files"]) == (1, 1)
        assert found['radarr_event_loop_lag_seconds{stat="max"}'] < 30
        assert any(series.startswith("radarr_loop_runs_total") for series in found)
        assert any(series.startswith('radarr_http_requests_total{method="POST"') for series in found)
        await _checked(page)
        health = await story.get("/api/health/detailed")
        assert {"prowlarr", "qbittorrent"} <= set(health["services"])
        system = await story.get("/api/system/status")
        assert (system["counts"]["movies"], system["counts"]["wanted"], system["queue_depth"]) == (1, 0, 0)
        assert '"status"' in await read(story, "/api/health")


async def _checked(page: str) -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        assert not os.environ.get("RADARR_REQUIRE_REAL"), "promtool is needed here: install the package prometheus"
        return
    said = await anyio.run_process([promtool, "check", "metrics"], input=page.encode(), check=False)
    assert (said.stdout + said.stderr, said.returncode) == (b"", 0)
