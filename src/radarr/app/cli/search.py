"""`radarr search`: what every indexer has for a film, and why not."""

from typing import Any, cast

import click

from radarr.app.cli.films import find_film
from radarr.app.cli.output import clean, document, size, table
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.app.remote import Remote
from radarr.ports.errors import Gone


@click.command
@remote_options
@json_option
@click.argument("movie")
@click.option("--grab", is_flag=True, help="Grab the best, or the one that --pick names.")
@click.option("--pick", type=int, help="Number in the table; a rejected one is forced.")
@click.pass_obj
def command(session: Session, movie: str, *, as_json: bool, grab: bool, pick: int | None) -> None:
    """Search every indexer for a film, and show a ranked table with every reason."""
    remote = session.remote()
    film = find_film(remote, movie)
    found = cast("dict[str, Any]", remote.get("/api/daemon/v1/search", {"movieId": film["id"]}))
    chosen = _chosen(found["releases"], pick) if grab or pick else None
    grabbed = _grab(remote, film["id"], chosen) if chosen else None
    if as_json:
        document({**found, "grabbed": grabbed})
        return
    _show(found)
    if grabbed:
        click.echo(f"\ngrabbed {grabbed['title']}; see `radarr queue`")


def _chosen(releases: list[dict[str, Any]], pick: int | None) -> dict[str, Any]:
    if pick is not None:
        if not 1 <= pick <= len(releases):
            raise click.UsageError(f"--pick {pick}: the table has {len(releases)} rows")
        return releases[pick - 1]
    accepted = [release for release in releases if release["accepted"]]
    if not accepted:
        raise Gone("no release is acceptable", remedy="`radarr search` shows why; --pick N forces one")
    return accepted[0]


def _grab(remote: Remote, movie_id: int, release: dict[str, Any]) -> dict[str, Any]:
    body = {"guid": release["guid"], "indexerId": release["indexerId"], "movieId": movie_id}
    return cast("dict[str, Any]", remote.post("/api/v3/release", body))


def _show(found: dict[str, Any]) -> None:
    rows = (
        (
            number,
            release["title"],
            ", ".join([release["indexer"], *release["alternates"]]),
            release["quality"],
            release["score"],
            size(release["size"]),
            release["seeders"],
            f"rank {release['rank']}"
            if release["accepted"]
            else "; ".join(r["message"] for r in release["rejections"]),
        )
        for number, release in enumerate(found["releases"], 1)
    )
    headers = ("#", "release", "indexer", "quality", "score", "size", "seeders", "verdict")
    table(headers, rows, right=("#", "score", "size", "seeders"))
    for answer in found["indexers"]:
        if answer["kind"] not in {"hits", "empty"}:
            said = (answer["message"] or answer["kind"]).removeprefix(f"{answer['indexer']}: ")
            click.echo(clean(f"missing: {answer['indexer']}: {said}"), err=True)
