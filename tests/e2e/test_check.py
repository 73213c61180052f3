"""`radarr check`, before the daemon runs, beside it, and where things are wrong."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.test_disks import FILM, NOBODY, as_nobody, needs_root
from tests.e2e.world import World, beside, world

pytestmark = pytest.mark.anyio


async def checked(story: World, code: int = 0) -> dict[str, Any]:
    """What it finds, as JSON; whatever it says besides is on another stream."""
    text = await beside(lambda: story.daemon.radarr("check", "--json", code=code))
    found, _ = json.JSONDecoder().raw_decode(text)
    return dict(found)


def lines(found: dict[str, Any], grade: str) -> list[str]:
    return [f"{f['area']}: {f['message']}" for f in found["findings"] if f["grade"] == grade]


async def test_before_the_daemon_ever_ran_everything_can_be_checked(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        found = await checked(story)
        assert found["ok"]
        well = "\n".join(lines(found, "ok"))
        for area in ("configuration", "port", "state folder", "database", "Prowlarr", "qBittorrent", "clock"):
            assert f"{area}: " in well, well
        assert f"a hard link goes from {story.downloads} to {story.library}, tried with a file of ours" in well
        assert list(story.downloads.iterdir()) == []
        assert list(story.library.iterdir()) == []
        assert not story.daemon.state.exists()


async def test_beside_the_daemon_a_real_film_is_linked_and_nothing_stays(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await story.start()
        await story.want_sintel("--search")
        await story.until_imported("Bluray-1080p")
        before = sorted(story.library.rglob("*"))
        found = await checked(story)
        well = "\n".join(lines(found, "ok"))
        assert "runs and listens on 127.0.0.1" in well
        assert "tried with Sintel.2010.1080p.BluRay.x264-GRP/Sintel.2010.1080p.BluRay.x264-GRP.mkv" in well
        assert sorted(story.library.rglob("*")) == before


async def test_beside_the_document_one_line_is_said(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        text = story.daemon.config.read_text()
        insecure = text.replace(f'"{story.prowlarr.url}"', '"https://127.0.0.1:1"\nverify_tls = false')
        story.daemon.config.write_text(insecure)
        said = await story.radarr("check", "--json", code=1)
        found, end = json.JSONDecoder().raw_decode(said)
        assert any("verify_tls is off" in line for line in lines(found, "warning"))
        assert len(said[end:].splitlines()) == 2, said[end:]  # the end of the document's line, and the error


async def test_every_mistake_is_told_at_once_with_its_remedy(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        assert story.client is not None
        story.prowlarr.api_key = "another"
        story.client.password = "another"
        story.daemon.config.write_text(
            story.daemon.config.read_text().replace(f'roots = ["{story.library}"]', f'roots = ["{tmp_path}/nowhere"]')
        )
        found = await checked(story, code=1)
        assert not found["ok"]
        wrong = [f for f in found["findings"] if f["grade"] == "error"]
        assert {f["area"] for f in wrong} == {"Prowlarr", "qBittorrent", "root folders"}
        assert all(f["remedy"] for f in wrong)
        assert "prowlarr-key-5f2c" not in json.dumps(found)
        assert "adminadmin" not in json.dumps(found)


async def test_a_client_folder_that_is_not_to_be_seen_here_is_told(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        assert story.client is not None
        story.client.save_path = Path("/data/torrents")
        found = await checked(story, code=1)
        assert any("/data/torrents is not there" in line for line in lines(found, "error"))


async def test_services_that_are_down_are_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        text = story.daemon.config.read_text()
        text = text.replace(story.prowlarr.url, "http://127.0.0.1:9")
        story.daemon.config.write_text(text)
        found = await checked(story, code=1)
        assert [f["area"] for f in found["findings"] if f["grade"] == "error"] == ["Prowlarr"]
        assert any(line.startswith("qBittorrent: ") for line in lines(found, "ok"))


async def test_a_person_reads_one_line_for_each_finding(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        text = await story.radarr("check")
        assert all(line.split()[0] in {"ok", "notice", "warning", "error"} for line in text.splitlines())


async def test_an_invalid_configuration_is_another_exit_code(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.daemon.config.write_text("[prowlar]\n")
        assert "prowlar" in await story.radarr("check", code=2)


@needs_root
@pytest.mark.skipif(
    Path("/proc/sys/fs/protected_hardlinks").read_text().strip() != "1", reason="this kernel lets everybody link"
)
async def test_a_real_film_of_another_user_tells_what_a_file_of_our_own_cannot(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):
        if "pytest" in str(folder):
            folder.chmod(0o755)
    async with world(tmp_path, "health = 1") as story:
        story.daemon.prefix = as_nobody()
        story.daemon.state.mkdir()
        for path in (story.library, story.daemon.state, story.daemon.config):
            shutil.chown(path, NOBODY, NOBODY)
        story.offer(FILM)
        await story.start()
        await story.want_sintel("--search")
        await story.until_imported("Bluray-1080p")  # as a copy

        done = await beside(lambda: _check_as_nobody(story))
        found = json.loads(done.stdout)
        (told,) = [f for f in found["findings"] if f["area"] == "hard links"]
        assert lines(found, "error") == []
        assert (done.returncode, told["grade"]) == (0, "warning")
        assert "protected_hardlinks" in told["message"]
        assert "UMask=0002" in told["remedy"]

        async def told_by_the_daemon() -> list[str]:
            health = await story.get("/api/health/detailed")
            return [m["message"] for m in health["messages"] if m["source"] == "HardLinkCheck"]

        (message,) = await story.until(told_by_the_daemon, "the daemon's own word")
        assert "protected_hardlinks" in message


def _check_as_nobody(story: World) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*as_nobody(), sys.executable, "-m", "radarr", "check", "--json"],
        env=story.daemon.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
