"""Against a user's own Prowlarr: `PROWLARR_BASE_URL=... PROWLARR_API_KEY=... pytest -m live`."""

import os
from collections.abc import AsyncIterator

import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.transport.client import Transport
from radarr.ports.indexer import AnswerKind, MovieQuery

URL, KEY = os.environ.get("PROWLARR_BASE_URL", ""), os.environ.get("PROWLARR_API_KEY", "")

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.live,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not (URL and KEY), reason="PROWLARR_BASE_URL and PROWLARR_API_KEY are not set"),
]


@pytest.fixture
async def prowlarr(anyio_backend: str) -> AsyncIterator[Prowlarr]:  # noqa: ARG001
    async with Transport("Prowlarr", URL, timeout=120) as transport:
        yield Prowlarr(transport, api_key=KEY, clock=SystemClock())


async def test_it_says_its_version_and_its_indexers(prowlarr: Prowlarr) -> None:
    assert (await prowlarr.version())[0].isdecimal()
    assert all(info.protocol == "torrent" for info in await prowlarr.indexers())


async def test_every_indexer_answers_a_search(prowlarr: Prowlarr) -> None:
    query = MovieQuery(("Sintel",), 2010, "tt1727587", 45745)
    for info in await prowlarr.indexers():
        answer = await prowlarr.search(info, query)
        assert answer.kind in AnswerKind
        assert KEY not in repr(answer)
        assert (answer.kind is AnswerKind.HITS) == bool(answer.releases)
        assert answer.releases or answer.message or answer.kind is AnswerKind.EMPTY


async def test_every_feed_is_read(prowlarr: Prowlarr) -> None:
    for info in await prowlarr.indexers():
        if info.feed:
            answer = await prowlarr.latest(info)
            assert KEY not in repr(answer)
            assert all(release.title and release.indexer_id == info.id for release in answer.releases)
