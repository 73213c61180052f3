"""What is counted on a film's way."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from dependency_injector import providers

from radarr.domain.media import Measured, VideoTrack
from radarr.ports.driving.queue import QueueAction
from radarr.ports.errors import Unavailable
from tests.unit.app.usecases.house import BEST, GOOD, SIZE, House, house

pytestmark = pytest.mark.anyio


@dataclass
class Tally:
    """A meter that tells what it heard."""

    heard: list[tuple[object, ...]] = field(default_factory=list)

    def decided(self, kind: str, *, accepted: int, reasons: Iterable[str]) -> None: ...

    def grabbed(self, indexer: str, size: int) -> None:
        self.heard.append(("grabbed", indexer, size))

    def imported(self, size: int, *, upgrade: bool, transfer: str) -> None:
        self.heard.append(("imported", size, upgrade, transfer))

    def failed(self, what: str) -> None:
        self.heard.append(("failed", what))


def counted(home: House) -> list[tuple[object, ...]]:
    """What is counted from now on, in the order in which it happens."""
    tally = Tally()
    home.container.meter.override(providers.Object(tally))
    return tally.heard


async def test_a_film_is_counted_when_it_is_grabbed_and_when_it_is_there() -> None:
    async with house() as home:
        heard = counted(home)
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        assert heard == [("grabbed", "Alpha", SIZE)]
        await home.track()
        await home.downloaded(GOOD)
        await home.track()
        assert heard[1:] == [("imported", SIZE, False, "hardlink")]
        home.offer(BEST)
        await home.container.feed().execute()
        await home.downloaded(BEST)
        await home.track()
        assert heard[-1] == ("imported", SIZE, True, "hardlink")


async def test_a_grab_that_had_to_wait_for_the_client_is_counted_once_it_has_it() -> None:
    async with house() as home:
        heard = counted(home)
        home.offer(GOOD)
        home.client.trouble = Unavailable("qBittorrent cannot be reached")
        await home.want_sintel(search=True)
        await home.search()
        assert heard == []
        home.client.trouble = None
        for _ in range(3):
            home.clock.go_on(seconds=60)
            await home.track()
        assert heard == [("grabbed", "Alpha", SIZE)]


async def test_a_download_that_a_person_gives_up_is_a_failure() -> None:
    async with house() as home:
        heard = counted(home)
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.container.manage_download().execute(1, QueueAction.FAIL)
        assert heard[1:] == [("failed", "download")]


async def test_an_import_that_cannot_go_on_is_a_failure() -> None:
    async with house() as home:
        heard = counted(home)
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        home.files.tree.put("/library/Sintel (2010)/Sintel (2010) [WEBDL-1080p]-ONE.mkv", b"a stranger's")
        await home.track()
        assert ("failed", "import") in heard


async def test_a_claim_that_a_file_contradicts_is_counted() -> None:
    async with house() as home:
        heard = counted(home)
        home.offer(GOOD)
        small = Measured("matroska", 888.0, VideoTrack("h264", width=1280, height=544))
        home.probe.films[f"/downloads/{GOOD}/{GOOD}.mkv"] = small
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        await home.track()
        assert heard[1:] == [("failed", "download"), ("failed", "claim")]
