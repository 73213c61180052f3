"""What a slot looks for, and what is remembered of the searches for it."""

from datetime import date, datetime
from typing import NamedTuple

from radarr.domain.movie import Movie, Slot
from radarr.domain.quality import Quality


class SearchRecord(NamedTuple):
    """The searches for one slot, counted since the last change that could change the answer.

    `profile` is the fingerprint of the profile that they were for, `missing` whether there was no file; `asked` says
    when each indexer, by id, last answered one of them.
    """

    searches: int
    last_at: datetime
    profile: str
    missing: bool
    asked: tuple[tuple[int, datetime], ...] = ()

    def asked_at(self, indexer_id: int) -> datetime | None:
        """When it last answered; None: never."""
        return next((at for known, at in self.asked if known == indexer_id), None)


class Want(NamedTuple):
    """A monitored slot, with as much as tells whether it is to be searched; `profile` is a name.

    `quality`, `score` and `formats` are its file's; `quality` None: it has none.
    """

    slot_id: int
    movie_id: int
    profile: str
    added_at: datetime
    year: int = 0
    in_cinemas: date | None = None
    digital_release: date | None = None
    physical_release: date | None = None
    quality: Quality | None = None
    formats: tuple[str, ...] = ()
    record: SearchRecord | None = None

    @property
    def missing(self) -> bool:
        """Whether there is no file."""
        return self.quality is None


def want_of(movie: Movie, slot: Slot, record: SearchRecord | None) -> Want:
    """What a slot of a film looks for."""
    return Want(
        slot_id=slot.id,
        movie_id=movie.id,
        profile=slot.profile,
        added_at=movie.added_at,
        year=movie.year,
        in_cinemas=movie.in_cinemas,
        digital_release=movie.digital_release,
        physical_release=movie.physical_release,
        quality=slot.file.quality if slot.file else None,
        formats=slot.file.formats if slot.file else (),
        record=record,
    )
