"""What the app profiles of a Prowlarr allow."""

from typing import Any

import httpx
import msgspec
import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.transport.client import Answer, Transport
from radarr.ports.errors import PortError, Unauthorised, Unavailable
from radarr.ports.indexer import IndexerInfo

pytestmark = pytest.mark.anyio

KEY = "planted-key-0123456789abcdef"
INDEXERS = [{"id": 1, "name": "Alpha", "protocol": "torrent", "appProfileId": 5}]
FEED_ONLY = [{"id": 5, "enableAutomaticSearch": False, "enableInteractiveSearch": False, "minimumSeeders": 4}]


class Scripted(Transport):
    """Answers by path: a status, or JSON."""

    def __init__(self, answers: dict[str, Any]) -> None:
        super().__init__("Prowlarr", "http://prowlarr:9696")
        self.answers = answers

    async def request(self, method: str, path: str, **_: Any) -> Answer:  # noqa: ARG002 (named as in Transport)
        answer = self.answers[path.rpartition("/")[2]]
        if isinstance(answer, int):
            return Answer(answer, httpx.Headers(), b"", self.base + path)
        return Answer(200, httpx.Headers(), msgspec.json.encode(answer), self.base + path)


async def _indexers(**answers: Any) -> tuple[IndexerInfo, ...]:
    return await Prowlarr(Scripted(answers), api_key=KEY, clock=SystemClock()).indexers()


async def test_a_profile_says_what_its_indexers_are_used_for() -> None:
    (info,) = await _indexers(appprofile=FEED_ONLY, indexer=INDEXERS)
    assert (info.feed, info.automatic, info.interactive, info.minimum_seeders) == (True, False, False, 4)


@pytest.mark.parametrize("profiles", [pytest.param(404, id="none-known"), pytest.param([], id="none-set")])
async def test_without_profiles_an_indexer_is_used_for_all(profiles: object) -> None:
    (info,) = await _indexers(appprofile=profiles, indexer=INDEXERS)
    assert (info.feed, info.automatic, info.interactive, info.minimum_seeders) == (True, True, True, None)


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        pytest.param({"appprofile": 404, "indexer": 404}, Unavailable, id="a-wrong-address"),
        pytest.param({"appprofile": 401, "indexer": INDEXERS}, Unauthorised, id="a-wrong-key"),
        pytest.param({"appprofile": 500, "indexer": INDEXERS}, Unavailable, id="profiles-that-fail"),
    ],
)
async def test_profiles_that_cannot_be_had_are_not_taken_for_none(
    answers: dict[str, Any], error: type[PortError]
) -> None:
    with pytest.raises(error) as caught:
        await _indexers(**answers)
    assert KEY not in str(caught.value)
