"""Films to be named."""

from datetime import UTC, datetime

from radarr.domain.movie import Movie

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def film(title: str = "Sintel", year: int = 2010, imdb_id: str | None = "tt1727587", original_title: str = "") -> Movie:
    return Movie(tmdb_id=45745, imdb_id=imdb_id, title=title, year=year, original_title=original_title, added_at=NOW)
