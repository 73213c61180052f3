"""What the client's states mean to us."""

import pytest

from radarr.adapters.qbittorrent.states import STATES, client_state
from radarr.ports.download_client import ClientState


@pytest.mark.parametrize("raw", ["uploading", "forcedUP", "stalledUP", "queuedUP", "pausedUP", "stoppedUP"])
def test_a_film_that_seeds_or_rests_afterwards_is_complete(raw: str) -> None:
    assert client_state(raw, progress=1, size=100) is ClientState.COMPLETED


@pytest.mark.parametrize("raw", ["moving", "checkingUP", "checkingResumeData"])
def test_a_film_that_is_moved_or_checked_is_not_complete_though_it_is_all_there(raw: str) -> None:
    assert client_state(raw, progress=1, size=100) is not ClientState.COMPLETED


@pytest.mark.parametrize(("progress", "size"), [pytest.param(0.99, 100, id="lacking"), pytest.param(1, 0, id="empty")])
def test_a_film_that_seeds_but_lacks_something_is_not_complete(progress: float, size: int) -> None:
    assert client_state("stalledUP", progress=progress, size=size) is ClientState.UNKNOWN


def test_a_state_of_the_future_is_unknown() -> None:
    assert client_state("dreaming", progress=1, size=100) is ClientState.UNKNOWN


def test_old_and_new_words_for_resting_mean_the_same() -> None:
    for end in ("DL", "UP"):
        assert STATES[f"paused{end}"] is STATES[f"stopped{end}"]


def test_every_word_of_ours_but_none_of_the_clients_is_left_out() -> None:
    assert set(STATES.values()) == set(ClientState)
