"""One configuration hands over to the next."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import anyio
import pytest

from radarr.app.config import Config, load
from radarr.app.daemon import Daemon
from radarr.app.generation import Generation
from radarr.app.signs_of_life import SignsOfLife

pytestmark = pytest.mark.anyio
CONFIG = load(None, {})


class Heard:
    """A service manager, and whom the daemon tells it of."""

    watchdog_seconds = None

    def __init__(self) -> None:
        self.words: list[str] = []

    def ready(self, status: str) -> None:
        self.words.append(f"ready: {status}")

    def status(self, text: str) -> None:
        self.words.append(text)

    def reloading(self) -> None:
        self.words.append("reloading")

    def stopping(self) -> None:
        self.words.append("stopping")

    def alive(self) -> None:
        """Nobody waits."""


class Part:
    """A generation whose work takes a while to end."""

    def __init__(self) -> None:
        self.config = CONFIG
        self.done: list[str] = []

    async def stop(self, grace: float, *, reason: str = "") -> None:  # noqa: ARG002
        await anyio.sleep(0.05)
        self.done.append("stopped")

    def succeed(self, before: "Part") -> None:
        """Take over."""

    def begin(self) -> None:
        self.done.append("begun")

    def troubles(self) -> str:
        raise ValueError("a check is broken")

    def leave(self) -> None:
        """Nobody comes any more."""


def running(part: Part, reread: Callable[[], Config] = lambda: CONFIG) -> Any:
    """A daemon in the middle of its life: without disk, port and database."""
    daemon: Any = Daemon(CONFIG, Path("/nowhere"), reread, lambda _config: lambda _secret: None)
    daemon._manager, daemon._current, daemon._premises = Heard(), part, SimpleNamespace(api_key="k")
    return daemon


async def test_who_is_stopped_while_another_takes_over_begins_nothing_more() -> None:
    old, new = Part(), Part()
    daemon = running(old)
    async with anyio.create_task_group() as daemon._tasks:
        daemon._tasks.start_soon(daemon._hand_over, old, new, CONFIG)
        await anyio.wait_all_tasks_blocked()
        await daemon._stop()
    assert (old.done, new.done) == (["stopped", "stopped"], [])
    assert daemon._manager.words == ["stopping"]


async def test_the_next_begins_when_the_one_before_has_stopped() -> None:
    old, new = Part(), Part()
    daemon = running(old)
    async with anyio.create_task_group() as daemon._tasks:
        await daemon._hand_over(old, new, CONFIG)
        assert (old.done, new.done, daemon._now()) == (["stopped"], ["begun"], new)
        daemon._tasks.cancel_scope.cancel()


async def test_a_broken_check_costs_the_daemon_its_status_line_and_no_more(caplog: pytest.LogCaptureFixture) -> None:
    manager, part = Heard(), Part()
    life = SignsOfLife(manager, lambda: cast("Generation", part))
    for _ in range(3):
        life.tell_troubles()
    assert manager.words == ["how all fares cannot be told (ValueError): this is a bug"]
    assert len(caplog.records) == 1


async def test_a_burst_of_signals_is_heeded_twice_at_most_and_the_last_word_counts() -> None:
    read: list[int] = []

    def reread() -> Config:
        read.append(1)
        raise OSError("no such file")

    daemon = running(Part(), reread)
    async with anyio.create_task_group() as daemon._tasks, daemon._reloading:  # one is at it
        for _ in range(20):
            daemon._ask_to_reload()
        await anyio.wait_all_tasks_blocked()
        assert read == []
    assert read == [1]
    async with anyio.create_task_group() as daemon._tasks:
        daemon._ask_to_reload()
    assert read == [1, 1]


async def test_a_file_that_cannot_be_read_in_a_way_nobody_thought_of_ends_nothing() -> None:
    def reread() -> Config:
        raise RecursionError("maximum recursion depth exceeded")

    part = Part()
    daemon = running(part, reread)
    async with anyio.create_task_group() as daemon._tasks:
        await daemon._reload()
    assert daemon._now() is part
    assert daemon._manager.words == ["reloading", "ready: the new configuration was not taken: see the log"]
