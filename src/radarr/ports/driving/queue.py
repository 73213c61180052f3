"""Asking about what is under way."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from radarr.domain.download import Download
from radarr.domain.movie import Movie
from radarr.domain.pending import Pending
from radarr.ports.download_client import ClientTorrent


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueItem:
    """A download under way and its film (None when that was removed)."""

    download: Download
    movie: Movie | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingItem:
    """A release that waits until it is due, its film, and the slot's name."""

    pending: Pending
    movie: Movie
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """The queue, and what waits to come into it.

    `unmatched` lies in our category but is not ours; `problem` says why the client is not readable.
    """

    items: tuple[QueueItem, ...]
    waiting: tuple[WaitingItem, ...] = ()
    unmatched: tuple[ClientTorrent, ...] = ()
    problem: str = ""


class ShowQueue(Protocol):
    """Shows the queue."""

    async def execute(self) -> QueueView: ...


class QueueAction(StrEnum):
    """What can be done to a download."""

    PAUSE = "pause"
    RESUME = "resume"
    REMOVE = "remove"
    RETRY = "retry"
    FAIL = "fail"


class ManageDownload(Protocol):
    """Acts on a download."""

    async def execute(
        self,
        download_id: int,
        action: QueueAction,
        *,
        remove_from_client: bool = True,
        blocklist: bool = False,
        search_again: bool = True,
    ) -> Download:
        """FAIL blocklists and searches anew; RETRY tries a waiting import or grab again now; REMOVE forgets it.

        Raises Gone, Unavailable, Refused (not in a state for it).
        """
        ...


class ManageWaiting(Protocol):
    """Acts on a release that waits."""

    async def grab(self, pending_id: int) -> Download:
        """At once, whatever the rules say. Raises Gone, Conflict (under way), Refused, Unavailable, Unauthorised."""
        ...

    async def remove(self, pending_id: int, *, blocklist: bool = False) -> None:
        """Forget it; it comes back when it is offered anew, unless it is blocklisted. Raises Gone."""
        ...
