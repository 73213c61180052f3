"""Documents as TMDB sends them where it knows little, and as others send them in its place."""

import json
from datetime import date
from typing import Any

import pytest

from radarr.adapters.simulated.tmdb_server import SimulatedTmdb
from radarr.adapters.tmdb import Tmdb
from radarr.ports.errors import Gone, PortError, Unauthorised, Unavailable
from radarr.ports.metadata import MovieDetails
from tests.contract.metadata.benches import wire

pytestmark = pytest.mark.anyio

NUMBER = 987777
EMPTY: dict[str, Any] = {
    "id": NUMBER,
    "title": "Paper Lantern",
    "original_title": "",
    "original_language": "xx",
    "overview": "",
    "release_date": "",
    "runtime": 0,
    "status": "",
    "imdb_id": "",
    "belongs_to_collection": None,
    "genres": [],
    "production_companies": [],
    "poster_path": None,
    "backdrop_path": None,
    "vote_average": 0.0,
    "vote_count": 0,
    "release_dates": {"results": []},
    "alternative_titles": {"titles": []},
    "translations": {"translations": []},
    "external_ids": {"imdb_id": None},
}
BARE = MovieDetails(NUMBER, "Paper Lantern")


def _give(server: SimulatedTmdb, body: bytes, status: int = 200, kind: str = "application/json") -> None:
    server.documents[f"/movie/{NUMBER}"] = status, kind, body


async def _answer(document: dict[str, Any]) -> MovieDetails:
    async with wire() as (server, tmdb):
        _give(server, json.dumps(document).encode())
        return await tmdb.details(NUMBER)


async def test_empty_texts_and_lists_and_a_runtime_of_nought_are_unknown() -> None:
    assert await _answer(EMPTY) == BARE


async def test_nulls_are_unknown() -> None:
    assert await _answer(dict.fromkeys(EMPTY) | {"id": NUMBER, "title": "Paper Lantern"}) == BARE


async def test_what_is_missing_is_unknown_and_what_is_new_is_ignored() -> None:
    assert await _answer({"id": NUMBER, "title": "Paper Lantern", "softcore": {"of": [1]}}) == BARE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("release_date", "2019-02-31", id="no-such-day"),
        pytest.param("release_date", "soon", id="no-day"),
        pytest.param("release_date", "9999-12-31", id="no-day-of-a-film"),
        pytest.param("release_date", "0001-01-01", id="no-day-of-a-film-either"),
        pytest.param("runtime", -5, id="less-than-nothing"),
        pytest.param("runtime", 10**12, id="no-film-is-as-long"),
        pytest.param("runtime", "nan", id="no-number"),
        pytest.param("popularity", "inf", id="no-number-either"),
        pytest.param("genres", [{"id": None, "name": None}], id="a-genre-without-an-id"),
        pytest.param("production_companies", [{"id": None, "name": ""}], id="a-company-without-an-id"),
        pytest.param("imdb_id", "nm0000206", id="a-person"),
        pytest.param("poster_path", "", id="no-picture"),
        pytest.param("belongs_to_collection", {"id": 0, "name": ""}, id="no-collection"),
        pytest.param("genres", [{"id": 99999, "name": ""}], id="a-genre-without-a-name"),
        pytest.param("release_dates", {"results": [{"iso_3166_1": "US", "release_dates": None}]}, id="no-dates"),
        pytest.param(
            "release_dates",
            {"results": [{"iso_3166_1": "US", "release_dates": [{"type": 9, "release_date": "2019-01-01"}]}]},
            id="an-unknown-kind-of-release",
        ),
        pytest.param("translations", {"translations": [{"iso_639_1": "de", "data": None}]}, id="no-translation"),
    ],
)
async def test_what_makes_no_sense_is_unknown(field: str, value: object) -> None:
    assert await _answer(EMPTY | {field: value}) == BARE


@pytest.mark.parametrize("runtime", [97, 97.4, "97"])
async def test_numbers_are_understood_as_texts_and_with_a_fraction(runtime: object) -> None:
    assert await _answer(EMPTY | {"id": str(NUMBER), "runtime": runtime}) == BARE._replace(runtime=97)


