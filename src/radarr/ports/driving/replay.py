"""Deciding what is remembered by other wishes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from radarr.domain.replay import Replayed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayOrder:
    """What to decide by instead of the settings in force.

    `profile` is one for every slot, "" each slot's own. `settings` are sections as the configuration has them:
    profile, custom_format (without files), sizes, release_profile; `source` names where they stand.
    """

    profile: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)
    source: str = "settings"


class Totals(NamedTuple):
    """Slots by what would be done for them; bytes to download, and of the files that would be replaced."""

    grabbed: int = 0
    upgraded: int = 0
    left: int = 0
    size: int = 0
    replaced: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayReport:
    """What would become of the films. `slots` are those for which anything would be done, on either side."""

    releases: int
    now: Totals
    then: Totals
    slots: tuple[Replayed, ...]


class Replay(Protocol):
    """Decides again what the ledger remembers, and grabs nothing."""

    async def execute(self, order: ReplayOrder) -> ReplayReport:
        """Today's library, no indexer. Raises Refused (unusable settings, no such profile), Unavailable."""
        ...
