"""`radarr config`."""

from typing import TYPE_CHECKING

import click

from radarr.app.cli.output import document, table
from radarr.app.cli.session import Session, config_option, json_option

if TYPE_CHECKING:
    from radarr.app.config import Value


@click.group
@config_option
def command() -> None:
    """Show every setting in force and where it came from."""


@command.command
@config_option
@json_option
@click.pass_obj
def show(session: Session, *, as_json: bool) -> None:
    """Show every value in force and where it came from; keys and passwords are hidden."""
    from radarr.app.config.literal import literal

    config = session.config()
    if as_json:
        values = {value.path: _described(value) for value in config.values}
        path = str(config.path) if config.path else None
        document({"file": path, "values": values, "notices": config.notices})
        return
    table(("setting", "value", "from"), ((v.path, literal(v.value), v.origin) for v in config.values))
    for notice in config.notices:
        click.echo(f"note: {notice}", err=True)


def _described(value: "Value") -> dict[str, object]:
    origin = value.origin
    return {"value": value.value, "origin": origin.kind, "name": origin.name or None, "line": origin.line}
