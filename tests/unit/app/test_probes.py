"""A person who watches the status asks the daemon often, and the daemon its services seldom."""

import pytest

from radarr.adapters.simulated.download_client import SimulatedClient
from radarr.app.probes import probes
from radarr.ports.errors import Unavailable
from tests.unit.app.usecases.house import HandClock, Indexers

pytestmark = pytest.mark.anyio


class Counting(Indexers):
    """An indexer manager that counts."""

    count = 0

    async def version(self) -> str:
        self.count += 1
        return "2.6.3"


async def test_within_five_seconds_the_answer_is_remembered() -> None:
    indexer, clock = Counting(), HandClock()
    ask = probes(indexer, SimulatedClient(), clock)["Prowlarr"]
    for _ in range(3):
        assert (await ask()).version == "2.6.3"
    assert indexer.count == 1
    clock.go_on(seconds=5)
    await ask()
    assert indexer.count == 2


async def test_a_service_that_is_down_is_told_in_words_and_asked_anew() -> None:
    client, clock = SimulatedClient(), HandClock()
    ask = probes(Counting(), client, clock)["qBittorrent"]
    client.trouble = Unavailable("it refuses the connection", remedy="start it")
    assert (await ask()).problem == "it refuses the connection: start it"
    client.trouble = None
    clock.go_on(seconds=5)
    assert ((await ask()).version, (await ask()).problem) == ("5.1.4", "")
