"""How late the event loop is."""

import anyio
import pytest

from radarr.app.lag import EVERY, LoopLag
from radarr.ports.driving.lag import Lag
from tests.unit.app.usecases.house import HandClock


def test_before_the_first_sample_nothing_is_late() -> None:
    assert LoopLag(HandClock()).view() == Lag()


def test_one_long_film_scan_shows_in_the_maximum_and_not_in_the_median() -> None:
    lag = LoopLag(HandClock())
    for late in [0.001] * 198 + [0.2, 0.3]:
        lag.note(late)
    assert lag.view() == Lag(p50_ms=1.0, p99_ms=200.0, max_ms=300.0)


def test_what_was_late_long_ago_is_forgotten() -> None:
    lag = LoopLag(HandClock())
    lag.note(5.0)
    for _ in range(240):
        lag.note(0.002)
    assert lag.view().max_ms == 2.0


def test_a_timer_that_comes_early_is_on_time() -> None:
    lag = LoopLag(HandClock())
    lag.note(-0.01)
    assert lag.view() == Lag()


@pytest.mark.anyio
async def test_a_busy_loop_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = HandClock()
    lag = LoopLag(clock)

    async def sleep(seconds: float) -> None:
        clock.go_on(seconds=seconds + 0.25)
        await anyio.lowlevel.checkpoint()
        if lag.view().max_ms:
            scope.cancel()

    monkeypatch.setattr("radarr.app.lag.anyio.sleep", sleep)
    with anyio.CancelScope() as scope:
        await lag.run()
    assert lag.view().max_ms == pytest.approx(250.0)
    assert clock.monotonic() > EVERY
