"""How often a wrong password is tried."""

import pytest

from radarr.adapters.qbittorrent.latch import Latch
from radarr.ports.errors import Unauthorised
from tests.unit.adapters.qbittorrent.stopped_clock import StoppedClock


def _closed(latch: Latch) -> bool:
    try:
        latch.check()
    except Unauthorised:
        return True
    return False


def test_each_wrong_password_doubles_the_wait_up_to_a_day() -> None:
    clock = StoppedClock()
    latch = Latch(clock)
    for hours in (1, 2, 4, 8, 16, 24, 24):
        latch.wrong_password(Unauthorised("no"))
        clock.seconds += hours * 3600 - 1
        assert _closed(latch)
        clock.seconds += 1
        assert not _closed(latch)


def test_a_good_login_forgets_the_bad_ones() -> None:
    latch = Latch(StoppedClock())
    latch.wrong_password(Unauthorised("no"))
    latch.open()
    assert not _closed(latch)


def test_it_says_again_what_was_wrong() -> None:
    latch = Latch(StoppedClock())
    latch.close(Unauthorised("banned", remedy="wait"), 60)
    with pytest.raises(Unauthorised, match="banned: wait"):
        latch.check()
