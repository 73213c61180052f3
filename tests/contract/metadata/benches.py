"""A film database of each kind, with the same films."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from radarr.adapters.simulated.tmdb_server import SimulatedTmdb, tmdb_server
from radarr.adapters.tmdb import Tmdb
from radarr.adapters.transport.client import Transport
from radarr.ports.metadata import (
    AlternativeTitle,
    FilmCollection,
    FilmRelease,
    MovieDetails,
    Rating,
    ReleaseKind,
    Translation,
)

LANTERN = MovieDetails(
    tmdb_id=987001,
    title="The Paper Lantern",
    imdb_id="tt7654321",
    original_title="Le Lampion de papier",
    original_language="French",
    titles=("Paper Lantern", "Die Papierlaterne", "Lanterna de Papel"),
    year=2019,
    runtime=118,
    in_cinemas=date(2019, 9, 4),
    digital_release=date(2020, 2, 4),
    physical_release=date(2020, 3, 3),
    status="released",
    overview="A lamp maker looks for a lost letter.",
    releases=(
        FilmRelease(date(2019, 5, 17), ReleaseKind.PREMIERE, "FR"),
        FilmRelease(date(2019, 9, 4), ReleaseKind.THEATRICAL, "FR", "TP"),
        FilmRelease(date(2019, 11, 8), ReleaseKind.LIMITED, "US", "PG-13"),
        FilmRelease(date(2020, 2, 4), ReleaseKind.DIGITAL, "US", "R"),
        FilmRelease(date(2020, 3, 3), ReleaseKind.PHYSICAL, "US"),
        FilmRelease(date(2020, 8, 1), ReleaseKind.TELEVISION, "US"),
    ),
    alternative_titles=(AlternativeTitle("Paper Lantern", "US", "working title"),),
    translations=(
        Translation("Le Lampion de papier", "French", "fr", "FR", "Un fabricant de lampes cherche une lettre."),
        Translation("Die Papierlaterne", "German", "de", "DE"),
        Translation("Lanterna de Papel", "Portuguese (Brazil)", "pt", "BR"),
        Translation("", "Dutch", "nl", "NL", "Een lampenmaker zoekt een brief."),
    ),
    collection=FilmCollection(55001, "The Lantern Collection"),
    genres=("Drama", "Mystery"),
    studio="Invented Films",
    poster="https://image.tmdb.org/t/p/original/ps987001.jpg",
    backdrop="https://image.tmdb.org/t/p/original/bd987001.jpg",
    ratings=(Rating("tmdb", 7.214, 1523),),
    popularity=31.442,
)
LATE = MovieDetails(
    tmdb_id=987004,
    title="Lost Letters",
    imdb_id="tt7654322",
    original_title="Lost Letters",
    original_language="English",
    year=2019,
    in_cinemas=date(2020, 1, 24),
    secondary_year=2020,
    releases=(
        FilmRelease(date(2019, 9, 8), ReleaseKind.PREMIERE, "CA"),
        FilmRelease(date(2020, 1, 24), ReleaseKind.THEATRICAL, "US", "PG"),
    ),
)
"""Shown at a festival, and to everybody only in the year after."""
REMAKE = MovieDetails(
    tmdb_id=987002, title="The Paper Lantern", original_title="The Paper Lantern", original_language="English"
)
EARLIER = REMAKE._replace(tmdb_id=987003, year=1974, in_cinemas=date(1974, 1, 1))
FILMS = (EARLIER, LANTERN, REMAKE, LATE)


@asynccontextmanager
async def wire(key: str = "", our_key: str | None = None) -> AsyncIterator[tuple[SimulatedTmdb, Tmdb]]:
    async with (
        tmdb_server(FILMS, api_key=key or "0123456789abcdef0123456789abcdef") as server,
        Transport("TMDB", server.url) as transport,
    ):
        yield server, Tmdb(transport, api_key=server.api_key if our_key is None else our_key)
