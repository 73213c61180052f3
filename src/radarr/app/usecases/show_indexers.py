"""Show Prowlarr's indexers and how they fare with us."""

from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.indexer_gate import IndexerGate
from radarr.app.usecases.indexer_standing import Standing
from radarr.domain.resilience.figures import ServiceState
from radarr.domain.resilience.record import state
from radarr.domain.resilience.remembering import Now
from radarr.ports.clock import Clock
from radarr.ports.driving.health import IndexerHealth
from radarr.ports.indexer import IndexerInfo


class ShowIndexers:
    """Show Prowlarr's indexers and how they fare with us.

    - One that rests is CIRCUIT_OPEN, one that failed when it was last asked is DOWN, one that fails too often DEGRADED.
    """

    def __init__(self, directory: AskIndexers, gate: IndexerGate, clock: Clock, *, degraded_rate: float) -> None:
        self._directory = directory
        self._gate = gate
        self._clock = clock
        self._rate = degraded_rate

    def health(self) -> tuple[IndexerHealth, ...]:
        """See ports.driving.indexers."""
        now = Now(self._clock.monotonic(), self._clock.now())
        return tuple(_health(standing, now, self._rate) for standing in self._gate.standings)

    async def execute(self) -> tuple[tuple[IndexerInfo, IndexerHealth], ...]:
        """See ports.driving.indexers."""
        infos = await self._directory.listed()
        await self._gate.know(infos)
        known = {health.id: health for health in self.health()}
        return tuple((info, known[info.id]) for info in infos)


def _health(standing: Standing, now: Now, rate: float) -> IndexerHealth:
    ladder, figures = standing.ladder, standing.record.figures(now.seconds)
    rests = ladder.rests(now.seconds)
    shown = state(figures, None, probe_failed=ladder.failing_since is not None, degraded_rate=rate)
    return IndexerHealth(
        id=standing.info.id,
        name=standing.info.name,
        state=ServiceState.CIRCUIT_OPEN if rests else shown,
        figures=figures,
        resting_until=now.to_wall(ladder.until) if rests and ladder.until is not None else None,
        level=ladder.level,
        failing_since=None if ladder.failing_since is None else now.to_wall(ladder.failing_since),
        last_error=ladder.last_error,
        spent=standing.budget.used(now.seconds),
        budget=standing.allowed.budget,
        others=standing.others.day if standing.others else None,
        limit=standing.allowed.limit,
        gap=standing.feed.gap if standing.feed else None,
    )
