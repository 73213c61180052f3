"""`radarr pause`: no searches and no grabs for a while."""

from datetime import UTC, datetime
from typing import Any, cast

import click

from radarr.app.cli.moment import FORMS, local, read_moment
from radarr.app.cli.output import document
from radarr.app.cli.session import Session, json_option, remote_options


def _moment(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return read_moment(value, datetime.now(UTC)).isoformat()
    except (ValueError, OverflowError) as error:
        raise click.BadParameter(f"give {FORMS}") from error


@click.command
@remote_options
@json_option
@click.option("--until", callback=_moment, metavar="TIME", help=f"When it ends by itself: {FORMS}.")
@click.pass_obj
def command(session: Session, *, until: str | None, as_json: bool) -> None:
    """Search and grab nothing until TIME, or until `radarr resume`; imports go on."""
    made = cast("dict[str, Any]", session.remote().put("/api/daemon/v1/pause", {"until": until}))
    if as_json:
        document(made)
    else:
        click.echo(f"paused {pause_words(made)}; what is downloading is still imported")


def pause_words(pause: dict[str, Any]) -> str:
    """Until when."""
    return f"until {local(pause['until'], '%Y-%m-%d %H:%M')}" if pause["until"] else "until `radarr resume`"
