"""What a release claimed and what its file turned out to be: one record a slot and torrent, kept for good."""

from datetime import datetime
from typing import NamedTuple

from radarr.domain.quality import Quality, Revision


class ClaimRecord(NamedTuple):
    """A claim that was measured. `title` is the release's name, `infohash` its torrent's key.

    `group` is in small letters. `quality`, `revision` and `languages` are what it claimed, `found` the quality that it
    is; `heard` are the languages that its tracks speak where it claimed others, () where it did not. `lies` are its
    contradictions, a sentence each; `refused` says whether its file was kept out of the slot for them.
    """

    at: datetime
    movie_id: int
    slot_id: int
    infohash: str
    title: str
    group: str | None
    quality: Quality
    revision: Revision
    languages: tuple[str, ...]
    found: Quality
    heard: tuple[str, ...] = ()
    lies: tuple[str, ...] = ()
    refused: bool = False


class Honesty(NamedTuple):
    """A group's record: how many of its claims were measured, and how many of those were contradicted."""

    measured: int = 0
    contradicted: int = 0

    def __str__(self) -> str:
        return f"{self.contradicted} of {self.measured} releases were not what they claimed"
