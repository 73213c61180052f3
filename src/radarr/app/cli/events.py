"""`radarr events`: what happens, as it happens."""

import json
import time
from collections.abc import Iterator
from typing import Any, cast

import click

from radarr.app.cli.moment import local
from radarr.app.cli.output import clean, document
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.app.remote import DaemonUnreachable
from radarr.ports.errors import Unavailable

_PATH = "/api/daemon/v1/events"
_WAIT = 50  # seconds that an answer is held back for, at most
_MANY = 1000
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0  # seconds before an absent daemon is asked again


@click.command
@remote_options
@json_option
@click.option("--follow", is_flag=True, help="Go on with what happens from now on, until Ctrl-C; --json: one a line.")
@click.option("--limit", type=click.IntRange(0, _MANY), default=20, show_default=True, help="How many past events.")
@click.pass_obj
def command(session: Session, *, as_json: bool, follow: bool, limit: int) -> None:
    """Show what happened, oldest first: time, film, what, and why."""
    page = _page(session, limit=max(1, limit))
    events = page["events"][-limit:] if limit else []
    if as_json and not follow:
        document(events)
        return
    for event in events:
        _tell(event, as_json=as_json)
    for event in _following(session, page["last"]) if follow else ():
        _tell(event, as_json=as_json)


def _page(session: Session, **query: object) -> dict[str, Any]:
    return cast("dict[str, Any]", session.remote().get(_PATH, query))


def _following(session: Session, last: int) -> Iterator[dict[str, Any]]:
    """Every event after `last`, however often the daemon is restarted meanwhile."""
    while True:
        page = _patient(session, last)
        yield from page["events"]
        last = page["last"]


def _patient(session: Session, last: int) -> dict[str, Any]:
    """The next page, once the daemon gives one; that it is away, and back, is told on standard error."""
    pause, away = _FIRST_PAUSE, False
    while True:
        try:
            page = _page(session, after=last, limit=_MANY, wait=0 if away else _WAIT)
        except (DaemonUnreachable, Unavailable) as error:
            if not away:
                click.echo(f"radarr: {error.message}; waiting for it", err=True)
            away = True
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        else:
            if away:
                click.echo("radarr: the daemon is back", err=True)
            return page


def _tell(event: dict[str, Any], *, as_json: bool) -> None:
    click.echo(json.dumps(event, ensure_ascii=False) if as_json else _line(event))


def _line(event: dict[str, Any]) -> str:
    film = event.get("movie") or f"film {event['movieId']}"
    slot = f" [{event['slot']}]" if event.get("slot", "main") != "main" else ""
    title = event["title"] if event["title"] != film else ""
    told = ": ".join(part for part in (title, event["why"]) if part)
    return clean(f"{local(event.get('at'))}  {film}{slot}  {event['event']}  {told}".rstrip())
