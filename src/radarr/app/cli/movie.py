"""`radarr movie`: the library."""

from datetime import UTC, datetime
from typing import Any, cast

import click

from radarr.app.cli.film_database import lookup, refresh
from radarr.app.cli.films import find_film, library, name
from radarr.app.cli.limits import EDITION, MAX_SIZE, limits, size_bound
from radarr.app.cli.moment import local
from radarr.app.cli.output import document, pairs, size, table
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.app.remote import Remote


@click.group
@remote_options
def command() -> None:
    """Add films, list them, change what is wanted of them."""


@command.command
@remote_options
@json_option
@click.argument("movie", required=False)
@click.option("--title", default="", help="Add by hand: the film's title.")
@click.option("--year", type=int, default=0, help="By hand: its year.")
@click.option("--tmdb-id", type=int, help="By hand: its TMDB id.")
@click.option("--imdb-id", help="By hand: its IMDb id, tt...")
@click.option("--runtime", type=int, default=0, help="By hand: minutes.")
@click.option("--original-language", default="", help="By hand: English name of a language.")
@click.option("--profile", default="", help="Quality profile.")
@click.option("--root", default="", help="Root folder.")
@click.option("--slot", "slots", multiple=True, help="Slot to fill, several times for several; else main.")
@click.option("--edition", help=EDITION)
@click.option("--max-size", help=MAX_SIZE, callback=size_bound)
@click.option("--unmonitored", is_flag=True, help="Do not look for it by yourself.")
@click.option("--search", is_flag=True, help="Search for it at once.")
@click.pass_obj
def add(session: Session, /, movie: str | None, *, as_json: bool, **given: Any) -> None:  # noqa: ANN401
    """Add a film: tmdb:603, imdb:tt0133093, or by hand with --title, --year and --tmdb-id."""
    body = {
        "tmdbId": given["tmdb_id"],
        "imdbId": given["imdb_id"],
        **_ids(movie),
        "title": given["title"],
        "year": given["year"],
        "runtime": given["runtime"],
        "originalLanguage": given["original_language"],
        "profile": given["profile"],
        "root": given["root"],
        "slots": list(given["slots"]) or ["main"],
        "edition": given["edition"],
        **given["max_size"],
        "monitored": not given["unmonitored"],
        "search": given["search"],
    }
    added = cast("dict[str, Any]", session.remote().post("/api/daemon/v1/movie", body))
    if as_json:
        document(added)
        return
    searched = "; it is being searched for, see `radarr queue`" if given["search"] else ""
    click.echo(f"added {name(added)} as film {added['id']}{searched}")


def _ids(movie: str | None) -> dict[str, object]:
    if movie is None:
        return {}
    kind, _, value = movie.partition(":")
    match kind.casefold():
        case "tmdb" if value.isdecimal():
            return {"tmdbId": int(value)}
        case "imdb" if value.casefold().startswith("tt"):
            return {"imdbId": value.casefold()}
        case _:
            raise click.UsageError(f"{movie!r} is no film: give tmdb:603 or imdb:tt0133093, or --title and --tmdb-id")


@command.command(name="list")
@remote_options
@json_option
@click.pass_obj
def list_(session: Session, *, as_json: bool) -> None:
    """List every film."""
    movies = library(session.remote())
    if as_json:
        document(movies)
        return
    rows = (
        (
            m["id"],
            name(m),
            "yes" if m["monitored"] else "no",
            m["movieFile"]["quality"]["quality"]["name"] if m["hasFile"] else "missing",
            size(m["sizeOnDisk"]),
        )
        for m in movies
    )
    table(("id", "film", "wanted", "file", "size"), rows, right=("id", "size"))


def _next_search(stamp: str | None) -> str | None:
    """When it is searched by itself; None: it is not."""
    if stamp is None:
        return None
    return "due" if datetime.fromisoformat(stamp) <= datetime.now(UTC) else local(stamp)


def _slots(remote: Remote, movie_id: int) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", remote.get(f"/api/v3/movie/{movie_id}/slots"))


@command.command
@remote_options
@json_option
@click.argument("movie")
@click.pass_obj
def show(session: Session, movie: str, *, as_json: bool) -> None:
    """Show one film and its slots."""
    remote = session.remote()
    found = find_film(remote, movie)
    slots = _slots(remote, found["id"])
    if as_json:
        document({**found, "slots": slots})
        return
    pairs(
        (
            ("film", name(found)),
            ("id", found["id"]),
            ("tmdb", found["tmdbId"]),
            ("imdb", found.get("imdbId")),
            ("runtime", f"{found['runtime']} min" if found["runtime"] else None),
            ("added", found["added"]),
        )
    )
    click.echo()
    rows = (
        (
            s["name"],
            s["profile"],
            "yes" if s["monitored"] else "no",
            limits(s),
            s.get("quality"),
            s.get("path", s["root"]),
            _next_search(s.get("nextSearch")),
        )
        for s in slots
    )
    table(("slot", "profile", "wanted", "limits", "file", "path", "next search"), rows)


@command.command(name="set")
@remote_options
@click.argument("movie")
@click.option("--slot", default="main", help="Which version of the film; one that it has not got is added.")
@click.option("--profile", help="Quality profile.")
@click.option("--root", help="Root folder.")
@click.option("--edition", help=EDITION)
@click.option("--max-size", help=MAX_SIZE, callback=size_bound)
@click.option("--monitored/--unmonitored", default=None, help="Look for it, or do not.")
@click.pass_obj
def set_(session: Session, /, movie: str, slot: str, **given: Any) -> None:  # noqa: ANN401
    """Change what is wanted of a film."""
    remote = session.remote()
    found = find_film(remote, movie)
    body = {name: given[name] for name in ("monitored", "profile", "root", "edition")} | given["max_size"]
    remote.put(f"/api/v3/movie/{found['id']}/slots/{slot}", body)
    click.echo(f"changed {name(found)}")


@command.command
@remote_options
@click.argument("movie")
@click.option("--slot", help="Only this version of it; where that has a file, say what becomes of it.")
@click.option("--delete-files/--keep-files", default=None, help="Move its files to the recycle folder, or not.")
@click.pass_obj
def remove(session: Session, movie: str, slot: str | None, *, delete_files: bool | None) -> None:
    """Take a film out of the library; its files stay unless said otherwise."""
    remote = session.remote()
    found = find_film(remote, movie)
    if slot:
        query = {} if delete_files is None else {"deleteFile": delete_files}
        remote.delete(f"/api/v3/movie/{found['id']}/slots/{slot}", query=query)
        click.echo(f"removed the slot {slot} of {name(found)}")
        return
    remote.delete(f"/api/v3/movie/{found['id']}", query={"deleteFiles": bool(delete_files)})
    click.echo(f"removed {name(found)}")


command.add_command(lookup)
command.add_command(refresh)
