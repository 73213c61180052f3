"""Who may read the metrics, and what is told to them of each request."""

from typing import NamedTuple

import pytest

from radarr.adapters.http.context import Watch
from tests.contract.http.served import served
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio


class Answered(NamedTuple):
    route: str
    method: str
    status: int
    seconds: float


async def _page() -> bytes:
    return b"radarr_up 1\n"


async def test_where_the_daemon_listens_on_loopback_alone_metrics_need_no_key() -> None:
    async with house() as home, served(home, watch=Watch(page=_page, is_local=True), url_base="/films") as http:
        http.headers.pop("X-Api-Key")
        for path in ("/metrics", "/films/metrics"):
            answer = await http.get(path)
            assert (answer.status_code, answer.content) == (200, b"radarr_up 1\n")
            assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"


async def test_where_others_can_reach_it_they_need_the_key() -> None:
    async with house() as home, served(home, watch=Watch(page=_page)) as http:
        assert (await http.get("/metrics")).content == b"radarr_up 1\n"
        http.headers.pop("X-Api-Key")
        assert (await http.get("/metrics")).status_code == 401


async def test_a_proxy_on_this_machine_does_not_make_the_world_local() -> None:
    watch = Watch(page=_page, is_local=True)
    async with house() as home, served(home, watch=watch, trusted_proxies=("127.0.0.0/8",)) as http:
        http.headers.pop("X-Api-Key")
        assert (await http.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"})).status_code == 401
        assert (await http.get("/metrics", headers={"X-Forwarded-For": "::1"})).status_code == 200


@pytest.mark.parametrize("name", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
@pytest.mark.parametrize("trusted", [(), ("10.0.0.0/8",)], ids=["nobody-trusted", "another-trusted"])
async def test_a_proxy_that_we_do_not_believe_may_speak_for_anyone(name: str, trusted: tuple[str, ...]) -> None:
    watch = Watch(page=_page, is_local=True)
    async with house() as home, served(home, watch=watch, trusted_proxies=trusted) as http:
        told = {name: "127.0.0.1"}
        assert (await http.get("/metrics", headers=told)).status_code == 200
        http.headers.pop("X-Api-Key")
        assert (await http.get("/metrics", headers=told)).status_code == 401
        assert (await http.get("/metrics")).status_code == 200


async def test_requests_are_told_by_the_pattern_that_they_matched() -> None:
    told: list[Answered] = []
    watch = Watch(answered=lambda *of_it: told.append(Answered(*of_it)))
    async with house() as home, served(home, watch=watch) as http:
        await http.get("/API/v3/Movie/17/")
        await http.get("/api/v3/movie/nothing/of/ours")
        await http.post("/api/v3/command", content=b"{")
        await http.get("/api/v3/movie", headers={"X-Api-Key": "wrong"})
        await http.get("/ping", headers={"Host": "evil.example.com"})
    assert [one[:3] for one in told] == [
        ("/api/v3/movie/{id}", "GET", 404),
        ("none", "GET", 404),
        ("/api/v3/command", "POST", 400),
        ("/api/v3/movie", "GET", 401),
        ("/ping", "GET", 403),
    ]
    assert all(one.seconds >= 0 for one in told)
