"""Ask every indexer, one request each, all at once: for one film, or for what is new."""

import logging
from collections import Counter
from collections.abc import Callable
from math import inf
from typing import NamedTuple

import anyio
from anyio.abc import TaskGroup

from radarr.app.usecases.indexer_gate import Call, IndexerGate
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.resilience.budget import FEED, PERSON, SEARCH, Purpose
from radarr.ports.clock import Clock
from radarr.ports.errors import LeaseLost, PortError, Unauthorised, Unavailable
from radarr.ports.indexer import AnswerKind, Indexer, IndexerAnswer, IndexerInfo, MovieQuery

log = logging.getLogger(__name__)

_REMEMBERED = 2000  # answers; far above what a cache_ttl of minutes can gather
_TEXTS = 2  # searches by words for one film at one indexer
_FOR_ANSWERS = 0.7  # of the deadline, which a directory that is known already must leave
_ANSWERED = frozenset({AnswerKind.HITS, AnswerKind.EMPTY})


class _Remembered(NamedTuple):
    at: float
    answer: IndexerAnswer


def _no_lane(places: int) -> None:
    """There is no limiter."""


class AskIndexers:
    """Ask every indexer, one request each, all at once: for one film, or for what is new.

    - Only indexers whose app profile allows this kind of search are asked, and only those that the gate lets us ask.
    - A person is answered by the deadline with what has arrived; who is missing is named with kind LATE.
    - Automatic searches wait for all. Late answers go on arriving and are remembered for the next look.
    - An answer is remembered for `cache_ttl` seconds; failures are not.
    - What one indexer does never harms another's answer. A wrong key of the manager fails the whole search.
    - `reserve` is told how many places a person's search needs at once.
    """

    def __init__(
        self,
        indexer: Indexer,
        gate: IndexerGate,
        background: TaskGroup,
        clock: Clock,
        *,
        deadline: float,
        cache_ttl: float,
        reserve: Callable[[int], None] = _no_lane,
    ) -> None:
        self._indexer = indexer
        self._gate = gate
        self._background = background
        self._clock = clock
        self._deadline = deadline
        self._ttl = cache_ttl
        self._reserve = reserve
        self._cache: dict[tuple[int, MovieQuery], _Remembered] = {}
        self._directory: tuple[float, tuple[IndexerInfo, ...]] | None = None

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        """All usable indexers, remembered like answers. Raises Unavailable, Unauthorised, Refused."""
        now = self._clock.monotonic()
        if self._directory is None or now - self._directory[0] >= self._ttl:
            infos = await self._indexer.indexers()
            await self._gate.know(infos)
            self._directory = (now, infos)
            self._reserve(sum(info.interactive for info in infos))
        return self._directory[1]

    async def listed(self) -> tuple[IndexerInfo, ...]:
        """As `indexers`, for a person: no later than an answer, and as they were where the manager takes longer."""
        return await self._listed(anyio.current_time() + self._deadline)

    async def execute(
        self, query: MovieQuery, kind: SearchKind, among: frozenset[int] | None = None
    ) -> tuple[IndexerAnswer, ...]:
        """One answer per indexer, in their order; `among` these ids. Raises Unavailable, Unauthorised, Refused."""
        person = kind is SearchKind.USER_INTERACTIVE
        until = anyio.current_time() + self._deadline if person else inf
        asked = [i for i in await self._listed(until) if (i.interactive if person else i.automatic)]
        asked = [info for info in asked if among is None or info.id in among]
        if not person:
            await self._gate.count_others()
        answers: dict[int, IndexerAnswer] = {}
        left = {info.id for info in asked}
        wrong_key: list[Unauthorised] = []
        complete = anyio.Event()

        async def ask(info: IndexerInfo) -> None:
            try:
                answers[info.id] = await self._search(info, query, person=person)
            except Unauthorised as error:
                wrong_key.append(error)
                answers[info.id] = IndexerAnswer(info, AnswerKind.FAILED, message=error.message)
            finally:  # also where it is cut off: who waits may be no part of the background
                left.discard(info.id)
                if not left:
                    complete.set()
            if not left:
                await self._save()

        for info in asked:
            self._background.start_soon(ask, info)
        if asked:
            with anyio.CancelScope(deadline=until):
                await complete.wait()
        if wrong_key:
            raise wrong_key[0]
        if len(answers) < len(asked):  # what has failed by now is not to wait for the last
            self._background.start_soon(self._save)
        return tuple(answers.get(info.id) or self._late(info, cut_off=not left) for info in asked)

    async def latest(self) -> tuple[IndexerAnswer, ...]:
        """The newest releases of every indexer whose feed is on. Raises Unavailable, Unauthorised, Refused."""
        infos = [info for info in await self.indexers() if info.feed]
        await self._gate.count_others()
        answers: dict[int, IndexerAnswer] = {}
        trouble: list[PortError] = []

        async def read(info: IndexerInfo) -> None:
            try:
                answers[info.id] = await self._gate.ask(
                    info, _guarded(info, lambda: self._indexer.latest(info)), FEED, 1
                )
            except PortError as error:
                trouble.append(error)
                answers[info.id] = IndexerAnswer(info, AnswerKind.FAILED, message=str(error))

        async with anyio.create_task_group() as tasks:
            for info in infos:
                tasks.start_soon(read, info)
        await self._gate.save()
        _raise_worst(trouble, len(infos))
        return tuple(answers[info.id] for info in infos)

    async def _listed(self, until: float) -> tuple[IndexerInfo, ...]:
        """The directory; where the manager does not give it in time, the one that it gave before."""
        known = self._directory is not None and until < inf
        with anyio.CancelScope(deadline=until - self._deadline * _FOR_ANSWERS if known else until):
            return await self.indexers()
        if self._directory is None:
            raise Unavailable(
                f"Prowlarr does not list its indexers within {self._deadline:g} s", remedy="it may be busy; try again"
            )
        return self._directory[1]

    async def _save(self) -> None:
        """Keep how they stand, in the background, where a bug would end the daemon."""
        try:
            await self._gate.save()
        except LeaseLost:
            raise
        except Exception:
            log.exception("what is known of the indexers could not be saved")

    def _late(self, info: IndexerInfo, *, cut_off: bool) -> IndexerAnswer:
        why = "it was not waited for any more" if cut_off else f"no answer within {self._deadline:g} s"
        return IndexerAnswer(info, AnswerKind.LATE, message=why)

    async def _search(self, info: IndexerInfo, query: MovieQuery, *, person: bool) -> IndexerAnswer:
        key = (info.id, query)
        known = self._cache.get(key)
        if known and self._clock.monotonic() - known.at < self._ttl:
            return known.answer
        purpose: Purpose = PERSON if person else SEARCH
        call = _guarded(info, lambda: self._indexer.search(info, query, urgent=person))
        try:
            answer = await self._gate.ask(info, call, purpose, _questions(info, query))
        except Unauthorised:
            raise
        except PortError as error:
            return IndexerAnswer(info, AnswerKind.FAILED, message=str(error))
        except Exception as error:  # in the background it would end the daemon
            log.exception("indexer %s: its answer could not be heeded", info.name)
            return IndexerAnswer(info, AnswerKind.FAILED, message=f"a bug of ours ({type(error).__name__})")
        if answer.kind in _ANSWERED:
            self._remember(key, _Remembered(self._clock.monotonic(), answer))
        return answer

    def _remember(self, key: tuple[int, MovieQuery], entry: _Remembered) -> None:
        fresh = {k: r for k, r in self._cache.items() if entry.at - r.at < self._ttl}
        self._cache = {**fresh, key: entry} if len(fresh) < _REMEMBERED else {key: entry}


def _questions(info: IndexerInfo, query: MovieQuery) -> int:
    """The most that one search may cost: by an id, then by each title."""
    stated = {"imdbid": query.imdb_id, "tmdbid": query.tmdb_id}
    return any(stated.get(param) for param in info.id_params) + len(query.titles[:_TEXTS])


def _guarded(info: IndexerInfo, call: Call) -> Call:
    """One indexer's nonsense must not end the others' search."""

    async def guarded() -> IndexerAnswer:
        try:
            return await call()
        except PortError:
            raise
        except Exception as error:
            log.exception("indexer %s: the answer could not be read", info.name)
            message = f"its answer could not be read ({type(error).__name__})"
            return IndexerAnswer(info, AnswerKind.FAILED, message=message, requests=1)

    return guarded


def _raise_worst(trouble: list[PortError], asked: int) -> None:
    """A wrong key, or a manager that answered for none of them, is the round's failure and not the indexers'."""
    for error in trouble:
        if isinstance(error, Unauthorised) or len(trouble) == asked:
            raise error
    for message, number in Counter(map(str, trouble)).items():
        log.warning("%d feeds could not be read: %s", number, message)
