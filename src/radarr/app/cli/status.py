"""`radarr status`: how the daemon and everything around it fares, once or as it changes."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import click

from radarr.app.cli.output import clean, document, drawing, table
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.app.cli.status_view import Block, blocks
from radarr.app.remote import DaemonUnreachable
from radarr.ports.errors import Unavailable

if TYPE_CHECKING:
    from rich.console import Group

_EVERY = 2.0  # seconds between two looks


@click.command
@remote_options
@json_option
@click.option("--watch", is_flag=True, help="Show it anew every two seconds, until Ctrl-C.")
@click.pass_obj
def command(session: Session, *, as_json: bool, watch: bool) -> None:
    """Show services, loops, disks and counts, and what needs a person; 0 as long as the daemon answers."""
    if watch and as_json:
        raise click.UsageError("--watch is for people: ask with --json as often as you like")
    if not watch:
        _show(session, as_json=as_json)
    elif sys.stdout.isatty():
        _live(session)
    else:
        _repeated(session)


def _look(session: Session) -> dict[str, Any]:
    """Raises Unavailable where the daemon answers that it is not ready, DaemonUnreachable where nobody does."""
    remote = session.remote()
    status = cast("dict[str, Any]", remote.get("/api/daemon/v1/status"))
    return {**status, "health": remote.get("/api/health/detailed")}


def _show(session: Session, *, as_json: bool) -> None:
    try:
        found = _look(session)
    except DaemonUnreachable:
        raise
    except Unavailable as error:
        document({"ready": False, "reason": error.message}) if as_json else click.echo(_unready(error))
        return
    if as_json:
        document({"ready": True, **found})
    else:
        _print(_blocks(found))


def _unready(error: Unavailable) -> str:
    return clean(f"the daemon answers, and is not ready: {error.message}")


def _blocks(found: dict[str, Any]) -> list[Block]:
    return list(blocks(found, found["health"], datetime.now(UTC)))


def _print(shown: list[Block]) -> None:
    for at, block in enumerate(shown):
        if at:
            click.echo()
        if block.headers:
            table(block.headers, block.rows, block.right)
        else:
            click.echo("\n".join(clean(line) for (line,) in block.rows))


def _patient(session: Session) -> Iterator[list[Block]]:
    """A look every two seconds; while the daemon is away, that it is."""
    while True:
        try:
            yield _blocks(_look(session))
        except DaemonUnreachable as error:
            yield [Block(((error.message,),))]
        except Unavailable as error:
            yield [Block(((_unready(error),),))]
        time.sleep(_EVERY)


def _repeated(session: Session) -> None:
    for shown in _patient(session):
        click.echo(f"--- {datetime.now().astimezone():%Y-%m-%d %H:%M:%S}")
        _print(shown)


def _live(session: Session) -> None:
    from rich.live import Live

    with Live(auto_refresh=False, screen=True, vertical_overflow="ellipsis") as live:
        for shown in _patient(session):
            # what is wrong comes first: a screen shows the beginning
            live.update(_drawn(sorted(shown, key=lambda block: bool(block.headers))), refresh=True)


def _drawn(shown: list[Block]) -> "Group":
    from rich.console import Group
    from rich.text import Text

    def draw(block: Block) -> object:
        if not block.headers:
            return Text("\n".join(clean(line) for (line,) in block.rows))
        return drawing(block.headers, [[clean(cell) for cell in row] for row in block.rows], block.right)

    return Group(*map(draw, shown))  # type: ignore[arg-type]
