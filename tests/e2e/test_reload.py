"""SIGHUP: the configuration is read anew, and a bad one harms nobody. Under a service manager that listens."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from tests.e2e.process import free_port
from tests.e2e.world import PROWLARR_KEY, World, beside, world

pytestmark = pytest.mark.anyio


def change(story: World, old: str, new: str) -> None:
    text = story.daemon.config.read_text()
    assert old in text
    story.daemon.config.write_text(text.replace(old, new))


async def reload(story: World, *words: str) -> str:
    """Send the signal; the log from then on, as soon as it holds one of the words."""
    process = story.daemon.process
    assert process is not None
    before = len(story.daemon.log.read_text())
    process.send_signal(signal.SIGHUP)

    async def look() -> str:
        said = story.daemon.log.read_text()[before:]
        return said if any(word in said for word in (*words, "was not taken", "read anew; changed")) else ""

    return str(await story.until(look, "the reload"))


async def test_another_prowlarr_is_asked_from_then_on(tmp_path: Path) -> None:
    async with world(tmp_path) as story, prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha",)) as other:
        await story.start()
        change(story, story.prowlarr.url, other.url)
        said = await reload(story)
        assert "changed: prowlarr.url" in said
        story.prowlarr = other
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await story.want_sintel("--search")
        await story.until_imported("Bluray-1080p")


async def test_a_film_that_is_downloading_arrives_over_a_reload(tmp_path: Path) -> None:
    async with world(tmp_path, seconds=3) as story:
        await story.start()
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await story.want_sintel("--search")

        async def begun() -> bool:
            return bool((await story.get("/api/v3/queue"))["totalRecords"])

        await story.until(begun, "the download")
        change(story, "downloads = 1", "downloads = 2")
        assert "schedule.downloads" in await reload(story)
        await story.until_imported("Bluray-1080p")
        assert await story.events("grabbed") == ["Sintel.2010.1080p.BluRay.x264-GRP"]


async def test_a_bad_configuration_is_refused_whole_and_the_running_one_goes_on(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        change(story, "downloads = 1", 'downloads = "often"')
        said = await reload(story)
        assert "schedule.downloads" in said
        assert "the one in force stays" in said
        change(story, 'downloads = "often"', "downloads = 1")  # for the command line alone: no signal follows
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await story.want_sintel("--search")
        await story.until_imported("Bluray-1080p")


async def test_a_profile_that_a_film_needs_is_not_taken_away(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        await story.want_sintel()
        only = '[[profile]]\nname = "Mine"\ncutoff = "HDTV-720p"\nqualities = ["HDTV-720p"]\n'
        change(story, "[schedule]", f"{only}[schedule]")
        change(story, "[library]", '[library]\ndefault_profile = "Mine"')
        said = await reload(story)
        assert "'HD-1080p' is in use by Sintel (2010)" in said
        assert (await story.film())["title"] == "Sintel"


async def test_what_needs_a_restart_is_named_and_stays(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        change(story, f"port = {story.daemon.port}", f"port = {free_port()}")
        said = await reload(story, "needs a restart")
        assert "server.port was changed: that needs a restart" in said
        assert (await story.get("/api/v3/system/status"))["appName"] == "Radarr"


async def test_the_mode_to_observe_takes_effect_without_a_restart(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        change(story, "[schedule]", '[daemon]\nmode = "observe"\n[schedule]')
        await reload(story)
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await story.want_sintel()
        said = await story.radarr("search", "Sintel", "--grab", code=1)
        assert "only observes" in said


@contextmanager
def service_manager(path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(path))
        listening.settimeout(20)
        yield listening


def told(listening: socket.socket, wanted: str) -> list[str]:
    """Everything that was told, up to the message that has this line."""
    lines: list[str] = []
    while wanted not in lines:
        lines += listening.recv(4096).decode().splitlines()
    return lines


def falls_silent(listening: socket.socket) -> bool:
    """Whether nothing more comes than what was under way."""
    listening.settimeout(1.5)
    try:
        for _ in range(5):
            listening.recv(4096)
    except TimeoutError:
        return True
    return False


async def test_the_service_manager_hears_of_every_change(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        with service_manager(tmp_path / "notify") as listening:
            environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1500000"}
            await story.start(environment)
            assert any(
                line.startswith("STATUS=serving on http") for line in await beside(lambda: told(listening, "READY=1"))
            )
            await beside(lambda: told(listening, "WATCHDOG=1"))
            assert story.daemon.process is not None
            story.daemon.process.send_signal(signal.SIGHUP)
            assert "RELOADING=1" in await beside(lambda: told(listening, "READY=1"))
            story.daemon.process.send_signal(signal.SIGTERM)
            await beside(lambda: told(listening, "STOPPING=1"))
            assert await beside(story.daemon.died) == 0


async def test_a_loop_that_is_stopped_gives_no_sign_of_life(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        with service_manager(tmp_path / "notify") as listening:
            await story.start({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "900000"})
            await beside(lambda: told(listening, "WATCHDOG=1"))
            assert story.daemon.process is not None
            story.daemon.process.send_signal(signal.SIGSTOP)
            try:
                assert await beside(lambda: falls_silent(listening))
            finally:
                story.daemon.process.send_signal(signal.SIGCONT)


async def test_a_film_in_hand_is_finished_or_journaled_when_the_daemon_is_told_to_stop(tmp_path: Path) -> None:
    async with world(tmp_path, seconds=1) as story:
        await story.start()
        story.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await story.want_sintel("--search")
        for _ in range(4):
            assert await beside(story.daemon.stop) == 0
            await story.start()
        await story.until_imported("Bluray-1080p")
        assert story.temporaries() == []
        assert await story.events("grabbed") == ["Sintel.2010.1080p.BluRay.x264-GRP"]


async def test_what_is_wrong_stands_in_the_status_line_until_it_is_mended(tmp_path: Path) -> None:
    async with world(tmp_path, "health = 1") as story:
        with service_manager(tmp_path / "notify") as listening:

            def until_told(*words: str) -> str:
                while True:
                    text = listening.recv(4096).decode()
                    if all(word in text for word in words):
                        return text

            await story.start({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1500000"})
            away = story.library.rename(tmp_path / "unplugged")
            await beside(lambda: until_told("STATUS=", str(story.library)))
            away.rename(story.library)
            await beside(lambda: until_told("STATUS=all is well"))
