"""A library of many films, put straight into the SQLite file of a daemon that has begun it."""

import contextlib
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from service_parts.films import Film

_ADDED = 1_760_000_000_000
_OVERVIEW = (
    "When a letter that was never meant to arrive turns up at the lighthouse, the keeper's daughter has to choose "
    "between the promise that she made as a child and the stranger who knows how that summer really ended. "
    "A story of harbours, of winters, and of those who are left behind."
)


def fill(database: Path, films: Iterable[Film]) -> None:
    """Nine of ten films have their file, in the profile's cutoff quality; every film is monitored."""
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        root = connection.execute("SELECT id FROM roots").fetchone()[0]
        for film in films:
            _add(connection, film, root)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _add(connection: sqlite3.Connection, film: Film, root: int) -> None:
    folder = f"{film.title.replace(':', '')} ({film.year})"
    movie = {
        "id": film.number,
        "tmdb_id": film.tmdb_id,
        "imdb_id": film.imdb_id,
        "title": film.title,
        "original_title": film.title,
        "original_language": "English",
        "titles": json.dumps(film.titles),
        "year": film.year,
        "secondary_year": None,
        "runtime": 90 + film.number % 60,
        "in_cinemas": None,
        "digital_release": f"{film.year}-06-01",
        "physical_release": f"{film.year}-09-01",
        "status": "released",
        "overview": _OVERVIEW,
        "added_at": _ADDED,
    }
    slot = {
        "id": film.number,
        "movie_id": film.number,
        "name": "main",
        "profile": "HD-1080p",
        "root_id": root,
        "folder": "" if film.missing else folder,
        "monitored": 1,
        "searched_at": _ADDED,
    }
    _insert(connection, "movies", movie)
    _insert(connection, "metadata", _metadata(film))
    _insert(connection, "slots", slot)
    if not film.missing:
        name = f"{folder} [Bluray-1080p]-SPARKS.mkv"
        file = {
            "slot_id": film.number,
            "path": f"{folder}/{name}",
            "size": 8_000_000_000,
            "quality": "Bluray-1080p",
            "revision": "[1,0]",
            "languages": '["English"]',
            "release_group": "SPARKS",
            "edition": "",
            "scene_name": "",
            "score": 0,
            "infohash": None,
            "added_at": _ADDED,
        }
        _insert(connection, "files", file)


def _metadata(film: Film) -> dict[str, object]:
    """About as much as there is of a film that many countries know: 6 KiB."""
    picture = f"https://image.tmdb.org/t/p/original/{film.number:027x}.jpg"
    summary = {
        "collection": [film.number, f"{film.title} Collection"],
        "certification": "PG-13",
        "genres": ["Drama", "Mystery"],
        "studio": "Harbour Films",
        "poster": picture,
        "backdrop": picture,
        "ratings": [["tmdb", 6.9, 1234]],
        "popularity": 12.5,
    }
    details = {
        "tmdb_id": film.tmdb_id,
        "title": film.title,
        "imdb_id": film.imdb_id,
        "year": film.year,
        "releases": [[f"{film.year}-06-01", "theatrical", f"{n:02}", "PG-13"] for n in range(60)],
        "translations": [[f"{film.title} {n}", "German", "de", f"{n:02}", ""] for n in range(40)],
    }
    return {
        "movie_id": film.number,
        "fetched_at": _ADDED,
        "due_at": _ADDED,
        "summary": json.dumps(summary),
        "details": json.dumps(details),
    }


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    columns, places = ", ".join(values), ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(values.values()))  # noqa: S608
