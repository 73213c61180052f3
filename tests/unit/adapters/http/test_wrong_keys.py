"""How long who guesses waits."""

from contextlib import ExitStack

import pytest

from radarr.adapters.http.wrong_keys import WrongKeys

STRANGER = "203.0.113.9"


def test_each_wrong_key_waits_twice_as_long_up_to_a_few_seconds() -> None:
    doors = WrongKeys(first=0.25, longest=4.0)
    assert [doors.note(STRANGER, 0.0) for _ in range(7)] == [0.25, 0.5, 1, 2, 4, 4, 4]
    assert [doors.note(STRANGER, 0.0) for _ in range(5000)][-1] == 4


def test_one_address_does_not_slow_another() -> None:
    doors = WrongKeys()
    for _ in range(5):
        doors.note(STRANGER, 0.0)
    assert doors.note("203.0.113.10", 0.0) == 0.25


def test_after_ten_quiet_minutes_it_is_forgotten() -> None:
    doors = WrongKeys()
    for second in (0.0, 1.0, 2.0):
        doors.note(STRANGER, second)
    assert doors.note(STRANGER, 601.0) == 2.0
    assert doors.note(STRANGER, 601.0 + 601.0) == 0.25


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", id="one customer's IPv6 network"),
        pytest.param("203.0.113.9", "::ffff:203.0.113.9", id="IPv4 in the dress of IPv6"),
        pytest.param("", "", id="a socket without address"),
    ],
)
def test_other_spellings_of_an_address_are_no_other_address(first: str, second: str) -> None:
    doors = WrongKeys()
    doors.note(first, 0.0)
    assert doors.note(second, 0.0) == 0.5


def test_a_thousand_addresses_and_no_more_are_remembered() -> None:
    doors = WrongKeys()
    for number in range(3000):
        doors.note(f"198.51.{number // 250}.{number % 250}", 0.0)
    assert len(doors._guests) == 1000
    assert doors.note("198.51.0.0", 0.0) == 0.25


def test_the_log_hears_of_an_address_once_a_minute() -> None:
    doors = WrongKeys()
    heard = []
    for second in (0.0, 1.0, 59.0, 60.0, 61.0, 120.0):
        doors.note(STRANGER, second)
        heard.append(doors.is_news(STRANGER, second))
    assert heard == [True, False, False, True, False, True]


def test_only_so_many_wait_at_once_and_few_of_one_address() -> None:
    doors = WrongKeys()
    with ExitStack() as stack:
        for number in range(8):
            for _ in range(8):
                doors.note(f"198.51.100.{number}", 0.0)
                assert stack.enter_context(doors.held(f"198.51.100.{number}"))
            assert not stack.enter_context(doors.held(f"198.51.100.{number}"))
        doors.note("198.51.100.200", 0.0)
        assert not stack.enter_context(doors.held("198.51.100.200"))
    with doors.held("198.51.100.200") as waits:
        assert waits
