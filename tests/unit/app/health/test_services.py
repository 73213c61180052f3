"""Whom a look asks, and whom it leaves alone."""

from datetime import timedelta

import anyio
import pytest

from radarr.adapters.simulated.download_client import SimulatedClient
from radarr.app.health import services
from radarr.app.health.look import PROWLARR, QBITTORRENT, TMDB, Probed
from radarr.app.health.services import Services
from radarr.domain.resilience.figures import CircuitState, CircuitView, Figures, LimiterView, ServiceReport
from radarr.ports.errors import Gone, PortError, Unavailable
from radarr.ports.indexer import IndexerInfo
from radarr.ports.metadata import MovieDetails
from tests.unit.app.usecases.house import NOON, HandClock, Indexers, NoMetadata

pytestmark = pytest.mark.anyio


class Films(NoMetadata):
    """A film database that counts."""

    def __init__(self) -> None:
        self.asked = 0
        self.trouble: PortError = Gone("there is no such film")

    async def details(self, tmdb_id: int) -> MovieDetails:  # noqa: ARG002 - the port names it
        self.asked += 1
        raise self.trouble


class Manager(Indexers):
    """An indexer manager that counts what it is asked, and may be silent."""

    listed = 0
    hangs = False

    async def version(self) -> str:
        if self.hangs:
            await anyio.sleep_forever()
        return "2.6.3"

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        self.listed += 1
        return await super().indexers()


class Looks:
    """Looks one after another, each knowing what the last came to."""

    def __init__(self) -> None:
        self.clock, self.films, self.manager, self.client = HandClock(), Films(), Manager(), SimulatedClient()
        self.reports = {name: ServiceReport(name) for name in (PROWLARR, QBITTORRENT, TMDB)}
        self.services = Services(self.manager, self.client, self.films, self.clock, lambda: self.reports)
        self.found: dict[str, Probed] = {}

    async def again(self, **later: float) -> dict[str, Probed]:
        self.clock.go_on(**later)
        self.found = await self.services.probe(self.found)
        return self.found


async def test_the_film_database_is_asked_once_an_hour_while_it_answers() -> None:
    looks = Looks()
    for _ in range(60):
        await looks.again(minutes=1)
    assert looks.films.asked == 1
    await looks.again(minutes=1)
    assert looks.films.asked == 2


async def test_real_work_with_the_film_database_is_as_good_as_a_probe() -> None:
    looks = Looks()
    await looks.again()
    looks.reports[TMDB] = ServiceReport(TMDB, Figures(last_success=NOON + timedelta(minutes=50)))
    await looks.again(minutes=90)
    assert looks.films.asked == 1


async def test_a_film_database_that_fails_is_asked_at_every_look() -> None:
    looks = Looks()
    looks.films.trouble = Unavailable("TMDB is down")
    for _ in range(3):
        assert (await looks.again(minutes=1))[TMDB].trouble.problem == "TMDB is down"
    assert looks.films.asked == 3


async def test_without_a_key_nobody_asks_the_film_database() -> None:
    looks = Looks()
    asked = Services(looks.manager, looks.client, None, looks.clock, lambda: looks.reports)
    assert list(await asked.probe({})) == [PROWLARR, QBITTORRENT]


async def test_indexers_are_listed_every_quarter_of_an_hour_and_after_the_clock_was_set_back() -> None:
    looks = Looks()
    for _ in range(16):
        await looks.again(minutes=1)
    assert looks.manager.listed == 2
    await looks.again(hours=-5)
    assert looks.manager.listed == 3


async def test_one_that_is_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "_PATIENCE", 0.01)
    looks = Looks()
    await looks.again()
    looks.manager.hangs = True
    found = await looks.again()
    assert "does not answer within" in found[PROWLARR].trouble.problem
    assert found[PROWLARR].version == "2.6.3"
    assert not found[QBITTORRENT].trouble


async def test_one_that_we_had_no_time_to_ask_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "_PATIENCE", 0.01)
    looks = Looks()
    before = (await looks.again())[PROWLARR]
    looks.manager.hangs = True
    looks.reports[PROWLARR] = ServiceReport(PROWLARR, limiter=LimiterView(waiting=3))
    assert (await looks.again())[PROWLARR] == before


async def test_one_that_is_left_alone_is_asked_again_when_its_time_has_come() -> None:
    looks = Looks()
    looks.client.trouble = Unavailable("it is down")
    until = NOON + timedelta(seconds=30)
    looks.reports[QBITTORRENT] = ServiceReport(QBITTORRENT, circuit=CircuitView(CircuitState.OPEN, until))
    assert (await looks.again())[QBITTORRENT].at is None
    assert (await looks.again(seconds=30))[QBITTORRENT].trouble.problem == "it is down"
