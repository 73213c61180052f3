"""`radarr resume`: the end of a pause."""

import click

from radarr.app.cli.output import document
from radarr.app.cli.session import Session, json_option, remote_options


@click.command
@remote_options
@json_option
@click.pass_obj
def command(session: Session, *, as_json: bool) -> None:
    """End a pause; what was to be searched meanwhile is searched now."""
    state = session.remote().delete("/api/daemon/v1/pause")
    if as_json:
        document(state)
    else:
        click.echo("searching and grabbing again")
