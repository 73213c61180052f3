"""What a client's report makes of a download, and when patience ends."""

from datetime import UTC, datetime, timedelta

import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download, Grab
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release
from radarr.domain.states.download import DownloadEvent, DownloadState
from radarr.domain.states.machine import IllegalEvent
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.tracking import Patience, Report, given_up, noteworthy, observe, step

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def sintel(state: DownloadState = DownloadState.CONFIRMED, **changes: object) -> Download:
    name = "Sintel.2010.1080p.BluRay.x264-GRP"
    grab = Grab(
        release=Release(guid="g", indexer_id=1, indexer="Alpha", title=name, size=1000),
        parsed=ParsedRelease(name, "Sintel", ("Sintel",), 2010),
        infohash=Infohash("a" * 40),
        magnet="magnet:?xt=urn:btih:" + "a" * 40,
        category="radarr-daemon",
        tag="radarr-1",
        kind=SearchKind.SCHEDULED,
        created_at=NOON,
    )
    fields = {"grab": grab, "movie_id": 1, "slot_ids": (1,), "state": state, "state_since": NOON, **changes}
    return Download(**fields)  # type: ignore[arg-type]


def report(event: DownloadEvent = DownloadEvent.DOWNLOADING, **changes: object) -> Report:
    fields = {
        "event": event,
        "client_id": "a" * 40,
        "progress": 0.5,
        "size": 1000,
        "left": 500,
        "eta_seconds": 60,
        "save_path": "/downloads",
        **changes,
    }
    return Report(**fields)  # type: ignore[arg-type]


def test_a_download_follows_the_client() -> None:
    after = observe(sintel(), report(), NOON + timedelta(minutes=1))
    assert after.state is DownloadState.DOWNLOADING
    assert (after.progress, after.left, after.save_path) == (0.5, 500, "/downloads")
    assert after.state_since == NOON + timedelta(minutes=1)


def test_progress_starts_the_patience_anew() -> None:
    before = sintel(DownloadState.DOWNLOADING, progress=0.4, progressed_at=NOON)
    assert observe(before, report(progress=0.5), NOON + timedelta(hours=1)).progressed_at == NOON + timedelta(hours=1)
    assert observe(before, report(progress=0.4), NOON + timedelta(hours=1)).progressed_at == NOON


@pytest.mark.parametrize(
    "waiting",
    [DownloadState.QUEUED, DownloadState.PAUSED, DownloadState.CHECKING, DownloadState.METADATA, DownloadState.BLOCKED],
)
def test_what_a_download_could_not_help_costs_no_patience(waiting: DownloadState) -> None:
    tomorrow = NOON + timedelta(days=1)
    after = observe(sintel(waiting, progress=0.5, progressed_at=NOON), report(DownloadEvent.STALLED), tomorrow)
    assert given_up(after, Patience(), tomorrow) == ""


def test_an_hour_of_looks_at_the_same_progress_is_an_hour_without_progress() -> None:
    kept = observe(sintel(), report(progress=0.5), NOON)
    for minute in range(60):
        now = NOON + timedelta(minutes=minute)
        after = observe(kept, report(progress=0.52), now)
        kept = after if noteworthy(kept, after) else kept
    assert kept.progress == 0.52
    assert given_up(kept, Patience(stalled=1800), NOON + timedelta(hours=1))


def test_metadata_tells_the_other_half_of_a_hybrids_infohash() -> None:
    told = observe(sintel(), report(infohash=Infohash("a" * 40, "b" * 64)), NOON)
    assert told.grab.infohash == Infohash("a" * 40, "b" * 64)
    assert noteworthy(observe(sintel(), report(), NOON), told)
    assert observe(sintel(), report(infohash=Infohash("c" * 40, "b" * 64)), NOON).grab.infohash == Infohash("a" * 40)


def test_an_import_under_way_is_not_disturbed_by_the_client() -> None:
    assert observe(sintel(DownloadState.IMPORTING), report(), NOON).state is DownloadState.IMPORTING


def test_what_waits_keeps_its_reason_while_the_client_has_no_news() -> None:
    waiting = sintel(DownloadState.BLOCKED, message="the library is read-only", attempts=2, progress=1.0)
    after = observe(waiting, report(DownloadEvent.COMPLETED, progress=1.0), NOON)
    assert (after.state, after.message, after.attempts) == (DownloadState.BLOCKED, "the library is read-only", 2)


def test_what_the_client_mends_is_watched_again_with_a_clean_sheet() -> None:
    waiting = sintel(DownloadState.BLOCKED, message="files are missing", attempts=2, next_attempt_at=NOON)
    after = observe(waiting, report(DownloadEvent.DOWNLOADING), NOON)
    assert (after.state, after.message, after.attempts) == (DownloadState.DOWNLOADING, "", 0)
    assert after.next_attempt_at is None


def test_a_film_that_was_imported_can_come_to_no_harm_any_more() -> None:
    with pytest.raises(IllegalEvent):
        step(sintel(DownloadState.IMPORTED), DownloadEvent.FAIL, NOON)


@pytest.mark.parametrize(
    ("progress", "worth"),
    [
        pytest.param(0.52, False, id="a little progress"),
        pytest.param(0.60, True, id="good progress"),
        pytest.param(0.30, True, id="a recheck threw it back"),
    ],
)
def test_the_disk_is_not_woken_for_every_percent(progress: float, *, worth: bool) -> None:
    before = observe(sintel(), report(progress=0.5), NOON)
    assert noteworthy(before, observe(before, report(progress=progress), NOON)) is worth


@pytest.mark.parametrize(
    ("state", "hours", "hope"),
    [
        pytest.param(DownloadState.METADATA, 1, True, id="a magnet may take its time"),
        pytest.param(DownloadState.METADATA, 3, False, id="a magnet without source"),
        pytest.param(DownloadState.STALLED, 3, True, id="stalled for a while"),
        pytest.param(DownloadState.STALLED, 7, False, id="stalled for good"),
        # the client says "downloading" for long after the last seeder has left
        pytest.param(DownloadState.DOWNLOADING, 7, False, id="downloading in name only"),
        pytest.param(DownloadState.PAUSED, 99, True, id="paused by a person"),
        pytest.param(DownloadState.QUEUED, 99, True, id="waiting for its turn"),
    ],
)
def test_patience_has_an_end(state: DownloadState, hours: int, *, hope: bool) -> None:
    download = sintel(state, progressed_at=NOON)
    reason = given_up(download, Patience(no_metadata=7200, stalled=21600), NOON + timedelta(hours=hours))
    assert (reason == "") is hope
