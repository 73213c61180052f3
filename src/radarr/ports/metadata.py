"""What films there are."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable


class ReleaseKind(StrEnum):
    """How a film came out."""

    PREMIERE = "premiere"
    LIMITED = "limited"
    THEATRICAL = "theatrical"
    DIGITAL = "digital"
    PHYSICAL = "physical"
    TELEVISION = "television"


_RATED_FOR = (
    *(ReleaseKind.THEATRICAL, ReleaseKind.LIMITED, ReleaseKind.PREMIERE),
    *(ReleaseKind.DIGITAL, ReleaseKind.PHYSICAL, ReleaseKind.TELEVISION),
)
"""Whose certification is the film's: a disc or a broadcast may be of another cut."""


class FilmRelease(NamedTuple):
    """One release. `country` is ISO 3166-1 in upper case, `certification` that country's age rating, "" none."""

    day: date
    kind: ReleaseKind
    country: str
    certification: str = ""


class AlternativeTitle(NamedTuple):
    """What a film is called as well. `country` as in `FilmRelease`; `kind` says in free words which sort of title."""

    title: str
    country: str = ""
    kind: str = ""


class Translation(NamedTuple):
    """Title and overview in another language, each "" where there is none.

    `language` is an English name as in `ParsedRelease.languages`, "" where it is none of those; `code` is ISO 639-1.
    """

    title: str
    language: str = ""
    code: str = ""
    country: str = ""
    overview: str = ""


class FilmCollection(NamedTuple):
    """The films that belong together."""

    tmdb_id: int
    name: str


class Rating(NamedTuple):
    """What people think: `value` from 0 to 10, of so many `votes`; `source` is who asked them."""

    source: str
    value: float
    votes: int


class FilmSummary(NamedTuple):
    """What lists show of a film besides its names and dates. Fields as in `MovieDetails`."""

    collection: FilmCollection | None = None
    certification: str = ""
    genres: tuple[str, ...] = ()
    studio: str = ""
    poster: str = ""
    backdrop: str = ""
    ratings: tuple[Rating, ...] = ()
    popularity: float = 0.0


class MovieDetails(NamedTuple):
    """What is known of a film; empty, 0 and None are unknown. `runtime` in minutes."""

    tmdb_id: int
    title: str
    imdb_id: str | None = None
    original_title: str = ""
    original_language: str = ""
    """An English language name as in `ParsedRelease.languages`."""
    titles: tuple[str, ...] = ()
    """All further titles, alternative and translated: no two of one key (`clean_title`), and not without end."""
    year: int = 0
    runtime: int = 0
    in_cinemas: date | None = None
    digital_release: date | None = None
    physical_release: date | None = None
    status: str = ""
    overview: str = ""
    secondary_year: int | None = None
    """The year in which people got to see it, where that is another: after a festival, say."""
    releases: tuple[FilmRelease, ...] = ()
    """The earliest first."""
    alternative_titles: tuple[AlternativeTitle, ...] = ()
    translations: tuple[Translation, ...] = ()
    collection: FilmCollection | None = None
    genres: tuple[str, ...] = ()
    """English names."""
    studio: str = ""
    poster: str = ""
    """The address of a picture, in its full size; so is `backdrop`."""
    backdrop: str = ""
    ratings: tuple[Rating, ...] = ()
    popularity: float = 0.0

    def certification(self, country: str = "US") -> str:
        """The age rating in a country, "" where there is none: of the cinema rather than of a disc."""
        stated = [release for release in self.releases if release.country == country and release.certification]
        best = min(stated, key=lambda release: _RATED_FOR.index(release.kind), default=None)
        return best.certification if best else ""

    def summary(self) -> FilmSummary:
        """What lists show."""
        shown = {name: getattr(self, name) for name in FilmSummary._fields if name in self._fields}
        return FilmSummary(**shown | {"certification": self.certification()})


@runtime_checkable
class Metadata(Protocol):
    """The film database. Every call raises Unavailable, Unauthorised (no key or a wrong one)."""

    async def details(self, tmdb_id: int) -> MovieDetails:
        """One film whole. Raises Gone when there is none."""
        ...

    async def find(self, imdb_id: str) -> MovieDetails:
        """One film whole by its IMDb id (`tt...`). Raises Gone when there is none."""
        ...

    async def search(self, text: str, year: int = 0) -> tuple[MovieDetails, ...]:
        """Films of that title, best first; details may be thin. No text finds nothing."""
        ...
