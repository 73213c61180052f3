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


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    columns, places = ", ".join(values), ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(values.values()))  # noqa: S608
