"""Services that fail in every way, under one running daemon: it says so, leaves them alone, and goes on by itself."""

from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.e2e.faults import Fault
from tests.e2e.stormy import Stormy, stormy, words
from tests.e2e.troubles.services import CLIENT, INDEXER, PROWLARR
from tests.e2e.troubles.trouble import Trouble
from tests.e2e.world import beside

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(200)]

MOST_MEMORY: Final = 250
"""MiB: an answer of 300 MB is not kept."""
TITLES: Final = (
    *("Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Haven", "Ivory", "Jasper", "Karst", "Lagoon"),
    *("Meadow", "Nectar", "Orchid", "Pebble", "Quarry", "Raven", "Saffron", "Tundra", "Umber", "Velvet", "Willow"),
    *("Xenon", "Yarrow", "Zephyr"),
)


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """One loop for all of this module: they share a daemon."""
    return "asyncio"


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stormy]:
    """One daemon, which outlives every fault."""
    async with stormy(tmp_path_factory.mktemp("faults")) as story:
        await story.start()
        yield story


@pytest.fixture
async def story(shared: Stormy) -> AsyncIterator[Stormy]:
    """The daemon in calm weather, before and after."""
    pid = shared.daemon.process.pid if shared.daemon.process else 0
    try:
        for service in ("Prowlarr", "qBittorrent"):
            await shared.until_state(service, "healthy")
        yield shared
    finally:
        await shared.line.become(Fault.NONE)
        await shared.client_line.become(Fault.NONE)
    assert shared.daemon.process is not None
    assert shared.daemon.process.pid == pid
    assert shared.daemon.process.poll() is None


def cases(troubles: Iterable[Trouble], first: int) -> list[object]:
    """With a film for each."""
    return [pytest.param(trouble, first + n, id=trouble.name) for n, trouble in enumerate(troubles)]


def release_of(number: int) -> str:
    return f"{TITLES[number]}.2010.1080p.BluRay.x264-GRP"


async def is_shown(story: Stormy, trouble: Trouble, since: int) -> None:
    """In the log with the remedy, in the health in the same words, in the metrics."""
    service, status = trouble.place, trouble.status
    await story.until_shown(trouble.message, since=since)
    await story.until_state(service, status)
    await story.until(lambda: _in_metrics(story, service, status), f"{status} in the metrics")
    await story.until(lambda: _in_health(story, trouble), "its words in the health")
    brief = await story.get("/api/health")
    assert brief["status"] == "degraded"


async def _in_health(story: Stormy, trouble: Trouble) -> bool:
    """A service may fail in several ways at once: this one is the last every now and then."""
    shown = await story.service(trouble.place)
    what = words(trouble.message.split(": ")[0])
    return any(what.search(shown[key] or "") for key in ("last_error", "problem"))


async def _in_metrics(story: Stormy, service: str, status: str) -> bool:
    return await story.metric("radarr_service_status", service=service, state=status) == 1


def peak(story: Stormy) -> float:
    """The most memory that the daemon ever had, in MiB."""
    assert story.daemon.process is not None
    status = Path(f"/proc/{story.daemon.process.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def is_well_again(story: Stormy, trouble: Trouble, number: int) -> None:
    """The film has arrived once, and nothing is left of the fault."""
    await story.until_there(TITLES[number], within=100)  # an indexer that was blamed rests a minute
    await story.arrived_once(release_of(number))
    await story.until_state(trouble.place, "healthy")
    assert (await story.service(trouble.place))["circuit"] == "closed"
    assert await story.metric("radarr_service_circuit", service=trouble.place, state="closed") == 1
    assert peak(story) < MOST_MEMORY


@pytest.mark.parametrize(("trouble", "number"), cases(PROWLARR, 0))
async def test_a_prowlarr_that_fails_keeps_no_film_from_coming(story: Stormy, trouble: Trouble, number: int) -> None:
    since = len(story.told())
    await story.line.become(trouble.fault)
    await story.want(TITLES[number], number + 1)
    story.offer(release_of(number))
    await is_shown(story, trouble, since)
    if trouble.status == "circuit_open":  # who is asked to slow down asks the indexers none the less
        # refused, or, where the list of indexers is still at hand, with every one of them missing
        assert "Prowlarr" in await story.radarr("search", TITLES[number], code=None)
    assert release_of(number) not in await story.events("grabbed")
    await story.line.become(Fault.NONE)
    await is_well_again(story, trouble, number)


@pytest.mark.parametrize(("trouble", "number"), cases(CLIENT, len(PROWLARR)))
async def test_a_client_that_fails_loses_no_film_and_gets_none_twice(
    story: Stormy, trouble: Trouble, number: int
) -> None:
    since = len(story.told())
    await story.client_line.become(trouble.fault)
    await story.want(TITLES[number], number + 1)
    story.offer(release_of(number))
    await is_shown(story, trouble, since)
    queue = await beside(lambda: story.daemon.radarr_json("queue"))
    assert "qBittorrent" in queue["problem"]
    await story.client_line.become(Fault.NONE)
    await is_well_again(story, trouble, number)


async def test_a_client_whose_answer_to_an_add_is_lost_gets_the_film_once(story: Stormy) -> None:
    number = len(PROWLARR) + len(CLIENT)
    await story.client_line.become(Fault.LOST, lambda path: path.endswith("/torrents/add"))
    await story.want(TITLES[number], number + 1)
    story.offer(release_of(number))
    await story.until_told(f"{release_of(number)} waits: …")
    await story.client_line.become(Fault.NONE)
    await story.until_there(TITLES[number])
    await story.arrived_once(release_of(number))


async def test_an_indexer_with_half_an_xml_is_named_and_harms_nobody(story: Stormy) -> None:
    since, number = len(story.told()), len(PROWLARR) + len(CLIENT) + 1
    await story.until(lambda: _alpha(story, "healthy"), "Alpha well")
    await story.line.become(INDEXER.fault, lambda path: path.startswith("/1/api"))
    alpha = dict(await story.until(lambda: _alpha(story, "circuit_open"), "Alpha's trouble"))
    assert alpha["resting_until"]
    assert alpha["last_error"]
    assert await story.metric("radarr_indexer_backoff_level", indexer="Alpha") == 1
    assert (await story.service("Prowlarr"))["status"] == "healthy"
    await story.until_told(INDEXER.message, since=since)
    await story.want(TITLES[number], number + 1)
    story.offer(release_of(number), indexer=1)
    await story.until_there(TITLES[number])
    await story.arrived_once(release_of(number))
    await story.line.become(Fault.NONE)
    await story.until(lambda: _alpha(story, "healthy"), "Alpha's return", within=100)


async def _alpha(story: Stormy, status: str) -> dict[str, Any] | None:
    """The first indexer once it is so."""
    return next((i for i in (await story.health())["indexers"] if i["name"] == "Alpha" and i["status"] == status), None)
