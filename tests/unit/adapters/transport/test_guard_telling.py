import logging

import pytest

from radarr.adapters.transport.guard import Guard, GuardSettings
from radarr.ports.errors import Unavailable
from tests.unit.app.usecases.house import HandClock

pytestmark = pytest.mark.anyio


async def test_a_service_that_is_down_for_a_night_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    clock = HandClock()
    guard = Guard("Prowlarr", GuardSettings(failure_threshold=1, recovery_time=60), clock)
    for _ in range(90):
        with await guard.enter(urgent=False) as visit:
            visit.failed(Unavailable("Prowlarr cannot be reached", remedy="is it running?"))
        clock.go_on(seconds=60)
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == 2  # once an hour
    assert "Prowlarr cannot be reached: is it running?" in told[0]
