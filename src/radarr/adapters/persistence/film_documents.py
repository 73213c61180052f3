"""What is known of a film as two JSON documents, and back: what lists show, and all the rest.

A field that a document has not got, since a version before ours wrote it, is unknown.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from radarr.ports.metadata import (
    AlternativeTitle,
    FilmCollection,
    FilmRelease,
    FilmSummary,
    MovieDetails,
    Rating,
    ReleaseKind,
    Translation,
)

Document = Mapping[str, Any]
_DAYS = ("in_cinemas", "digital_release", "physical_release")
_REST = tuple(name for name in MovieDetails._fields if name not in FilmSummary._fields)


def write_summary(details: MovieDetails) -> dict[str, Any]:
    """What lists show, where anything is known."""
    return {name: value for name, value in details.summary()._asdict().items() if value}


def read_summary(document: Document) -> FilmSummary:
    """The way back of `write_summary`."""
    found = {name: document[name] for name in FilmSummary._fields if name in document}
    if stated := found.get("collection"):
        found["collection"] = FilmCollection(*stated)
    found["genres"] = tuple(found.get("genres", ()))
    found["ratings"] = tuple(Rating(*stated) for stated in found.get("ratings", ()))
    return FilmSummary(**found)


def write_rest(details: MovieDetails) -> dict[str, Any]:
    """What no list shows, where anything is known."""
    written = {name: value for name in _REST if (value := getattr(details, name))}
    days = {name: written[name].isoformat() for name in _DAYS if name in written}
    releases = [[release.day.isoformat(), *release[1:]] for release in details.releases]
    return written | days | ({"releases": releases} if releases else {})


def read_details(summary: Document, rest: Document) -> MovieDetails:
    """Both documents together."""
    shown = read_summary(summary)._asdict()
    shown.pop("certification")  # that of one country; the releases have all of them
    found: dict[str, Any] = {name: rest[name] for name in _REST if name in rest}
    for name in _DAYS:
        if name in found:
            found[name] = date.fromisoformat(found[name])
    found["titles"] = tuple(found.get("titles", ()))
    found["releases"] = tuple(_release(*stated) for stated in found.get("releases", ()))
    found["alternative_titles"] = tuple(AlternativeTitle(*stated) for stated in found.get("alternative_titles", ()))
    found["translations"] = tuple(Translation(*stated) for stated in found.get("translations", ()))
    return MovieDetails(**shown | found)


def _release(day: str, kind: str, country: str, certification: str) -> FilmRelease:
    return FilmRelease(date.fromisoformat(day), ReleaseKind(kind), country, certification)
