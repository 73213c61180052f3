"""What only shows between the adapter and a Prowlarr that has its moods."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.simulated.prowlarr_server import Fault, Offer, SimulatedProwlarr, Site, prowlarr_server
from radarr.adapters.transport.client import Transport
from radarr.domain.release import Release
from radarr.ports.errors import Gone, PortError, Refused, Unauthorised, Unavailable
from radarr.ports.indexer import AnswerKind, IndexerAnswer, MovieQuery
from tests.contract.indexer.films import Film

pytestmark = pytest.mark.anyio

KEY = "planted-key-0123456789abcdef"
QUERY = MovieQuery(("Lantern",), 2019)


@asynccontextmanager
async def bench(
    *sites: Site, url_base: str = "", path: str = "", key: str = KEY, patience: float = 10
) -> AsyncIterator[tuple[SimulatedProwlarr, Prowlarr]]:
    """`path` is what the user's URL has behind the port, where it is not Prowlarr's URL base."""
    indexers = sites or (Site(id=1, name="Alpha"),)
    async with prowlarr_server(api_key=KEY, indexers=indexers, url_base=url_base) as server:
        url = server.url.removesuffix(url_base) + (path or url_base)
        async with Transport("Prowlarr", url, timeout=patience) as transport:
            yield server, Prowlarr(transport, api_key=key, clock=SystemClock())


async def _latest(prowlarr: Prowlarr) -> IndexerAnswer:
    (info, *_) = await prowlarr.indexers()
    return await prowlarr.latest(info)


async def _offered(server: SimulatedProwlarr, prowlarr: Prowlarr, offer: Offer) -> Release:
    server.publish(offer)
    (release,) = (await _latest(prowlarr)).releases
    return release


def _offer(**fields: object) -> Offer:
    return Offer(indexer_id=1, title="Lantern.2019.1080p.BluRay.x264-GRP", size=5, **fields)  # type: ignore[arg-type]


async def test_the_key_is_in_no_release_and_in_no_url() -> None:
    async with bench() as (server, prowlarr):
        release = await _offered(server, prowlarr, _offer(torrent=Film().torrent))
        await prowlarr.fetch(release)
        assert KEY not in repr(release)
        assert len(server.requests(1, "download")) == 1
        assert not any(asked.key_in_url for asked in server.asked)
        assert all(asked.agent.startswith("radarr-daemon/") for asked in server.asked)


@pytest.mark.parametrize("key", ["", "wrong-key", "no\nkey", "schlüssel"])
async def test_a_wrong_key_is_named_but_not_shown(key: str) -> None:
    async with bench(key=key) as (_, prowlarr):
        with pytest.raises(Unauthorised, match=r"prowlarr\.api_key") as caught:
            await prowlarr.version()
        assert not key or key not in str(caught.value)


@pytest.mark.parametrize(
    ("url_base", "path"),
    [
        pytest.param("/prowlarr", "/", id="the-url-base-is-missing"),
        pytest.param("", "/prowlarr", id="a-url-base-that-is-not-there"),
        pytest.param("", "/api", id="a-path-too-many"),
    ],
)
async def test_a_wrong_base_url_is_told(url_base: str, path: str) -> None:
    async with bench(url_base=url_base, path=path) as (_, prowlarr):
        for call in (prowlarr.version(), prowlarr.indexers()):
            with pytest.raises(Unavailable, match=r"prowlarr\.url"):
                await call


async def test_another_program_is_not_taken_for_prowlarr() -> None:
    async with bench() as (server, prowlarr):
        server.app_name = "Sonarr"
        with pytest.raises(Refused, match="Sonarr answers"):
            await prowlarr.version()


async def test_a_prowlarr_that_starts_up_is_for_later() -> None:
    async with bench() as (server, prowlarr):
        (info,) = await prowlarr.indexers()
        server.starting = True
        for call in (prowlarr.version(), prowlarr.search(info, QUERY)):
            with pytest.raises(Unavailable, match="starting up"):
                await call


async def test_nobody_there_is_no_answer_of_an_indexer() -> None:
    async with bench() as (_, prowlarr):
        (info,) = await prowlarr.indexers()
    async with Transport("Prowlarr", "http://127.0.0.1:9") as nobody:
        with pytest.raises(Unavailable, match="cannot be reached"):
            await Prowlarr(nobody, api_key=KEY, clock=SystemClock()).search(info, QUERY)


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault.HANG, "did not answer in time"),
        (Fault.CUT, "broke off"),
        (Fault.HTML, "web page"),
        (Fault.GARBAGE, "no XML"),
        (Fault.HALF, "no XML"),
        (Fault.ERROR, "It failed"),
    ],
)
async def test_an_indexer_that_answers_nonsense_has_failed_and_the_other_has_not(fault: Fault, says: str) -> None:
    sites = (Site(id=1, name="Alpha"), Site(id=2, name="Beta"))
    async with bench(*sites, patience=0.5) as (server, prowlarr):
        server.publish(Offer(indexer_id=2, title="Lantern.2019.1080p", size=5))
        alpha, beta = await prowlarr.indexers()
        sites[0].fault = fault
        bad, good = await prowlarr.search(alpha, QUERY), await prowlarr.search(beta, QUERY)
    assert (bad.kind, good.kind) == (AnswerKind.FAILED, AnswerKind.HITS)
    assert says in bad.message
    assert "at A.B()" not in bad.message


async def test_a_limit_without_a_time_says_no_time() -> None:
    async with bench(Site(id=1, name="Alpha", fault=Fault.LIMITED, retry_after=None)) as (_, prowlarr):
        answer = await _latest(prowlarr)
    assert (answer.kind, answer.retry_after) == (AnswerKind.LIMITED, None)


async def test_an_indexer_that_was_removed_is_disabled() -> None:
    async with bench() as (server, prowlarr):
        (info,) = await prowlarr.indexers()
        server.indexers.clear()
        assert (await prowlarr.search(info, QUERY)).kind is AnswerKind.DISABLED


async def test_one_id_is_asked_for_then_the_titles_and_no_more_once_there_are_hits() -> None:
    query = MovieQuery(("The Lantern!", "La Lanterne", "Third"), 2019, "tt0000007", 7)
    async with bench() as (server, prowlarr):
        (info,) = await prowlarr.indexers()
        await prowlarr.search(info, query)
        asked = [
            {name: value for name, value in one.query.items() if name in {"t", "q", "imdbid", "tmdbid", "cat"}}
            for one in server.requests(1)
        ]
        assert asked == [
            {"t": "movie", "imdbid": "0000007", "cat": "2000"},
            {"t": "search", "q": "The Lantern 2019", "cat": "2000"},
            {"t": "search", "q": "La Lanterne 2019", "cat": "2000"},
        ]
        server.asked.clear()
        server.publish(_offer(imdb_id="tt0000007"))
        await prowlarr.search(info, query)
        assert len(server.requests(1)) == 1


async def test_what_the_app_profile_and_the_settings_say_is_kept() -> None:
    site = Site(
        id=4,
        name="Strict",
        privacy="semiPrivate",
        priority=7,
        feed=False,
        automatic=False,
        minimum_seeders=3,
        query_limit=100,
        grab_limit=10,
    )
    strangers = (Site(id=5, name="Off", enabled=False), Site(id=6, name="Music", categories=(3000,)))
    async with bench(site, *strangers) as (_, prowlarr):
        (info,) = await prowlarr.indexers()
    assert (info.feed, info.automatic, info.interactive) == (False, False, True)
    assert (info.privacy, info.priority, info.minimum_seeders) == ("semiPrivate", 7, 3)
    assert (info.query_limit, info.grab_limit, info.limit_hours) == (100, 10, 24)


@pytest.mark.parametrize(
    ("offer", "error"),
    [
        pytest.param(_offer(failure=410), Gone, id="gone"),
        pytest.param(_offer(failure=429), Unavailable, id="limited"),
        pytest.param(_offer(failure=500), Unavailable, id="failed"),
        pytest.param(_offer(payload=b"<html>Log in</html>"), Refused, id="a-web-page"),
        pytest.param(_offer(payload=b"d4:infod4:name"), Refused, id="half-a-torrent"),
        pytest.param(_offer(payload=b""), Refused, id="nothing"),
        pytest.param(_offer(magnet="magnet:?xt=urn:sha1:ABC"), Refused, id="a-magnet-for-something-else"),
        pytest.param(_offer(redirect="file:///etc/passwd"), Refused, id="a-file-of-ours"),
        pytest.param(_offer(redirect="http://[::1"), Unavailable, id="no-address"),
    ],
)
async def test_a_link_that_leads_to_no_torrent_says_why(offer: Offer, error: type[PortError]) -> None:
    async with bench() as (server, prowlarr):
        release = await _offered(server, prowlarr, offer)
        with pytest.raises(error) as caught:
            await prowlarr.fetch(release)
    assert caught.value.remedy
    assert KEY not in str(caught.value)


async def test_more_than_a_torrent_may_have_is_not_read() -> None:
    async with bench() as (server, prowlarr):
        release = await _offered(server, prowlarr, _offer(payload=b"d" * (11 << 20)))
        with pytest.raises(Unavailable, match="more than 10 MiB"):
            await prowlarr.fetch(release)


async def test_a_magnet_is_taken_where_the_link_fails() -> None:
    film = Film()
    async with bench() as (server, prowlarr):
        release = await _offered(server, prowlarr, _offer(failure=429, guid=film.magnet))
        payload = await prowlarr.fetch(release)
    assert payload.magnet is not None
    assert film.infohash in payload.magnet


async def test_a_redirect_to_an_odd_magnet_is_a_clean_magnet() -> None:
    odd = f"magnet:?xt=urn:btih:{Film().infohash.upper()}&amp;dn=Lampión de papel&tr=udp%3A%2F%2Ft.example%3A1337"
    async with bench() as (server, prowlarr):
        release = await _offered(server, prowlarr, _offer(magnet=odd))
        payload = await prowlarr.fetch(release)
    assert payload.magnet is not None
    assert payload.magnet.endswith("&dn=Lampi%C3%B3n%20de%20papel&tr=udp%3A%2F%2Ft.example%3A1337")
    assert "urn:btih:" in payload.magnet
    assert "amp;" not in payload.magnet


async def test_a_link_to_another_host_gets_neither_a_visit_nor_the_key() -> None:
    async with bench() as (server, prowlarr):
        release = await _offered(server, prowlarr, _offer(torrent=Film().torrent))
        assert release.link is not None
        for link in (
            release.link.replace("127.0.0.1", "tracker.example"),
            release.link.replace("http://", "http://127.0.0.1@tracker.example/"),
            "not a link",
            "http://[::1",
        ):
            with pytest.raises(Refused):
                await prowlarr.fetch(release._replace(link=link))
        assert server.requests(1, "download") == []


async def test_a_proxy_may_make_prowlarr_state_another_port() -> None:
    film = Film()
    async with bench() as (server, prowlarr):
        release = await _offered(server, prowlarr, _offer(torrent=film.torrent))
        _, _, rest = (release.link or "").removeprefix("http://").partition("/")
        payload = await prowlarr.fetch(release._replace(link=f"https://127.0.0.1:/{rest}"))
    assert payload.torrent == film.torrent


async def test_a_release_without_link_or_magnet_is_gone() -> None:
    async with bench() as (_, prowlarr):
        with pytest.raises(Gone):
            await prowlarr.fetch(Release(guid="g", indexer_id=1, indexer="Alpha", title="Lantern"))
