import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.resilience.retry import Mishap, Retry, may_repeat


@pytest.mark.parametrize(
    ("mishap", "reads", "costs", "again"),
    [
        pytest.param(Mishap.UNREACHED, False, True, True, id="nothing-was-sent"),
        pytest.param(Mishap.UNANSWERED, True, False, True, id="a-list-that-did-not-come"),
        pytest.param(Mishap.UNANSWERED, False, False, False, id="a-torrent-that-may-have-been-added"),
        pytest.param(Mishap.UNANSWERED, True, True, False, id="a-search-that-an-indexer-may-have-counted"),
        pytest.param(Mishap.OVERLOADED, True, False, True, id="a-gateway-that-is-busy"),
        pytest.param(Mishap.OVERLOADED, False, False, False, id="a-change-that-a-gateway-may-have-passed-on"),
        pytest.param(Mishap.FINAL, True, False, False, id="an-answer-that-will-not-change"),
    ],
)
def test_only_what_can_do_no_harm_is_done_again(mishap: Mishap, *, reads: bool, costs: bool, again: bool) -> None:
    assert may_repeat(mishap, reads=reads, costs=costs) is again


@given(repeats=st.integers(0, 10**6), chance=st.floats(0, 1, exclude_max=True))
def test_a_pause_is_never_longer_than_the_longest(repeats: int, chance: float) -> None:
    pause = Retry(10**7, first=0.5, longest=8).pause(repeats, chance)
    assert pause is not None
    assert 0 <= pause <= 8


def test_pauses_double_until_the_longest() -> None:
    retry = Retry(6, first=1, longest=8)
    assert [retry.pause(repeats, 0.5) for repeats in range(6)] == [0.5, 1, 2, 4, 4, 4]


def test_clients_that_failed_together_do_not_come_back_together() -> None:
    pauses = [Retry(1, first=1).pause(0, tenth / 10) for tenth in range(10)]
    assert len(set(pauses)) == 10


def test_after_the_last_repeat_it_gives_up() -> None:
    assert Retry(2).pause(2, 0.5) is None
    assert Retry(0).pause(0, 0.5) is None


@given(asked_for=st.floats(0, 20), chance=st.floats(0, 1, exclude_max=True))
def test_a_service_that_names_its_time_is_not_asked_before(asked_for: float, chance: float) -> None:
    pause = Retry(1, patience=20).pause(0, chance, asked_for)
    assert pause is not None
    assert pause >= asked_for


def test_a_service_that_wants_an_hour_is_left_to_the_next_round() -> None:
    assert Retry(3, patience=20).pause(0, 0.5, 3600) is None
