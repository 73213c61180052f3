"""Films that every bench knows."""

from datetime import date

from radarr.ports.metadata import MovieDetails

LANTERN = MovieDetails(
    tmdb_id=987001,
    title="The Paper Lantern",
    imdb_id="tt7654321",
    original_title="Le Lampion de papier",
    original_language="French",
    titles=("Die Papierlaterne",),
    year=2019,
    runtime=118,
    in_cinemas=date(2019, 9, 4),
    digital_release=date(2020, 1, 10),
    physical_release=date(2020, 1, 15),
    status="released",
    overview="A lamp maker looks for a lost letter.",
)
REMAKE = LANTERN._replace(
    tmdb_id=987002,
    imdb_id="tt7654399",
    original_title="The Paper Lantern",
    original_language="English",
    titles=(),
    year=2031,
    in_cinemas=date(2031, 2, 1),
    digital_release=None,
    physical_release=None,
    status="announced",
)
UNKNOWN = MovieDetails(tmdb_id=987555, title="A Rumour", original_title="A Rumour")
"""Nothing is known but its name."""

FILMS = (LANTERN, REMAKE, UNKNOWN)
