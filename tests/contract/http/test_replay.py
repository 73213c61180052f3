"""`/api/daemon/v1/replay`."""

import json

import pytest

from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import GOOD, house

pytestmark = pytest.mark.anyio

CAM = "Sintel.2010.CAM.XviD-SEAT"


async def test_a_replay_compares_what_would_be_grabbed_by_other_settings() -> None:
    async with house() as home, served(home) as http:
        for name in (GOOD, CAM):
            home.offer(name)
        await http.post("/api/v3/movie", json=sintel())
        await http.get("/api/daemon/v1/search?movieId=1")
        settings = {"profile": [{"name": "Bad", "qualities": ["CAM"]}]}
        body = {"profile": "Bad", "settings": json.dumps(settings), "source": "try.toml"}
        told = (await http.post("/api/daemon/v1/replay", json=body)).json()
        assert (told["releases"], told["now"]["grabbed"], told["then"]["grabbed"]) == (2, 1, 1)
        (slot,) = told["slots"]
        assert (slot["movie"], slot["now"]["title"], slot["then"]["title"]) == ("Sintel (2010)", GOOD, CAM)
        unchanged = (await http.post("/api/daemon/v1/replay")).json()
        assert [slot["differs"] for slot in unchanged["slots"]] == [False]


@pytest.mark.parametrize("settings", ["[]", "{", '{"profile": 5}', '{"library": {}}'])
async def test_settings_that_cannot_be_tried_are_refused_in_words(settings: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/daemon/v1/replay", json={"settings": settings})
        assert (answer.status_code, answer.json()["message"] != "") == (400, True)
