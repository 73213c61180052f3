"""`radarr movie lookup` and `radarr movie refresh`: what the film database knows."""

import time
from typing import Any, cast

import click

from radarr.app.cli.films import find_film, name
from radarr.app.cli.output import document, table
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.app.remote import Remote
from radarr.ports.errors import Gone, Unavailable

_LOOK_EVERY = 0.5  # seconds


@click.command
@remote_options
@json_option
@click.argument("term", nargs=-1, required=True)
@click.pass_obj
def lookup(session: Session, term: tuple[str, ...], *, as_json: bool) -> None:
    """Find films at TMDB: by title, with or without a year, tmdb:603, imdb:tt0133093, or a page's address."""
    found = cast("list[dict[str, Any]]", session.remote().get("/api/v3/movie/lookup", {"term": " ".join(term)}))
    if as_json:
        document(found)
        return
    if not found:
        raise Gone(f"no film is found by {' '.join(term)!r}", remedy="try fewer words, or none of its year")
    rows = ((f"tmdb:{film['tmdbId']}", name(film), film["status"], film.get("id", "")) for film in found)
    table(("add it as", "film", "status", "in the library"), rows, right=("in the library",))


@click.command
@remote_options
@click.argument("movie", required=False)
@click.option("--all", "every", is_flag=True, help="Every film: of thousands that takes a while.")
@click.pass_obj
def refresh(session: Session, movie: str | None, *, every: bool) -> None:
    """Ask TMDB what has changed of one film, or of all; the daemon does so by itself, often for new films."""
    if (movie is None) is not every:
        raise click.UsageError("give a film, or --all")
    remote = session.remote()
    movie_ids = [find_film(remote, movie)["id"]] if movie is not None else []
    click.echo(_ended(remote, {"name": "RefreshMovie", "movieIds": movie_ids}))


def _ended(remote: Remote, body: dict[str, object]) -> str:
    """What a command says at its end. Raises Unavailable for one that failed."""
    status = cast("dict[str, Any]", remote.post("/api/v3/command", body))
    while status["status"] in {"queued", "started"}:
        time.sleep(_LOOK_EVERY)
        status = cast("dict[str, Any]", remote.get(f"/api/v3/command/{status['id']}"))
    message = str(status.get("message", ""))
    if status["result"] != "successful":
        raise Unavailable(message or "the command failed: the daemon's log says why")
    return message
