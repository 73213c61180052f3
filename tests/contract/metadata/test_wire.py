"""What only shows between the adapter and a TMDB that has its moods."""

import pytest

from radarr.adapters.tmdb import Tmdb
from radarr.adapters.transport.client import Transport
from radarr.ports.errors import Gone, PortError, Refused, Unauthorised, Unavailable
from tests.contract.metadata.benches import LANTERN, wire

pytestmark = pytest.mark.anyio

KEY = "0123456789abcdef0123456789abcdef"


async def test_without_a_key_films_are_added_by_hand() -> None:
    async with wire(our_key="") as (server, tmdb):
        with pytest.raises(Unauthorised, match=r"no TMDB key: add films by hand or set tmdb\.api_key"):
            await tmdb.details(LANTERN.tmdb_id)
        assert server.paths == []


@pytest.mark.parametrize("key", ["fedcba9876543210", "eyJ0.eyJ0.c2ln", "no key\n", "schlüssel"])
async def test_a_wrong_key_is_named_but_not_shown(key: str) -> None:
    async with wire(our_key=key) as (_, tmdb):
        with pytest.raises(Unauthorised, match=r"tmdb\.api_key") as caught:
            await tmdb.details(LANTERN.tmdb_id)
    assert key.strip() not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (429, Unavailable),
        (500, Unavailable),
        (502, Unavailable),
        (503, Unavailable),
        (403, Unavailable),
        (422, Refused),
    ],
)
async def test_what_ails_tmdb_is_told_apart(status: int, error: type[PortError]) -> None:
    async with wire(KEY) as (server, tmdb):
        server.failure = status
        with pytest.raises(error) as caught:
            await tmdb.search("Lantern")
    assert KEY not in str(caught.value)
    if status == 429:
        assert isinstance(caught.value, Unavailable)
        assert caught.value.retry_after == 4


async def test_an_unreachable_tmdb_is_no_wrong_key() -> None:
    async with Transport("TMDB", "http://127.0.0.1:9/3") as nobody:
        with pytest.raises(Unavailable, match="cannot be reached") as caught:
            await Tmdb(nobody, api_key=KEY).details(7)
    assert KEY not in str(caught.value)


async def test_a_series_is_no_film() -> None:
    async with wire() as (server, tmdb):
        server.series.add("tt0944947")
        with pytest.raises(Gone, match="television series"):
            await tmdb.find("tt0944947")


async def test_a_film_takes_one_request() -> None:
    async with wire() as (server, tmdb):
        await tmdb.details(LANTERN.tmdb_id)
        assert server.paths == [f"/movie/{LANTERN.tmdb_id}"]


async def test_another_program_at_the_address_is_told() -> None:
    async with wire() as (server, _), Transport("TMDB", server.url.removesuffix("/3")) as transport:
        with pytest.raises(PortError):
            await Tmdb(transport, api_key=server.api_key).details(LANTERN.tmdb_id)
