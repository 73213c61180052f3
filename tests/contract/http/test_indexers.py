"""How the indexers fare, over `/api/daemon/v1`."""

import pytest

from radarr.ports.errors import Unauthorised, Unavailable
from tests.contract.http.served import served
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio

PATH = "/api/daemon/v1/indexers"


async def test_indexers_are_shown_with_what_they_can_do_and_how_they_fare() -> None:
    async with house() as home, served(home) as http:
        home.indexers.alpha = home.indexers.alpha._replace(query_limit=50, limit_hours=1, id_params=("imdbid",))
        alpha, beta = (await http.get(PATH)).json()
        assert (alpha["name"], alpha["queryLimit"], alpha["limitHours"], alpha["idParams"]) == (
            *("Alpha", 50, 1),
            ["imdbid"],
        )
        assert (alpha["health"]["budget"], beta["health"]["budget"], beta["queryLimit"]) == (25, 100, None)
        assert (beta["health"]["status"], beta["health"]["lastSuccess"]) == ("healthy", None)


async def test_a_test_tells_how_the_indexer_answers_and_leaves_its_mark() -> None:
    async with house() as home, served(home) as http:
        home.offer("Sintel.2010.1080p.WEB-DL.H264-ONE")
        tested = (await http.post(f"{PATH}/1/test")).json()
        assert (tested["indexer"], tested["kind"], tested["releases"]) == ("Alpha", "hits", 1)
        alpha, beta = (await http.get(PATH)).json()
        assert alpha["health"]["lastSuccess"] == "2026-01-01T12:00:00Z"
        assert (alpha["health"]["totalRequests"], beta["health"]["totalRequests"]) == (1, 0)


async def test_an_unknown_indexer_is_answered_with_those_that_there_are() -> None:
    async with house() as home, served(home) as http:
        answer = await http.post(f"{PATH}/7/test")
        assert (answer.status_code, answer.json()["description"]) == (404, "those that there are: Alpha (1), Beta (2)")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        pytest.param(Unavailable("Prowlarr cannot be reached"), 503, id="away"),
        pytest.param(Unauthorised("Prowlarr does not accept the API key"), 502, id="wrong-key"),
    ],
)
async def test_a_manager_that_is_away_is_said_so(error: Exception, status: int) -> None:
    async with house() as home, served(home) as http:
        home.indexers.failing[1] = error  # type: ignore[assignment]
        answer = await http.post(f"{PATH}/1/test")
        assert (answer.status_code, answer.json()["message"]) == (status, str(error))
