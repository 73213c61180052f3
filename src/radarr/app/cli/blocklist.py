"""`radarr blocklist`: releases that are not grabbed again."""

from typing import Any, cast

import click

from radarr.app.cli.output import document, table
from radarr.app.cli.session import Session, json_option, remote_options

_ALL = 5000


@click.group(invoke_without_command=True)
@remote_options
@json_option
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """Show releases that are not grabbed again, and take one off the list."""
    if context.invoked_subcommand is None:
        _show(context.obj, as_json=as_json)


@command.command(name="list")
@remote_options
@json_option
@click.pass_obj
def list_(session: Session, *, as_json: bool) -> None:
    """Show the blocklist."""
    _show(session, as_json=as_json)


def _show(session: Session, *, as_json: bool) -> None:
    page = cast("dict[str, Any]", session.remote().get("/api/v3/blocklist", {"pageSize": _ALL}))
    if as_json:
        document(page["records"])
        return
    rows = ((e["id"], e["date"], e["sourceTitle"], e["indexer"], e["message"]) for e in page["records"])
    table(("id", "when", "release", "indexer", "why"), rows, right=("id",))


@command.command
@remote_options
@click.argument("entry_id", metavar="ID", type=int)
@click.pass_obj
def remove(session: Session, entry_id: int) -> None:
    """Take a release off the list."""
    session.remote().delete(f"/api/v3/blocklist/{entry_id}")
    click.echo("removed from the blocklist")
