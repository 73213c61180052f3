"""A machine whose clock is set, or that slept: nothing is given up for it, and nothing waits for ever."""

import pytest

from radarr.ports.download_client import ClientState
from radarr.ports.errors import Unavailable
from tests.unit.app.usecases.house import BEST, GOOD, house

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("hours", [pytest.param(48, id="forward"), pytest.param(-48, id="back")])
async def test_a_stalled_download_is_not_given_up_for_a_jump_but_in_its_own_time(
    hours: float, caplog: pytest.LogCaptureFixture
) -> None:
    async with house() as home:
        home.offer(BEST)
        await home.want_sintel(search=True)
        await home.search()
        (torrent,) = await home.client.torrents()
        home.client.change(torrent.id, ClientState.STALLED)
        await home.track()
        home.clock.jump(hours=hours)
        await home.track()
        assert (await home.states())[BEST] == "stalled"
        assert "the clock jumped" in caplog.text
        home.clock.go_on(hours=5)
        await home.track()
        assert (await home.states())[BEST] == "stalled"
        home.clock.go_on(hours=2)
        await home.track()
        assert (await home.states())[BEST] == "failed"


async def test_what_waits_for_the_client_does_not_wait_for_a_clock_that_was_set_back() -> None:
    async with house() as home:
        home.offer(GOOD)
        home.client.trouble = Unavailable("qBittorrent cannot be reached")
        await home.want_sintel(search=True)
        await home.search()
        home.client.trouble = None
        home.clock.jump(days=-2)
        await home.track()
        assert await home.states() == {GOOD: "downloading"}


async def test_searches_of_a_future_that_was_none_do_not_hold_back_the_missing_films() -> None:
    async with house() as home:
        home.clock.jump(days=2)
        for number in range(8):
            await home.want_sintel(tmdb_id=number + 1, title=f"Film {number}")
        await home.container.missing().execute()
        assert len(home.indexers.asked) == 16
        home.clock.jump(days=-2)
        await home.want_sintel()
        await home.container.missing().execute()
        assert "Sintel" in {title for _, title in home.indexers.asked}


async def test_a_film_that_was_searched_in_a_future_that_was_none_does_not_wait_for_it() -> None:
    async with house() as home:
        await home.want_sintel()
        home.clock.jump(days=400)
        await home.container.missing().execute()
        home.clock.jump(days=-400)
        home.clock.go_on(minutes=10)  # answers are remembered for five
        await home.container.missing().execute()
        assert [title for _, title in home.indexers.asked] == ["Sintel"] * 4
        await home.container.missing().execute()
        assert len(home.indexers.asked) == 4
