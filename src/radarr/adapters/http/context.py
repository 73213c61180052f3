"""What every handler may reach."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from aiohttp import web

from radarr.domain.profile import Profile
from radarr.ports.clock import Clock
from radarr.ports.driving import Driving
from radarr.ports.driving.lag import Lag
from radarr.ports.files import Files
from radarr.ports.store import Store

SPOKEN_VERSION = "5.28.0.10274"  # the Radarr whose API this is; companion programs compare it

if TYPE_CHECKING:
    from radarr.domain.formats.custom_format import CustomFormat


async def _no_page() -> bytes:
    return b""


def _unnoticed(route: str, method: str, status: int, seconds: float) -> None:
    """Count nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How the daemon is watched from outside."""

    page: Callable[[], Awaitable[bytes]] = _no_page
    """What Prometheus reads, as text format 0.0.4."""
    answered: Callable[[str, str, int, float], None] = _unnoticed
    """Told of every request: the pattern of its route, its method, the answer's status, seconds."""
    lag: Callable[[], Lag] = Lag
    """How late the event loop is."""
    is_local: bool = False
    """The daemon listens on loopback alone: who is there may read the metrics without a key."""


class NamedFormat(NamedTuple):
    """A custom format, the id that it has here, and the file that declares it."""

    id: int
    format: "CustomFormat"
    source: str = "the configuration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The use-cases, the store for plain reads, and what the configuration says about the server."""

    driving: Driving
    store: Store
    files: Files
    clock: Clock
    profiles: Mapping[str, Profile]
    """By name, with ids."""
    formats: Mapping[str, NamedFormat] = field(default_factory=dict)
    """The custom formats by name."""
    api_key: str
    url_base: str
    allowed_hosts: tuple[str, ...]
    trusted_proxies: tuple[str, ...] = ()
    """Networks whose X-Forwarded-* are believed."""
    version: str
    started_at: datetime
    database: str
    watch: Watch = field(default_factory=Watch)

    def profile_id(self, name: str) -> int:
        """0 for a profile that is no longer configured."""
        profile = self.profiles.get(name)
        return profile.id if profile else 0

    def format_refs(self, names: Iterable[str]) -> list[dict[str, object]]:
        """Custom formats as v3 refers to them; 0 is the id of one that is there no more."""
        return [{"id": self.formats[name].id if name in self.formats else 0, "name": name} for name in names]

    def profile_name(self, profile_id: int) -> str:
        """Empty for an unknown id."""
        return next((p.name for p in self.profiles.values() if p.id == profile_id), "")


Current = Callable[[], Context]
"""The context in force: a reload of the configuration puts another in its place."""

CURRENT: web.AppKey[Current] = web.AppKey("current")


def context_of(request: web.Request) -> Context:
    """The handler's context."""
    return request.app[CURRENT]()
