"""The journal of an import: every file that it touches, written before anything is touched."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from radarr.domain.movie import MovieFile


class ImportState(StrEnum):
    """How far an import has come; each is committed after the act that it names."""

    PLANNED = "planned"
    STAGED = "staged"
    RECYCLED = "recycled"
    PUBLISHED = "published"
    RECORDED = "recorded"
    UNDONE = "undone"
    FAILED = "failed"


class ImportItem(NamedTuple):
    """One file on its way: `source` is absolute, `temporary` and `target` are relative to the root folder."""

    source: str
    temporary: str
    target: str
    size: int
    transfer: str | None = None
    """hardlink, reflink or copy, once staged."""
    inode: int | None = None


class Retired(NamedTuple):
    """A file that followed the replaced film: where it lies, and its place in the recycle folder. Both are relative."""

    path: str
    recycled: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One journaled change of the library: one slot, one film file and its extras."""

    id: int = 0
    download_id: int | None
    movie_id: int
    slot_id: int
    root_id: int
    state: ImportState
    film: ImportItem
    extras: tuple[ImportItem, ...] = ()
    file: MovieFile
    """What the library will hold."""
    replaces: MovieFile | None = None
    recycled: str | None = None
    """Where the replaced file goes, relative to the root folder."""
    retired: tuple[Retired, ...] = ()
    """What goes there with it."""
    started_at: datetime
    ended_at: datetime | None = None
    message: str = ""
