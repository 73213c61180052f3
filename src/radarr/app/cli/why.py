"""`radarr why`: what was considered for a film, and why it was taken or not."""

from typing import Any, cast

import click

from radarr.app.cli.films import find_film
from radarr.app.cli.output import document, size, table
from radarr.app.cli.session import Session, json_option, remote_options


@click.command
@remote_options
@json_option
@click.argument("movie")
@click.option("--slot", help="Of one slot only.")
@click.pass_obj
def command(session: Session, movie: str, slot: str | None, *, as_json: bool) -> None:
    """Show every release that was considered for a film, with every reason."""
    remote = session.remote()
    film = find_film(remote, movie)
    found = cast("dict[str, Any]", remote.get(f"/api/daemon/v1/movie/{film['id']}/why", {"slot": slot}))
    if as_json:
        document(found)
        return
    if not found["candidates"]:
        click.echo(f"nothing was offered for {found['movie']} yet; `radarr search {film['id']}` asks the indexers")
        return
    rows = (
        (
            c["lastSeen"],
            c["slot"],
            c["title"],
            c["indexer"],
            c["quality"],
            size(c["size"]),
            c["outcome"],
            "; ".join(f"{r['reason']}: {r['message']}" for r in c["rejections"]),
        )
        for c in found["candidates"]
    )
    headers = ("last seen", "slot", "release", "indexer", "quality", "size", "outcome", "reasons")
    table(headers, rows, right=("size",))
