"""Show how the daemon and everything around it fares."""

from collections.abc import Callable
from datetime import datetime

from radarr.app.health.look import DOWNLOADS, RECYCLE, Folder, Known, Look, Probed, Terms
from radarr.app.health.messages import messages
from radarr.app.health.states import overall, service_health
from radarr.domain.resilience.figures import ServiceReport
from radarr.ports.clock import Clock
from radarr.ports.driving.health import Brief, DatabaseHealth, DiskHealth, Health, IndexerHealth
from radarr.ports.driving.status import LoopStatus

_FRESH = 1.0  # seconds; whoever asks more often gets the same answer, and costs nothing

Reports = Callable[[], tuple[ServiceReport, ...]]
Loops = Callable[[], tuple[LoopStatus, ...]]
Indexers = Callable[[], tuple[IndexerHealth, ...]]


class ShowHealth:
    """Show how the daemon and everything around it fares.

    - Nobody is asked: what the last look found is judged together with the figures of this moment.
    - The daemon is down only when it cannot work itself: the database does not answer, or a loop hangs.
    - It is degraded when a service is not healthy, or when something is wrong that a person has to mend.
    """

    def __init__(
        self,
        reports: Reports,
        indexers: Indexers,
        clock: Clock,
        *,
        services: tuple[str, ...],
        terms: Terms,
        version: str,
        database: str,
        started_at: datetime,
    ) -> None:
        self._reports = reports
        self._loops: Loops = tuple
        self._indexers = indexers
        self._clock = clock
        self._services = services
        self._terms = terms
        self._version = version
        running: float = max(0.0, (clock.now() - started_at).total_seconds())
        self._begun = clock.monotonic() - running  # the clock may be set, what has passed stays
        self._look = Look(database=DatabaseHealth(kind=database))
        self._made: tuple[float, Health] | None = None

    @property
    def look(self) -> Look:
        """What the last look found."""
        return self._look

    def watch(self, loops: Loops) -> None:
        """Tell of these loops from now on."""
        self._loops = loops

    def note(self, look: Look) -> None:
        """Take what a look found."""
        self._look = look
        self._made = None

    def reports(self) -> dict[str, ServiceReport]:
        """What our side of the line knows of each service, by name."""
        found = {report.name: report for report in self._reports()}
        return {name: found.get(name, ServiceReport(name)) for name in self._services}

    def brief(self) -> Brief:
        """See ports.driving.health."""
        return self.detailed().brief._replace(uptime_seconds=self._uptime())

    def detailed(self) -> Health:
        """See ports.driving.health."""
        now = self._clock.monotonic()
        if self._made is None or not 0 <= now - self._made[0] < _FRESH:
            self._made = (now, self._judge())
        return self._made[1]

    def _judge(self) -> Health:
        look, terms = self._look, self._terms
        services = tuple(
            service_health(report, look.probes.get(name, Probed()), terms.degraded_error_rate)
            for name, report in self.reports().items()
        )
        loops, indexers = self._loops(), self._indexers()
        known = Known(now=self._clock.now(), look=look, services=services, indexers=indexers, loops=loops, terms=terms)
        said = messages(known)
        status = overall(services, loops, said, database=not look.database.problem)
        return Health(
            brief=Brief(status, self._version, self._uptime()),
            checked_at=look.at,
            services=services,
            indexers=indexers,
            disks=tuple(_disk(look, folder) for folder in look.folders if folder.kind != RECYCLE),
            loops=loops,
            database=look.database,
            messages=said,
        )

    def _uptime(self) -> float:
        return self._clock.monotonic() - self._begun


def _disk(look: Look, folder: Folder) -> DiskHealth:
    tried = [trial for trial in look.trials if trial.folder == folder.path and trial.tried]
    return DiskHealth(
        path=folder.path,
        kind=folder.kind,
        free=folder.use.free if folder.use else None,
        total=folder.use.total if folder.use else None,
        problem=folder.trouble.problem,
        links_to=tuple(trial.root for trial in tried if not trial.trouble)
        if tried and folder.kind == DOWNLOADS
        else None,
    )
