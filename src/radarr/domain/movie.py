"""A movie, its slots and their files."""

from dataclasses import dataclass
from datetime import date, datetime

from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.media.measured import Measured
from radarr.domain.quality import Quality, Revision

MAIN_SLOT = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovieFile:
    """The one file of a slot. `path` is relative to the root folder, `/`-separated, NFC; size in bytes.

    `quality` is what the file is: as measured, else as claimed. `claimed` is what the release's name said of it, None
    where that was not kept; languages, group and edition are what the name said. `inputs` is what custom formats saw
    of the release, None where that was not kept; `formats` are those that matched, by name, and `score` their sum.
    `measured` is what the file itself says, None where that was not looked at or could not be read.
    """

    id: int = 0
    path: str
    size: int
    quality: Quality
    claimed: Quality | None = None
    revision: Revision = Revision()
    languages: tuple[str, ...] = ("Unknown",)
    group: str | None = None
    edition: str = ""
    scene_name: str = ""
    score: int = 0
    formats: tuple[str, ...] = ()
    inputs: FormatInputs | None = None
    measured: Measured | None = None
    infohash: str | None = None
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A version of a movie that is wanted. `folder` is relative to the root; empty until the first import.

    `edition` (words, or a /pattern/; "" any) and the sizes (bytes, and bytes per minute; None unlimited) bound what may
    fill it, beside what its profile says.
    """

    id: int = 0
    movie_id: int = 0
    name: str = MAIN_SLOT
    profile: str
    root_id: int
    folder: str = ""
    monitored: bool = True
    edition: str = ""
    max_size: int | None = None
    max_size_per_minute: int | None = None
    file: MovieFile | None = None
    searched_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movie:
    """A film. `runtime` in minutes, 0 unknown; `year` 0 unknown; `original_language` "" unknown.

    `titles` are further names (original, alternative, translated).
    """

    id: int = 0
    tmdb_id: int
    imdb_id: str | None = None
    title: str
    original_title: str = ""
    original_language: str = ""
    titles: tuple[str, ...] = ()
    year: int = 0
    secondary_year: int | None = None
    runtime: int = 0
    in_cinemas: date | None = None
    digital_release: date | None = None
    physical_release: date | None = None
    status: str = ""
    overview: str = ""
    added_at: datetime
    slots: tuple[Slot, ...] = ()

    def slot(self, name: str) -> Slot | None:
        """The slot of this name, if the movie has it."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class RootFolder:
    """A library folder. `sentinel` is the UUID that its sentinel file must hold; `path` is absolute."""

    id: int = 0
    path: str
    sentinel: str
