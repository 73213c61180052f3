"""`radarr why`: what was considered for a film, why it was taken or not, and what would have got it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, cast

import click

from radarr.app.cli.films import find_film
from radarr.app.cli.moment import ago, local
from radarr.app.cli.output import clean, document, size, table
from radarr.app.cli.session import Session, json_option, remote_options

_HEADERS = ("outcome", "release", "quality", "score", "size", "indexers", "seen", "last seen", "why not", "what helps")


@click.command
@remote_options
@json_option
@click.argument("movie")
@click.option("--slot", help="Of one slot only.")
@click.pass_obj
def command(session: Session, movie: str, slot: str | None, *, as_json: bool) -> None:
    """Show every release that was considered for a film, with every reason and the smallest change that helps.

    What was grabbed or accepted comes first, then what came nearest. A change is what a person could set, or what time
    brings, so that the release would be taken; it was tried.
    """
    remote = session.remote()
    film = find_film(remote, movie)
    found = cast("dict[str, Any]", remote.get(f"/api/daemon/v1/movie/{film['id']}/why", {"slot": slot}))
    if as_json:
        document(found)
        return
    for at, story in enumerate(found["slots"]):
        if at:
            click.echo()
        _show(found["movie"], story, [c for c in found["candidates"] if c["slot"] == story["slot"]], film["id"])


def _show(movie: str, story: dict[str, Any], candidates: list[dict[str, Any]], movie_id: int) -> None:
    click.echo(clean(f"{movie}, slot {story['slot']}"))
    for sentence in story["standing"]:
        click.echo(clean(f"  {sentence}"))
    if not candidates:
        click.echo(f"  `radarr search {movie_id}` asks the indexers")
        return
    if nearest := story.get("nearest"):
        click.echo(clean(f"  nearest miss: {nearest['title']}"))
        click.echo(clean(f"  it would be taken with: {_and(nearest['changes'])}"))
    click.echo()
    now = datetime.now(UTC)
    table(_HEADERS, (_row(candidate, now) for candidate in candidates), right=("score", "size", "seen"))


def _row(candidate: dict[str, Any], now: datetime) -> tuple[object, ...]:
    seen = f"{local(candidate['lastSeen'], '%Y-%m-%d %H:%M')} ({ago(candidate['lastSeen'], now)} ago)"
    return (
        candidate["outcome"],
        candidate["title"],
        candidate["quality"],
        candidate["score"],
        size(candidate["size"]),
        ", ".join(candidate["indexers"]),
        candidate["seen"],
        seen,
        "; ".join(f"{r['reason']}: {r['message']}" for r in candidate["rejections"]) or "-",
        _help(candidate),
    )


def _help(candidate: dict[str, Any]) -> str:
    if candidate["outcome"] == "grabbed":
        return "-"
    if candidate["acceptable"]:
        return "nothing is needed now"
    return _and(candidate["changes"]) or f"nothing: {candidate['obstacle']}"


def _and(changes: Iterable[str]) -> str:
    return " and ".join(changes)