async def test_a_film_that_cannot_be_read_hides_none_that_are_found_with_it() -> None:
    async with wire() as (server, tmdb):
        found = [{"id": "many"}, EMPTY, {"title": "without an id"}]
        server.documents["/search/movie"] = 200, "application/json", json.dumps({"results": found}).encode()
        assert await tmdb.search("Lantern") == (BARE,)
        server.documents["/search/movie"] = 200, "application/json", json.dumps({"results": found[::2]}).encode()
        with pytest.raises(Unavailable):
            await tmdb.search("Lantern")


async def test_a_film_that_was_not_asked_for_is_not_taken() -> None:
    async with wire() as (server, tmdb):
        _give(server, json.dumps(EMPTY | {"id": 987778}).encode())
        with pytest.raises(Unavailable, match="tells of film 987778"):
            await tmdb.details(NUMBER)


async def test_a_film_without_a_title_is_none_yet() -> None:
    nameless = EMPTY | {"title": " ", "original_title": ""}
    with pytest.raises(Unavailable, match="no title"):
        await _answer(nameless)
    film = await _answer(nameless | {"alternative_titles": {"titles": [{"title": "Lamplight", "iso_3166_1": "GB"}]}})
    assert film.title == "Lamplight"
    async with wire() as (server, tmdb):
        server.documents["/search/movie"] = 200, "application/json", json.dumps({"results": [nameless]}).encode()
        assert await tmdb.search("Lantern") == ()


async def test_the_earliest_day_of_any_country_is_when_a_film_comes_out() -> None:
    days = [
        {"iso_3166_1": country, "release_dates": [{"type": kind, "release_date": f"{on}T00:00:00.000Z"}]}
        for country, kind, on in (("US", 4, "2020-03-01"), ("DE", 4, "2020-02-01"), ("FR", 3, "2019-09-04"))
    ]
    film = await _answer(EMPTY | {"release_dates": {"results": days}})
    assert (film.in_cinemas, film.digital_release, film.year) == (date(2019, 9, 4), date(2020, 2, 1), 2019)


@pytest.mark.parametrize(
    ("body", "status", "kind", "error"),
    [
        pytest.param(b"<html>blocked</html>", 200, "text/html", Unavailable, id="a-page"),
        pytest.param(b"<html>no such page</html>", 404, "text/html", Unavailable, id="a-page-of-somebody-else"),
        pytest.param(b"<html>forbidden</html>", 403, "text/html", Unavailable, id="a-wall"),
        pytest.param(b"", 200, "application/json", Unavailable, id="nothing"),
        pytest.param(b'{"id": 1, "title": ', 200, "application/json", Unavailable, id="cut-off"),
        pytest.param(b"[]", 200, "application/json", Unavailable, id="a-list"),
        pytest.param(b'{"id": "many"}', 200, "application/json", Unavailable, id="another-type"),
        pytest.param(b'{"title": "\xff"}', 200, "application/json", Unavailable, id="no-text"),
        pytest.param(b"[" * 200_000, 200, "application/json", Unavailable, id="very-deep"),
        pytest.param(b" " * (9 << 20), 200, "application/json", Unavailable, id="oversized"),
        pytest.param(b'{"detail": "Not Found"}', 404, "application/json", Unavailable, id="an-error-of-somebody-else"),
        pytest.param(b'{"status_code": 34}', 404, "application/json", Gone, id="no-such-film"),
        pytest.param(b'{"status_code": 7}', 401, "application/json", Unauthorised, id="a-wrong-key"),
    ],
)
async def test_what_is_no_film_is_told_in_words(body: bytes, status: int, kind: str, error: type[PortError]) -> None:
    async with wire() as (server, tmdb):
        _give(server, body, status, kind)
        with pytest.raises(error) as caught:
            await tmdb.details(NUMBER)
    assert caught.value.message


async def test_lists_with_nothing_in_them_find_nothing() -> None:
    async with wire() as (server, tmdb):
        for body in (b'{"results": null}', b"{}", b'{"results": []}'):
            server.documents["/search/movie"] = 200, "application/json", body
            assert await tmdb.search("Lantern") == ()
            server.documents["/find/tt7654321"] = 200, "application/json", body
            await _is_gone(tmdb)


async def _is_gone(tmdb: Tmdb) -> None:
    with pytest.raises(Gone):
        await tmdb.find("tt7654321")
