"""The simulated TMDB answers in the shapes of the real one."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest

from radarr.adapters.simulated.tmdb_server import SimulatedTmdb, tmdb_server
from tests.contract.metadata.benches import FILMS
from tests.contract.shapes import needs_samples, sample, strange

pytestmark = [pytest.mark.anyio, needs_samples]

KEY = "0123456789abcdef0123456789abcdef"
WHOLE = "release_dates,alternative_titles,translations,external_ids"


@pytest.fixture
async def server(anyio_backend: str) -> AsyncIterator[SimulatedTmdb]:  # noqa: ARG001  # anyio runs it
    async with tmdb_server(FILMS, api_key=KEY) as running:
        yield running


async def _get(server: SimulatedTmdb, path: str, key: str = KEY) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as http:
        return await http.get(f"{server.url}{path}", headers={"Authorization": f"Bearer {key}"})


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("/authentication", "authentication_200.json", id="authentication"),
        pytest.param(f"/movie/987001?append_to_response={WHOLE}", "movie_full_append_200.json", id="a-film-whole"),
        pytest.param("/movie/987001", "movie_plain_200.json", id="a-film-alone"),
        pytest.param("/find/tt7654321?external_source=imdb_id", "find_imdb_200.json", id="by-imdb-id"),
        pytest.param("/find/tt0000001?external_source=imdb_id", "find_imdb_empty_200.json", id="by-an-unused-id"),
        pytest.param("/search/movie?query=paper+lantern", "search_movie_200.json", id="by-title"),
        pytest.param("/search/movie?query=nothing", "search_movie_empty_200.json", id="by-an-unused-title"),
    ],
)
async def test_an_answer_has_no_field_that_tmdb_has_not(server: SimulatedTmdb, path: str, name: str) -> None:
    answer = await _get(server, path)
    assert answer.status_code == 200
    assert list(strange(answer.json(), json.loads(sample("tmdb", name)))) == []


@pytest.mark.parametrize(
    ("path", "key", "status", "name"),
    [
        pytest.param("/movie/987001", "wrong", 401, "error_401_invalid_key.json", id="a-wrong-key"),
        pytest.param("/movie/1", KEY, 404, "error_404.json", id="no-such-film"),
        pytest.param("/nowhere", KEY, 404, "error_404.json", id="no-such-place"),
        pytest.param("/movie/lantern", KEY, 404, "error_404_invalid_id.json", id="no-id"),
        pytest.param(
            f"/movie/987001?append_to_response={'images,' * 20}videos",
            *(KEY, 400, "error_400_append_too_many.json"),
            id="too-much-at-once",
        ),
    ],
)
async def test_an_error_has_the_number_that_tmdb_gives_it(
    server: SimulatedTmdb, path: str, key: str, status: int, name: str
) -> None:
    answer, recorded = await _get(server, path, key), json.loads(sample("tmdb", name))
    assert answer.status_code == status
    assert list(strange(answer.json(), recorded)) == []
    assert answer.json()["status_code"] == recorded["status_code"]


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (429, "error_429.json"),
        (500, "error_500.json"),
        (503, "error_503_offline.json"),
        (504, "error_504_backend_timeout.json"),
    ],
)
async def test_a_failure_on_order_has_the_number_that_tmdb_gives_it(
    server: SimulatedTmdb, status: int, name: str
) -> None:
    server.failures = [status]
    answer = await _get(server, "/movie/987001")
    assert (answer.status_code, answer.headers.get("Retry-After")) == (status, "4" if status == 429 else None)
    assert answer.json()["status_code"] == json.loads(sample("tmdb", name))["status_code"]
    assert (await _get(server, "/movie/987001")).status_code == 200
