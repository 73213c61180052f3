"""Work that is started over the API and goes on by itself."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class CommandState(StrEnum):
    """Radarr's command states."""

    QUEUED = "queued"
    STARTED = "started"
    COMPLETED = "completed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandStatus:
    """How far a command has come."""

    id: int
    name: str
    state: CommandState
    queued_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    message: str = ""
    movie_ids: tuple[int, ...] = field(default=())


class Commands(Protocol):
    """Runs commands in the background; the last hundred are remembered."""

    def start(self, name: str, movie_ids: tuple[int, ...] = ()) -> CommandStatus:
        """MoviesSearch, MissingMoviesSearch, RefreshMovie, RssSync, RefreshMonitoredDownloads.

        Raises Refused for other names.
        """
        ...

    def get(self, command_id: int) -> CommandStatus | None: ...

    def all(self) -> tuple[CommandStatus, ...]: ...
