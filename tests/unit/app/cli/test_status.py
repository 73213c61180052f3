"""`radarr status` says how all is in words that a person can act on."""

from datetime import UTC, datetime
from typing import Any

import pytest

from radarr.app.cli import main
from radarr.app.cli.session import Session
from radarr.app.cli.status import _drawn, _print
from radarr.app.cli.status_view import blocks
from radarr.ports.errors import Unavailable

NOW = datetime(2026, 1, 1, 12, 10, tzinfo=UTC)

STATUS: dict[str, Any] = {
    "version": "0.1.0",
    "startedAt": "2026-01-01T12:00:00Z",
    "database": "sqlite",
    "movies": 12,
    "files": 10,
    "wanted": 2,
    "queue": 1,
    "pause": {"paused": True, "since": "2026-01-01T12:00:00Z", "until": None},
    "notices": ["library.recycle is read but has no effect yet", "prowlarr.url is odd"],
}

SERVICE: dict[str, Any] = {
    "status": "circuit_open",
    "circuit": "open",
    "opens_until": "2026-01-01T12:11:00Z",
    "success_rate": 0.4,
    "response_ms": {"p50": 10.0, "p95": 120.4, "max": 300.0},
    "requests": 10,
    "last_success": "2026-01-01T12:00:00Z",
    "last_error": "status 500",
    "version": "2.6.3",
    "problem": None,
}
UNASKED = {
    **SERVICE,
    "status": "healthy",
    "circuit": None,
    "opens_until": None,
    "success_rate": None,
    "requests": 0,
    "response_ms": {"p50": None, "p95": None, "max": None},
    "last_success": None,
    "last_error": None,
    "version": None,
}
HEALTH: dict[str, Any] = {
    "status": "degraded",
    "version": "0.1.0",
    "uptime_seconds": 600.0,
    "checked_at": "2026-01-01T12:09:00Z",
    "services": {"prowlarr": SERVICE, "tmdb": UNASKED},
    "indexers": [
        {"name": "Alpha", "resting_until": "2026-01-01T12:40:00Z", "backoff_level": 3, "last_error": "asked too often"},
        {"name": "Beta", "resting_until": None, "backoff_level": 0, "last_error": None},
    ],
    "database": {"kind": "sqlite"},
    "loops": {
        "feed": {
            "last_run": "2026-01-01T12:00:00Z",
            "duration_seconds": 1.52,
            "next_run": "2026-01-01T12:30:00Z",
            "running_since": None,
            "failures": 0,
            "last_error": None,
            "hung": False,
        },
        "downloads": {
            "last_run": None,
            "duration_seconds": None,
            "next_run": None,
            "running_since": "2026-01-01T05:00:00Z",
            "failures": 2,
            "last_error": "qBittorrent does not answer",
            "hung": True,
        },
    },
    "disks": [
        {
            "path": "/srv/media",
            "kind": "root",
            "free_bytes": 100 << 30,
            "total_bytes": 400 << 30,
            "problem": None,
            "links_to": None,
        },
        {
            "path": "/srv/down",
            "kind": "downloads",
            "free_bytes": None,
            "total_bytes": None,
            "problem": "it is not there",
            "links_to": [],
        },
    ],
    "messages": [
        {"source": "x", "level": "warning", "message": "Prowlarr fails", "remedy": "look at its log"},
        {"source": "y", "level": "notice", "message": "prowlarr.url is odd", "remedy": ""},
    ],
}


def shown(capsys: pytest.CaptureFixture[str], **changes: Any) -> list[str]:
    _print(list(blocks(STATUS, {**HEALTH, **changes}, NOW)))
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_everything_stands_there_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys)
    assert lines[:3] == [
        "radarr-daemon 0.1.0 is degraded, up for 10 min, on sqlite",
        "movies 12, files 10, wanted 2, queue 1",
        "paused until `radarr resume`: nothing is searched or grabbed",
    ]
    (prowlarr,) = [line for line in lines if line.startswith("prowlarr ")]
    assert prowlarr.startswith("prowlarr 2.6.3 circuit open open until ")
    assert prowlarr.endswith(" 10 40 % 120 ms 10 min status 500")
    assert "tmdb - healthy - 0 - - - -" in lines
    assert "Alpha in 30 min 3 asked too often" in lines
    assert not any(line.startswith("Beta") for line in lines)
    assert "feed waits 10 min 1.5 s in 20 min 0 -" in lines
    assert "downloads hangs - - - 2 qBittorrent does not answer" in lines
    assert "/srv/media root 100.0 GiB 25 % - -" in lines
    assert "/srv/down downloads - - nowhere it is not there" in lines
    assert lines[-3:] == [
        "warning: Prowlarr fails: look at its log",
        "notice: prowlarr.url is odd",
        "note: library.recycle is read but has no effect yet",
    ]


def test_before_the_first_look_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, checked_at=None, disks=[], indexers=[], messages=[])
    assert "nothing has been looked at yet: ask again in a moment" in lines
    assert not any(line.startswith("folder") for line in lines)


def test_it_is_drawn_on_a_terminal() -> None:
    from rich.console import Console

    console = Console(width=200, record=True, file=open("/dev/null", "w"))  # noqa: PTH123, SIM115
    with console.file:
        console.print(_drawn(list(blocks(STATUS, HEALTH, NOW))))
    text = console.export_text()
    assert "circuit open" in text
    assert "asked too often" in text


def test_a_program_does_not_watch(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--watch", "--json"]) == 2
    assert "--watch" in capsys.readouterr().err


class Starting:
    """A daemon that answers, and is not ready."""

    def get(self, _path: str) -> object:
        raise Unavailable("the daemon is starting")


@pytest.mark.parametrize(
    ("more", "said"), [((), "is not ready: the daemon is starting"), (("--json",), '"ready": false')]
)
def test_a_daemon_that_is_not_ready_answers_all_the_same(
    more: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Session, "remote", lambda _session: Starting())
    assert main(["status", *more]) == 0
    assert said in capsys.readouterr().out
