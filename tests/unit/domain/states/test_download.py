import json
from itertools import product
from pathlib import Path

import pytest

from radarr.domain.states.download import (
    DOWNLOADING_STATES,
    FINAL,
    OPEN,
    REPORTS,
    TRACKED,
    TRANSITIONS,
    DownloadEvent,
    DownloadState,
    tracked,
)
from radarr.domain.states.machine import IllegalEvent, advance
from radarr.ports.download_client import ClientState

S, E = DownloadState, DownloadEvent
_OPENAPI = Path(__file__).parents[4].parent / "shared" / "contracts" / "radarr-v3-openapi.json"
_LISTED = DOWNLOADING_STATES | {S.CONFIRMED, S.COMPLETED, S.INSPECTING, S.IMPORTING, S.BLOCKED, S.DEMOTED}


def walk(state: DownloadState, *events: DownloadEvent) -> DownloadState:
    for event in events:
        state = advance(TRANSITIONS, state, event)
    return state


@pytest.mark.parametrize(("state", "event"), list(product(DownloadState, DownloadEvent)))
def test_every_event_is_either_in_the_table_or_illegal(state: DownloadState, event: DownloadEvent) -> None:
    if event in TRANSITIONS[state]:
        assert advance(TRANSITIONS, state, event) in DownloadState
    else:
        with pytest.raises(IllegalEvent):
            advance(TRANSITIONS, state, event)


@pytest.mark.parametrize(("state", "report"), list(product(sorted(_LISTED), REPORTS)))
def test_whatever_the_client_says_of_what_it_lists_can_be_taken(state: DownloadState, report: DownloadEvent) -> None:
    assert advance(TRANSITIONS, state, report) in OPEN


def test_the_reports_are_the_states_of_the_client() -> None:
    assert [(report.name, report.value) for report in REPORTS] == [(s.name, s.value) for s in ClientState]


@pytest.mark.parametrize(("state", "report"), list(product(sorted(DOWNLOADING_STATES), sorted(DOWNLOADING_STATES))))
def test_the_client_may_go_from_any_of_its_states_to_any_other(state: DownloadState, report: DownloadState) -> None:
    assert advance(TRANSITIONS, state, E(report.value)) is report


def test_a_film_goes_from_intent_to_library() -> None:
    way = (E.SEND, E.CONFIRM, E.METADATA, E.DOWNLOADING, E.COMPLETED, E.INSPECT, E.IMPORT, E.FINISH)
    assert walk(S.INTENDED, *way) is S.IMPORTED


def test_a_daemon_that_died_while_sending_sends_again() -> None:
    assert walk(S.INTENDED, E.SEND, E.RESEND, E.SEND, E.CONFIRM) is S.CONFIRMED


def test_a_torrent_that_the_client_lost_is_an_intent_again() -> None:
    assert walk(S.DOWNLOADING, E.RESEND) is S.INTENDED


def test_a_recheck_takes_completeness_back() -> None:
    assert walk(S.COMPLETED, E.CHECKING) is S.CHECKING
    assert walk(S.INSPECTING, E.CHECKING) is S.CHECKING


@pytest.mark.parametrize("event", [*REPORTS, E.FAIL, E.REMOVE, E.IGNORE, E.SUPERSEDE])
def test_nobody_interferes_with_an_import(event: DownloadEvent) -> None:
    if event in REPORTS:
        assert walk(S.IMPORTING, event) is S.IMPORTING
    else:
        with pytest.raises(IllegalEvent):
            walk(S.IMPORTING, event)


def test_one_that_waits_looks_again_or_follows_a_client_that_has_mended_itself() -> None:
    assert walk(S.BLOCKED, E.INSPECT, E.IMPORT, E.FINISH) is S.IMPORTED
    assert walk(S.BLOCKED, E.DOWNLOADING) is S.DOWNLOADING
    assert walk(S.BLOCKED, E.COMPLETED) is S.BLOCKED


def test_a_slow_one_beside_its_replacement_counts_only_when_it_completes() -> None:
    assert walk(S.STALLED, E.DEMOTE, E.DOWNLOADING, E.PAUSED) is S.DEMOTED
    assert walk(S.DEMOTED, E.COMPLETED) is S.COMPLETED


@pytest.mark.parametrize("state", sorted(OPEN - {S.IMPORTING}))
@pytest.mark.parametrize(
    ("event", "end"),
    [(E.FAIL, S.FAILED), (E.SUPERSEDE, S.SUPERSEDED), (E.IGNORE, S.IGNORED), (E.REMOVE, S.REMOVED)],
)
def test_any_open_download_may_end(state: DownloadState, event: DownloadEvent, end: DownloadState) -> None:
    assert advance(TRANSITIONS, state, event) is end


def test_open_and_final_part_all_states() -> None:
    assert set(DownloadState) == OPEN | FINAL
    assert not OPEN & FINAL
    assert DOWNLOADING_STATES < OPEN
    assert all(not TRANSITIONS[state] for state in FINAL)


def test_every_state_can_be_reached_from_an_intent() -> None:
    reached = {S.INTENDED}
    while further := {after for state in reached for after in TRANSITIONS[state].values()} - reached:
        reached |= further
    assert reached == set(DownloadState)


def test_every_state_has_its_words_in_the_api() -> None:
    assert set(TRACKED) == set(DownloadState)


@pytest.mark.skipif(not _OPENAPI.is_file(), reason="the shared contracts are not beside the repository")
def test_the_words_are_those_of_the_api() -> None:
    schemas = json.loads(_OPENAPI.read_text())["components"]["schemas"]
    shown = set(TRACKED.values()) | {tracked(S.BLOCKED, 0.5)}
    assert {t.state for t in shown} <= set(schemas["TrackedDownloadState"]["enum"])
    assert {t.status for t in shown} <= set(schemas["TrackedDownloadStatus"]["enum"])
    assert {t.queue for t in shown} <= set(schemas["QueueStatus"]["enum"])


def test_one_that_waits_is_complete_or_in_trouble_at_the_client() -> None:
    assert tracked(S.BLOCKED, 1.0).queue == "completed"
    assert tracked(S.BLOCKED, 0.5) == ("downloading", "warning", "warning")
    assert tracked(S.DOWNLOADING, 0.5) == ("downloading", "ok", "downloading")
