"""Keeping up with changes."""

import json
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from radarr.adapters.qbittorrent.listing import RESYNC_EVERY, Listing
from radarr.adapters.transport.client import Answer
from tests.unit.adapters.qbittorrent.stopped_clock import StoppedClock

pytestmark = pytest.mark.anyio

WHOLE = {"name": "Film", "state": "downloading", "progress": 0.5}


class Script:
    """A session that answers what is written, and keeps what it was asked."""

    def __init__(self, *answers: dict[str, Any]) -> None:
        self.epoch = 1
        self.asked: list[int] = []
        self._answers = list(answers)

    async def get(self, _path: str, params: Mapping[str, int], *, limit: int) -> Answer:
        assert limit
        self.asked.append(params["rid"])
        return Answer(200, httpx.Headers(), json.dumps(self._answers.pop(0)).encode(), "http://box")


def _full(rid: int, *ids: str) -> dict[str, Any]:
    return {"rid": rid, "full_update": True, "torrents": dict.fromkeys(ids, WHOLE)}


def _listing(script: Script, clock: StoppedClock | None = None) -> Listing:
    return Listing(script, clock or StoppedClock())  # type: ignore[arg-type]


async def test_a_change_changes_only_what_it_names() -> None:
    listing = _listing(script := Script(_full(1, "a", "b"), {"rid": 2, "torrents": {"a": {"progress": 1}}}))
    await listing.refresh()
    torrents = await listing.refresh()
    assert (torrents["a"].progress, torrents["a"].name, torrents["b"].progress) == (1, "Film", 0.5)
    assert script.asked == [0, 1]


async def test_what_a_change_does_not_name_is_still_there() -> None:
    listing = _listing(Script(_full(1, "a", "b"), {"rid": 2}, {"rid": 3, "torrents_removed": ["a", "never"]}))
    await listing.refresh()
    assert set(await listing.refresh()) == {"a", "b"}
    assert set(await listing.refresh()) == {"b"}


async def test_a_full_answer_replaces_everything_at_any_time() -> None:
    listing = _listing(Script(_full(7, "a"), _full(1, "b")))
    await listing.refresh()
    assert set(await listing.refresh()) == {"b"}


async def test_a_change_of_a_film_that_we_never_saw_makes_us_read_all_anew() -> None:
    partial = {"rid": 2, "torrents": {"b": {"progress": 0.7}}}
    listing = _listing(script := Script(_full(1, "a"), partial, _full(3, "a", "b")))
    await listing.refresh()
    torrents = await listing.refresh()
    assert torrents["b"].name == "Film"
    assert script.asked == [0, 1, 0]


async def test_all_is_read_anew_now_and_then_and_after_a_login() -> None:
    clock = StoppedClock()
    listing = _listing(script := Script(*(_full(n, "a") for n in range(1, 4))), clock)
    await listing.refresh()
    clock.seconds += RESYNC_EVERY
    await listing.refresh()
    script.epoch += 1
    await listing.refresh()
    assert script.asked == [0, 0, 0]
