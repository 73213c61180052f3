"""What a look around finds, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from radarr.ports.download_client import ClientInfo
from radarr.ports.driving.health import DatabaseHealth, IndexerHealth, ServiceHealth
from radarr.ports.driving.status import LoopStatus
from radarr.ports.files import DiskUse
from radarr.ports.indexer import IndexerInfo

PROWLARR, QBITTORRENT, TMDB = "Prowlarr", "qBittorrent", "TMDB"

HEALTH = "health"
"""The loop that looks around."""

ROOT, DOWNLOADS, STATE, RECYCLE = "root", "downloads", "state", "recycle"
"""Kinds of folders that we depend on."""


class Trouble(NamedTuple):
    """What went wrong, and what a person can do about it. Both empty: nothing did."""

    problem: str = ""
    remedy: str = ""

    def __bool__(self) -> bool:
        return bool(self.problem)


WELL = Trouble()


class Probed(NamedTuple):
    """The last probe of a service; `at` None: there was none yet.

    `answered`: it failed although somebody answered (our key is wrong, another program is there), so that further
    answers do not tell that it is over.
    """

    version: str = ""
    trouble: Trouble = WELL
    at: datetime | None = None
    answered: bool = False


class Folder(NamedTuple):
    """A folder that was looked at. `use` None: it could not be; `named` is what the client calls it."""

    path: str
    kind: str
    use: DiskUse | None = None
    trouble: Trouble = WELL
    named: str = ""


class Trial(NamedTuple):
    """Whether a file of a download folder can be hard-linked into a root. `tried` False: nobody knows.

    `film` is the file that it was tried with, relative to the folder; "" is one of ours.
    """

    folder: str
    root: str
    trouble: Trouble = WELL
    tried: bool = True
    film: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """All of it. `at` None: nobody has looked yet; `indexers` and `client` None: not known."""

    at: datetime | None = None
    probes: Mapping[str, Probed] = field(default_factory=dict)
    client: ClientInfo | None = None
    indexers: tuple[IndexerInfo, ...] | None = None
    folders: tuple[Folder, ...] = ()
    trials: tuple[Trial, ...] = ()
    database: DatabaseHealth = field(default_factory=lambda: DatabaseHealth(kind="sqlite"))
    lost: tuple[str, ...] = ()
    """Films that the film database does not know any more; not all of them, where they are many."""

    def of_kind(self, kind: str) -> tuple[Folder, ...]:
        """The folders of one kind."""
        return tuple(folder for folder in self.folders if folder.kind == kind)


def handed_on(look: Look) -> Look:
    """For those who take over, until they have looked themselves: what was wrong is believed, and all is due."""
    probes = {name: probed._replace(at=None) for name, probed in look.probes.items()}
    return replace(look, probes=probes)


class Terms(NamedTuple):
    """What the configuration says: how many failures are too many, how much space is too little, what is expected.

    `key_length` is that of our own API key where a person chose it, None where we made it.
    """

    degraded_error_rate: float = 0.10
    minimum_free: int = 500 << 20
    transfer: tuple[str, ...] = ("hardlink", "reflink", "copy")
    metadata_key: bool = True
    key_length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the checks judge: the last look, and how services, indexers and loops fare now."""

    now: datetime
    look: Look
    services: tuple[ServiceHealth, ...] = ()
    indexers: tuple[IndexerHealth, ...] = ()
    loops: tuple[LoopStatus, ...] = ()
    terms: Terms = field(default_factory=Terms)

    def service(self, name: str) -> ServiceHealth | None:
        """The service of that name."""
        return next((service for service in self.services if service.name == name), None)

    def trouble(self, name: str) -> Trouble:
        """What the last probe of a service came to."""
        return self.look.probes.get(name, Probed()).trouble
