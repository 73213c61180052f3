"""A film database of each kind, with the same films."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from radarr.adapters.simulated.tmdb_server import SimulatedTmdb, tmdb_server
from radarr.adapters.tmdb import Tmdb
from radarr.adapters.transport.client import Transport
from radarr.ports.metadata import MovieDetails

LANTERN = MovieDetails(
    tmdb_id=987001,
    title="The Paper Lantern",
    imdb_id="tt7654321",
    original_title="Le Lampion de papier",
    original_language="French",
    titles=("Paper Lantern", "Die Papierlaterne"),
    year=2019,
    runtime=118,
    in_cinemas=date(2019, 9, 4),
    digital_release=date(2020, 2, 4),
    physical_release=date(2020, 3, 3),
    status="released",
    overview="A lamp maker looks for a lost letter.",
)
REMAKE = MovieDetails(
    tmdb_id=987002, title="The Paper Lantern", original_title="The Paper Lantern", original_language="English"
)
EARLIER = REMAKE._replace(tmdb_id=987003, year=1974, in_cinemas=date(1974, 1, 1))
FILMS = (EARLIER, LANTERN, REMAKE)


@asynccontextmanager
async def wire(key: str = "", our_key: str | None = None) -> AsyncIterator[tuple[SimulatedTmdb, Tmdb]]:
    async with (
        tmdb_server(FILMS, api_key=key or "0123456789abcdef0123456789abcdef") as server,
        Transport("TMDB", server.url) as transport,
    ):
        yield server, Tmdb(transport, api_key=server.api_key if our_key is None else our_key)
