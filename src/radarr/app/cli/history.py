"""`radarr history`: what happened."""

from typing import Any, cast

import click

from radarr.app.cli.films import find_film, library, name
from radarr.app.cli.output import document, table
from radarr.app.cli.session import Session, json_option, remote_options

_WORDS = {
    "grabbed": "grabbed",
    "downloadFolderImported": "imported",
    "downloadFailed": "failed",
    "downloadIgnored": "let go",
    "movieFileDeleted": "file deleted",
    "movieFileRenamed": "renamed",
    "movieAdded": "added",
    "movieDeleted": "removed",
    "manualInteractionRequired": "waits",
}


@click.command
@remote_options
@json_option
@click.option("--movie", help="Of one film only.")
@click.option("--limit", type=click.IntRange(1, 5000), default=50, show_default=True, help="How many events.")
@click.pass_obj
def command(session: Session, movie: str | None, limit: int, *, as_json: bool) -> None:
    """Show what happened, newest first."""
    remote = session.remote()
    film = find_film(remote, movie) if movie else None
    query = {"pageSize": limit, "movieId": film["id"] if film else None}
    page = cast("dict[str, Any]", remote.get("/api/v3/history", query))
    if as_json:
        document(page["records"])
        return
    names = {m["id"]: name(m) for m in library(remote)}
    rows = (
        (
            event["date"],
            names.get(event["movieId"], f"film {event['movieId']}"),
            _WORDS.get(event["data"]["event"], event["data"]["event"]),
            event["sourceTitle"],
            _detail(event["data"]),
        )
        for event in page["records"]
    )
    table(("when", "film", "what", "release", "detail"), rows)


def _detail(data: dict[str, str]) -> str:
    if data.get("importedPath"):
        replaced = f", replacing {data['replaced']}" if data.get("replaced") else ""
        return f"{data.get('transfer', '')}: {data['importedPath']}{replaced}"
    return data.get("message") or data.get("indexer") or ""
