"""`radarr status`: services, loops, counts."""

from typing import Any, cast

import click

from radarr.app.cli.output import document, pairs, table
from radarr.app.cli.session import Session, json_option, remote_options


@click.command
@remote_options
@json_option
@click.pass_obj
def command(session: Session, *, as_json: bool) -> None:
    """Show how the daemon and its services are."""
    found = cast("dict[str, Any]", session.remote().get("/api/daemon/v1/status"))
    if as_json:
        document(found)
        return
    names = ("version", "startedAt", "database", "movies", "files", "queue")
    pairs(("started" if name == "startedAt" else name, found[name]) for name in names)
    click.echo()
    table(
        ("service", "version", "state"), ((s["name"], s["version"], s["problem"] or "well") for s in found["services"])
    )
    click.echo()
    rows = ((r["name"], r["lastRun"], r["nextRun"], r["failures"], r["lastError"]) for r in found["loops"])
    table(("loop", "last run", "next run", "failures", "last error"), rows, right=("failures",))
    warnings = [warning for service in found["services"] for warning in service["warnings"]]
    for notice in (*warnings, *found["notices"]):
        click.echo(f"note: {notice}")
