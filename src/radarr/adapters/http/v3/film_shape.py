"""What the film database says of a film, as v3 shows it."""

from datetime import date

from msgspec import UNSET, UnsetType

from radarr.adapters.http.wire import Shape
from radarr.domain.decision.availability import available_from
from radarr.domain.movie import Movie
from radarr.ports.metadata import FilmCollection, Rating


class Cover(Shape, kw_only=True):
    """A picture. We keep none, so that its address is the film database's."""

    cover_type: str
    url: str
    remote_url: str


class CollectionShape(Shape, kw_only=True):
    """The films that belong together."""

    title: str
    tmdb_id: int


class RatingShape(Shape, kw_only=True):
    """What people think, from 0 to 10."""

    votes: int
    value: float
    type: str = "user"


def covers(poster: str, backdrop: str) -> list[Cover]:
    """The poster first: some clients take the first for it."""
    kinds = (("poster", poster), ("fanart", backdrop))
    return [Cover(cover_type=kind, url=address, remote_url=address) for kind, address in kinds if address]


def collection(found: FilmCollection | None) -> CollectionShape | UnsetType:
    """By name and id."""
    return CollectionShape(title=found.name, tmdb_id=found.tmdb_id) if found else UNSET


def ratings(found: tuple[Rating, ...]) -> dict[str, RatingShape]:
    """By who asked."""
    return {rating.source: RatingShape(votes=rating.votes, value=rating.value) for rating in found}


def day(at: date | None) -> str | UnsetType:
    """Midnight UTC."""
    return f"{at}T00:00:00Z" if at else UNSET


def status(movie: Movie, today: date) -> str:
    """How far a film has come: by its dates, where it has any, else by what the film database says."""
    if not (movie.in_cinemas or movie.digital_release or movie.physical_release):
        return movie.status or "released"
    at_home = available_from(movie, "released")
    if at_home and at_home <= today:
        return "released"
    if movie.in_cinemas and movie.in_cinemas <= today:
        return "inCinemas"
    return "announced"
