"""The one way to an indexer: who may ask it, and what its answers mean for the next."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import anyio

from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.app.usecases.indexer_standing import Standing, refused
from radarr.domain.release import Release
from radarr.domain.resilience.budget import HOUR, Purpose, allowance
from radarr.domain.resilience.remembering import Now
from radarr.domain.searching.purse import Room
from radarr.ports.clock import Clock
from radarr.ports.errors import PortError, Unavailable
from radarr.ports.indexer import (
    AnswerKind,
    FetchFailed,
    Indexer,
    IndexerAnswer,
    IndexerInfo,
    IndexerUse,
    Payload,
)

log = logging.getLogger(__name__)

_WELL = frozenset({AnswerKind.HITS, AnswerKind.EMPTY})
_ILL = frozenset({AnswerKind.FAILED, AnswerKind.LIMITED, AnswerKind.BLOCKED})
_PATIENCE = 10.0  # seconds that a round waits for statistics
_DAY = 24

Call = Callable[[], Awaitable[IndexerAnswer]]


class IndexerGate:
    """The one way to an indexer.

    - One that failed rests, and is asked by nobody meanwhile; one that answers well is soon trusted again.
    - What the daemon asks of its own accord keeps to the budget of that indexer; a person may go beyond it. Nobody
      goes beyond the limit that the manager states, to which the queries and grabs of all programs count.
    - A failure of the manager itself is no indexer's.
    - What is known is loaded at first use and saved after a round that changed it, so that a restart asks nobody early.
    """

    def __init__(
        self,
        indexer: Indexer,
        memory: IndexerMemory,
        clock: Clock,
        *,
        daily_budget: int,
        feed_every: float,
        window: float,
        minimum: int,
    ) -> None:
        self._indexer = indexer
        self._memory = memory
        self._clock = clock
        self._daily_budget = daily_budget
        self._feed_every = feed_every
        self._window, self._minimum = window, minimum
        self._counted_at: float | None = None

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every indexer of the latest directory, and how it stands."""
        return tuple(self._memory.known.values())

    def rooms(self) -> Mapping[int, Room]:
        """By the indexer's id what is left for searches that nobody waits for."""
        now = self._now()
        return {standing.info.id: standing.room(now) for standing in self.standings}

    def resting(self) -> frozenset[int]:
        """The ids of those that failed and are not asked for a while."""
        now = self._now()
        return frozenset(standing.info.id for standing in self.standings if standing.resting(now))

    async def know(self, infos: tuple[IndexerInfo, ...]) -> None:
        """These are the indexers from now on. Raises Unavailable of the store."""
        await self._memory.load()
        self._memory.known = {info.id: self._standing(info) for info in infos}

    async def count_others(self) -> None:
        """Read the manager's statistics, hourly at most; where that fails, our own counts must do."""
        now = self._now().seconds
        if self._counted_at is not None and now - self._counted_at < HOUR:
            return
        self._counted_at = now
        try:
            with anyio.fail_after(_PATIENCE):
                use = {hours: await self._used(hours) for hours in {_DAY, *(s.allowed.hours for s in self.standings)}}
        except (PortError, TimeoutError) as error:
            log.info("what other programs ask is not known: %s", str(error) or "Prowlarr takes too long to count it")
            for standing in self.standings:
                standing.others = None
            return
        for standing in self.standings:
            day, window = (use[h].get(standing.info.id, IndexerUse()) for h in (_DAY, standing.allowed.hours))
            standing.compare(self._now().seconds, day, window)

    async def ask(self, info: IndexerInfo, call: Call, purpose: Purpose, most: int) -> IndexerAnswer:
        """Let `call`, which costs `most` queries at most, ask it; or say why not. Raises what the manager raises."""
        standing = self._standing(info)
        now = self._now()
        if refusal := standing.resting(now) or standing.over_budget(now, purpose, most):
            return refused(info, refusal)
        return await self._ask(standing, call, purpose, most)

    async def insist(self, info: IndexerInfo, call: Call, purpose: Purpose, most: int) -> IndexerAnswer:
        """Ask it although it rests or its budget is spent. Raises what the manager raises."""
        return await self._ask(self._standing(info), call, purpose, most)

    async def fetch(self, release: Release) -> Payload:
        """As `Indexer.fetch`, and Unavailable for an indexer that rests or whose limit of grabs is used up."""
        await self._memory.load()
        standing = self._memory.known.get(release.indexer_id) or self._remembered(release)
        if standing is None or release.link is None:
            return await self._indexer.fetch(release)
        now = self._now()
        if refusal := standing.resting(now) or standing.over_grabs(now):
            if release.magnet is None:
                raise Unavailable(refusal.message, remedy="we try again later", retry_after=refusal.seconds)
            return await self._indexer.fetch(release._replace(link=None))
        return await self._fetch(standing, release)

    async def save(self) -> None:
        """Keep what has changed since the last time."""
        await self._memory.save()

    async def _ask(self, standing: Standing, call: Call, purpose: Purpose, most: int) -> IndexerAnswer:
        standing.spend(self._now().seconds, most, purpose)
        try:
            answer = await call()
        except PortError:
            standing.spend(self._now().seconds, -most, purpose)
            raise
        standing.spend(self._now().seconds, answer.requests - most, purpose)
        if answer.kind in _ILL:
            self._failed(standing, answer.message or answer.kind.value, answer.retry_after)
        elif answer.kind in _WELL:
            self._succeeded(standing, answer.seconds)
        return answer

    async def _fetch(self, standing: Standing, release: Release) -> Payload:
        standing.grabs = standing.grabs.spend(self._now().seconds, 1)
        try:
            payload = await self._indexer.fetch(release)
        except FetchFailed as error:
            self._failed(standing, error.message, error.retry_after)
            await self.save()
            raise
        except Unavailable:
            standing.grabs = standing.grabs.spend(self._now().seconds, -1)
            raise
        self._succeeded(standing)
        return payload

    def _succeeded(self, standing: Standing, seconds: float | None = None) -> None:
        standing.record.succeeded(self._clock.monotonic(), self._clock.now(), seconds)
        if standing.ladder.level:
            if standing.ladder.failing_since is not None:
                log.info("indexer %s answers again", standing.info.name, extra={"indexer": standing.info.name})
            standing.ladder, standing.changed = standing.ladder.succeeded(), True

    def _failed(self, standing: Standing, why: str, retry_after: float | None) -> None:
        name, before = standing.info.name, standing.ladder
        why = why.removeprefix(f"{name}: ")
        standing.record.failed(self._clock.monotonic(), self._clock.now(), why)
        standing.ladder, standing.changed = before.failed(self._now().seconds, why, retry_after), True
        if standing.ladder.level != before.level and (until := standing.ladder.until) is not None:
            rests = f"{self._now().to_wall(until):%Y-%m-%d %H:%M:%S} UTC"
            log.warning("indexer %s rests until %s: %s", name, rests, why, extra={"indexer": name})

    def _remembered(self, release: Release) -> Standing | None:
        """How its indexer stood when it was last saved, where the directory was not read since the start."""
        if not self._memory.remembers(release.indexer_id, release.indexer):
            return None
        return self._standing(IndexerInfo(release.indexer_id, release.indexer, "torrent"))

    async def _used(self, hours: int) -> Mapping[int, IndexerUse]:
        return await self._indexer.used(self._clock.now() - timedelta(hours=hours))

    def _standing(self, info: IndexerInfo) -> Standing:
        allowed = allowance(
            info.query_limit,
            info.limit_hours,
            daily_budget=self._daily_budget,
            feed_every=self._feed_every if info.feed else None,
        )
        standing = self._memory.standing(info, allowed)
        standing.record.configure(self._window, self._minimum)
        return standing

    def _now(self) -> Now:
        return Now(self._clock.monotonic(), self._clock.now())
