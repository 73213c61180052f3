"""The simulated Prowlarr answers in the shapes of the real one."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
from defusedxml import ElementTree

from radarr.adapters.simulated.prowlarr_server import Fault, Offer, SimulatedProwlarr, Site, prowlarr_server
from tests.contract.indexer.films import Film
from tests.contract.shapes import needs_samples, sample, strange

pytestmark = [pytest.mark.anyio, needs_samples]

KEY = "prowlarr-key-41c9"
XML = "application/rss+xml"


@pytest.fixture
async def server(anyio_backend: str) -> AsyncIterator[SimulatedProwlarr]:  # noqa: ARG001  # anyio runs it
    alpha, beta = (Site(id=1, name="Alpha", privacy="private"), Site(id=2, name="Beta", query_limit=5))
    async with prowlarr_server(api_key=KEY, indexers=(alpha, beta)) as running:
        yield running


async def _get(server: SimulatedProwlarr, path: str, key: str = KEY) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as http:
        return await http.get(path if "://" in path else f"{server.url}{path}", headers={"X-Api-Key": key})


def _publish(server: SimulatedProwlarr, **link: object) -> Offer:
    film = Film()
    offer = Offer(
        indexer_id=1,
        title=film.name,
        size=film.size,
        leechers=4,
        imdb_id=film.imdb_id,
        tmdb_id=film.tmdb_id,
        infohash=film.infohash,
        flags=frozenset({"freeleech", "scene"}),
        published_at=datetime(2025, 3, 14, 9, 20, tzinfo=UTC),
        **({"torrent": film.torrent} | link),
    )
    return server.publish(offer)


async def _link(server: SimulatedProwlarr) -> str:
    """The download link of the newest release, as the feed states it."""
    answer = await _get(server, "/1/api?t=search")
    return str(ElementTree.fromstring(answer.content).findtext("channel/item/link"))


def _vocabulary(document: bytes) -> set[tuple[str, ...]]:
    """Every element with its attributes, and every torznab attribute."""
    elements = list(ElementTree.fromstring(document).iter())
    named = {("attr", element.get("name", "")) for element in elements if element.tag.endswith("}attr")}
    return named | {(element.tag, *sorted(element.attrib)) for element in elements}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("/ping", "ping_200.json", id="ping"),
        pytest.param("/api/v1/system/status", "system_status_200.json", id="status"),
        pytest.param("/api/v1/indexer", "indexer_list_200.json", id="indexers"),
        pytest.param("/api/v1/indexerstatus", "indexerstatus_200.json", id="blocked-indexers"),
    ],
)
async def test_an_answer_has_no_field_that_prowlarr_has_not(server: SimulatedProwlarr, path: str, name: str) -> None:
    server.indexers[1].fault = Fault.BLOCKED
    answer = await _get(server, path)
    assert answer.status_code == 200
    assert list(strange(answer.json(), json.loads(sample("prowlarr", name)))) == []


@pytest.mark.parametrize("route", ["/1/api", "/api/v1/indexer/1/newznab"])
@pytest.mark.parametrize(
    ("query", "name"),
    [
        pytest.param("t=movie&q=lantern", "newznab_movie_200.xml", id="a-search"),
        pytest.param("t=search&q=nothing", "newznab_empty_200.xml", id="nothing-found"),
        pytest.param("t=caps", "newznab_caps_200.xml", id="what-it-can-do"),
    ],
)
async def test_a_document_uses_prowlarrs_words_alone(
    server: SimulatedProwlarr, route: str, query: str, name: str
) -> None:
    _publish(server)
    answer = await _get(server, f"{route}?{query}")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, XML)
    assert _vocabulary(answer.content) <= _vocabulary(sample("prowlarr", name))


@pytest.mark.parametrize(
    ("fault", "query", "status", "name"),
    [
        pytest.param(Fault.NONE, "", 400, "newznab_400_missing_t.xml", id="no-function"),
        pytest.param(Fault.NONE, "t=foo", 400, "newznab_400_no_function.xml", id="another-function"),
        pytest.param(Fault.NONE, "t=movie&imdbid=abc", 400, "newznab_400_imdbid.xml", id="no-imdb-id"),
        pytest.param(Fault.DISABLED, "t=search", 410, "newznab_410_disabled.xml", id="switched-off"),
        pytest.param(Fault.BLOCKED, "t=search", 429, "newznab_429_blocked.xml", id="blocked"),
        pytest.param(Fault.LIMITED, "t=search", 429, "newznab_429_query_limit.xml", id="at-its-limit"),
    ],
)
async def test_an_error_has_the_number_that_prowlarr_gives_it(
    server: SimulatedProwlarr, fault: Fault, query: str, status: int, name: str
) -> None:
    server.indexers[0].fault = fault
    answer = await _get(server, f"/1/api?{query}")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, XML)
    error, recorded = ElementTree.fromstring(answer.content), ElementTree.fromstring(sample("prowlarr", name))
    assert (error.tag, error.get("code")) == (recorded.tag, recorded.get("code"))
    assert ("retry-after" in answer.headers) == (status == 429)


@pytest.mark.parametrize(
    ("link", "status", "name"),
    [
        pytest.param({"failure": 410}, 410, "download_410_gone.xml", id="gone"),
        pytest.param({"failure": 429}, 429, "download_429_grab_limit.xml", id="at-its-limit"),
        pytest.param({"failure": 500}, 500, "download_500_failed.xml", id="failed"),
    ],
)
async def test_a_link_fails_as_prowlarrs_do(
    server: SimulatedProwlarr, link: dict[str, object], status: int, name: str
) -> None:
    _publish(server, **link)
    answer = await _get(server, await _link(server))
    recorded = ElementTree.fromstring(sample("prowlarr", name))
    assert answer.status_code == status
    assert ElementTree.fromstring(answer.content).get("code") == recorded.get("code")


async def test_a_link_leads_to_the_torrent_and_holds_the_key(server: SimulatedProwlarr) -> None:
    offer, link = _publish(server), await _link(server)
    async with httpx.AsyncClient(trust_env=False) as stranger:
        answer = await stranger.get(link)
    assert f"apikey={KEY}" in link
    assert (answer.content, answer.headers["content-type"]) == (offer.torrent, "application/x-bittorrent")


async def test_a_link_may_lead_to_a_magnet(server: SimulatedProwlarr) -> None:
    magnet = Film().magnet
    _publish(server, torrent=None, magnet=magnet)
    answer = await _get(server, await _link(server))
    assert (answer.status_code, answer.headers["location"]) == (301, magnet)


@pytest.mark.parametrize("path", ["/api/v1/system/status", "/api/v1/indexer", "/1/api?t=caps", "/1/download?link=x"])
async def test_a_wrong_key_gets_an_empty_answer_and_one_in_the_url_counts_first(
    server: SimulatedProwlarr, path: str
) -> None:
    stale = f"{path}{'&' if '?' in path else '?'}apikey=stale"
    for answer in (await _get(server, path, "wrong"), await _get(server, stale)):
        assert (answer.status_code, answer.content) == (401, b"")


async def test_a_fault_may_be_set_by_its_name(server: SimulatedProwlarr) -> None:
    server.indexers[0].fault = "disabled"  # as a script would
    assert (await _get(server, "/1/api?t=search")).status_code == 410
