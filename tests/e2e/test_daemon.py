"""The daemon as a process: it starts once, stops in order, and says what is wrong."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from radarr.adapters.simulated.prowlarr_server import Fault
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.metainfo import read_torrent
from tests.e2e.process import KEY, free_port
from tests.e2e.world import MIB, World, beside, world

pytestmark = pytest.mark.anyio


async def test_a_second_daemon_on_one_state_folder_names_the_first(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        assert story.daemon.process is not None
        said = await story.radarr("run", code=1)
        assert f"pid {story.daemon.process.pid}" in said
        assert "--state-dir" in said


async def test_sigterm_ends_it_in_order(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        begun = time.monotonic()
        assert await beside(story.daemon.stop) == 0
        assert time.monotonic() - begun < 10  # what systemd and people expect at most
        assert "stopped" in story.daemon.log.read_text()
        assert not (tmp_path / "state" / "radarr-daemon.db-unclean").exists()


async def test_without_the_key_nothing_is_said(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        assert (await story.get("/api/v3/system/status"))["appName"] == "Radarr"
        story.daemon.config.write_text(story.daemon.config.read_text().replace(KEY, "f" * 32))
        said = await story.radarr("movie", "list", code=1)
        assert "API key" in said
        assert KEY not in said


async def test_a_daemon_that_is_not_there_has_an_exit_code_of_its_own(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        assert "radarr run" in await story.radarr("movie", "list", code=3)


async def test_every_mistake_of_the_configuration_is_told_at_once(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.daemon.config.write_text('[server]\nport = "many"\n[prowlar]\nurl = "x"\n[library]\nroots = ["films"]\n')
        said = await story.radarr("run", code=2)
        for mistake in ("server.port", "prowlar", "library.roots"):
            assert mistake in said


async def looked(story: World) -> dict[str, Any]:
    """The status, once the daemon has looked around."""

    async def look() -> dict[str, Any] | None:
        status = await story.radarr_json("status")
        return dict(status) if status["health"]["checked_at"] else None

    return dict(await story.until(look, "the first look around"))


async def test_wrong_keys_are_told_with_the_remedy_and_never_shown(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.prowlarr.api_key = "another"
        assert story.client is not None
        story.client.password = "another"
        await story.start()
        status = await looked(story)
        problems = {name: service["problem"] for name, service in status["health"]["services"].items()}
        assert "key" in problems["prowlarr"].casefold()
        assert "password" in problems["qbittorrent"].casefold()
        await story.want_sintel()
        said = await story.radarr("search", "Sintel", code=1)
        assert "key" in said.casefold()
        everything = said + story.daemon.log.read_text() + json.dumps(status)
        assert "prowlarr-key-5f2c" not in everything
        assert "adminadmin" not in everything


async def test_services_that_are_down_are_named_with_the_remedy_and_the_daemon_goes_on(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        text = story.daemon.config.read_text()
        assert story.client is not None
        for address in (story.prowlarr.url, story.client.url):
            text = text.replace(address, f"http://127.0.0.1:{free_port()}")
        story.daemon.config.write_text(text)
        await story.start()
        status = await looked(story)
        told = {m["source"]: m["remedy"] for m in status["health"]["messages"]}
        for check in ("ProwlarrCheck", "DownloadClientCheck"):
            assert "is it running" in told[check], told
        await story.want_sintel("--search")
        said = await story.radarr("search", "Sintel", code=1)
        assert "Prowlarr" in said
        assert "is it running" in said
        queue = await story.radarr_json("queue")
        assert "qBittorrent" in queue["problem"]


async def test_what_waits_for_a_service_is_done_when_it_comes_back(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        story.prowlarr.starting = True
        await story.start()
        await story.want_sintel("--search")
        assert "starting" in await story.radarr("search", "Sintel", code=1)
        await beside(story.daemon.stop)
        story.prowlarr.starting = False
        await story.start()
        await story.until_imported("Bluray-1080p")


async def test_one_indexer_that_answers_nonsense_is_named_and_harms_nobody(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP", indexer=1)
        story.prowlarr.indexers[0].fault = Fault.HTML
        await story.start()
        await story.want_sintel()
        found = await story.radarr_json("search", "Sintel")
        assert [r["title"] for r in found["releases"] if r["accepted"]] == ["Sintel.2010.1080p.BluRay.x264-GRP"]
        assert {i["indexer"]: i["kind"] for i in found["indexers"]} == {"Alpha": "failed", "Beta": "hits"}


async def test_a_person_is_answered_by_the_deadline_and_told_who_is_missing(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP", indexer=1)
        story.prowlarr.indexers[0].fault = Fault.HANG
        await story.start()
        await story.want_sintel()
        found = await story.radarr_json("search", "Sintel")
        assert len(found["releases"]) == 1
        assert {i["indexer"]: i["kind"] for i in found["indexers"]} == {"Alpha": "late", "Beta": "hits"}


async def test_what_is_no_torrent_gives_way_to_the_next_best(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.offer("Sintel.2010.1080p.BluRay.x264-FAKE", seeders=5000, payload=b"<html>")
        story.offer("Sintel.2010.1080p.WEB-DL.H264-GRP")
        await story.start()
        await story.want_sintel("--search")
        await story.until_imported("WEBDL-1080p")
        why = await story.radarr_json("why", "Sintel")
        assert {c["title"].rpartition("-")[2]: c["outcome"] for c in why["candidates"]} == {
            "FAKE": "grab_failed",
            "GRP": "grabbed",
        }


async def test_a_dead_release_is_blocklisted_and_the_next_best_taken(tmp_path: Path) -> None:
    async with world(tmp_path, "[download]\nstalled = 2") as story:
        dead = story.offer("Sintel.2010.1080p.BluRay.x264-DEAD", seeders=5000)
        assert story.client is not None
        story.client.dead.add(dead)
        story.offer("Sintel.2010.1080p.WEB-DL.H264-GRP")
        await story.start()
        await story.want_sintel("--search")
        await story.until_imported("WEBDL-1080p")
        (blocked,) = await story.radarr_json("blocklist")
        assert blocked["sourceTitle"].endswith("DEAD")
        assert dead not in story.client.torrents


async def waiting(story: World, words: str) -> dict[str, str]:
    """The download, once it says why it waits."""

    async def look() -> dict[str, str] | None:
        for item in (await story.get("/api/v3/queue"))["records"]:
            if words in item.get("errorMessage", ""):
                return dict(item)
        return None

    return dict(await story.until(look, f"waiting because of {words!r}"))


async def test_a_root_that_is_not_the_one_we_know_is_not_written(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await story.start()
        sentinel = story.library / ".radarr-root"
        kept = sentinel.read_bytes()
        sentinel.unlink()
        await story.want_sintel("--search")
        await waiting(story, "mounted")
        assert story.videos() == []
        sentinel.write_bytes(kept)
        await story.until_imported("Bluray-1080p")


async def test_a_title_that_tries_to_leave_the_folder_stays_in_it(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        name = "Sintel.2010.1080p.BluRay.x264-GRP"
        infohash = story.offer(name)
        torrent = tmp_path / "sintel.torrent"
        torrent.write_bytes(build_torrent(name, {f"{name}.mkv": 2 * MIB, f"{name}.en.srt": b"1\n"}))
        assert infohash == read_torrent(torrent.read_bytes()).infohash.key
        await story.start()
        await story.radarr(*("movie", "add", "--title", "../../etc/Sintel", "--year", "2010", "--tmdb-id", "45745"))
        await story.radarr("grab", "tmdb:45745", str(torrent))
        path = await story.until_imported("Bluray-1080p")
        assert story.library in path.resolve().parents
        assert len(story.videos()) == 1
