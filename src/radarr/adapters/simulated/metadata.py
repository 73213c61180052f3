"""A film database in memory: for trials of use-cases."""

from collections.abc import Iterable

from radarr.domain.imdb import normalise_imdb
from radarr.domain.titles import clean_title
from radarr.ports.errors import Gone, PortError
from radarr.ports.metadata import MovieDetails


class SimulatedMetadata:
    """A Metadata in memory. `trouble` is raised by every call while it is set."""

    def __init__(self, movies: Iterable[MovieDetails] = ()) -> None:
        self.movies = {movie.tmdb_id: movie for movie in movies}
        self.trouble: PortError | None = None

    async def details(self, tmdb_id: int) -> MovieDetails:
        self._answer()
        if tmdb_id not in self.movies:
            raise Gone("the film database knows no such film", remedy="look it up by its title")
        return self.movies[tmdb_id]

    async def find(self, imdb_id: str) -> MovieDetails:
        self._answer()
        wanted = normalise_imdb(imdb_id)
        for movie in self.movies.values():
            if wanted and movie.imdb_id == wanted:
                return movie
        raise Gone(f"the film database knows no film with the id {imdb_id}", remedy="look it up by its title")

    async def search(self, text: str, year: int = 0) -> tuple[MovieDetails, ...]:
        if not text.strip():
            return ()
        self._answer()
        found = [movie for movie in self.movies.values() if _is_named(movie, text)]
        if not year:
            return tuple(found)
        of_year = [movie for movie in found if movie.year == year]
        return tuple(of_year or sorted(found, key=lambda movie: abs(movie.year - year) > 1))

    def _answer(self) -> None:
        if self.trouble is not None:
            raise self.trouble


def _is_named(movie: MovieDetails, text: str) -> bool:
    return any(clean_title(text) in clean_title(name) for name in (movie.title, movie.original_title, *movie.titles))
