"""Ask every indexer for one film, one request each, all at once."""

import logging
from typing import NamedTuple

import anyio
from anyio.abc import TaskGroup

from radarr.domain.decision.kinds import SearchKind
from radarr.ports.clock import Clock
from radarr.ports.errors import PortError, Unauthorised
from radarr.ports.indexer import AnswerKind, Indexer, IndexerAnswer, IndexerInfo, MovieQuery

log = logging.getLogger(__name__)

_REMEMBERED = 2000  # answers; far above what a cache_ttl of minutes can gather


class _Remembered(NamedTuple):
    at: float
    answer: IndexerAnswer


class AskIndexers:
    """Ask every indexer for one film.

    - Only indexers whose app profile allows this kind of search are asked.
    - A person is answered by the deadline with what has arrived; who is missing is named with kind LATE.
    - Automatic searches wait for all. Late answers go on arriving and are remembered for the next look.
    - An answer is remembered for `cache_ttl` seconds; failures are not.
    - What one indexer does never harms another's answer. A wrong key of the manager fails the whole search.
    """

    def __init__(
        self, indexer: Indexer, background: TaskGroup, clock: Clock, *, deadline: float, cache_ttl: float
    ) -> None:
        self._indexer = indexer
        self._background = background
        self._clock = clock
        self._deadline = deadline
        self._ttl = cache_ttl
        self._cache: dict[tuple[int, MovieQuery], _Remembered] = {}
        self._directory: tuple[float, tuple[IndexerInfo, ...]] | None = None

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        """All usable indexers, remembered like answers. Raises Unavailable, Unauthorised, Refused."""
        now = self._clock.monotonic()
        if self._directory is None or now - self._directory[0] >= self._ttl:
            self._directory = (now, await self._indexer.indexers())
        return self._directory[1]

    async def execute(self, query: MovieQuery, kind: SearchKind) -> tuple[IndexerAnswer, ...]:
        """One answer per indexer, in their order. Raises Unavailable, Unauthorised, Refused."""
        person = kind is SearchKind.USER_INTERACTIVE
        asked = [i for i in await self.indexers() if (i.interactive if person else i.automatic)]
        answers: dict[int, IndexerAnswer] = {}
        wrong_key: list[Unauthorised] = []
        complete = anyio.Event()

        async def ask(info: IndexerInfo) -> None:
            try:
                answers[info.id] = await self._ask(info, query)
            except Unauthorised as error:
                wrong_key.append(error)
                answers[info.id] = IndexerAnswer(info, AnswerKind.FAILED, message=error.message)
            if len(answers) == len(asked):
                complete.set()

        for info in asked:
            self._background.start_soon(ask, info)
        if asked:
            with anyio.move_on_after(self._deadline if person else None):
                await complete.wait()
        if wrong_key:
            raise wrong_key[0]
        return tuple(answers.get(info.id) or self._late(info) for info in asked)

    def _late(self, info: IndexerInfo) -> IndexerAnswer:
        return IndexerAnswer(info, AnswerKind.LATE, message=f"no answer within {self._deadline:g} s")

    async def _ask(self, info: IndexerInfo, query: MovieQuery) -> IndexerAnswer:
        key = (info.id, query)
        now = self._clock.monotonic()
        known = self._cache.get(key)
        if known and now - known.at < self._ttl:
            return known.answer
        try:
            answer = await self._indexer.search(info, query)
        except Unauthorised:
            raise
        except PortError as error:
            return IndexerAnswer(info, AnswerKind.FAILED, message=str(error))
        except Exception as error:  # one indexer's nonsense must not end the others' search
            log.exception("indexer %s: the answer could not be read", info.name)
            return IndexerAnswer(
                info, AnswerKind.FAILED, message=f"its answer could not be read ({type(error).__name__})"
            )
        if answer.kind in {AnswerKind.HITS, AnswerKind.EMPTY}:
            self._remember(key, _Remembered(self._clock.monotonic(), answer))
        return answer

    def _remember(self, key: tuple[int, MovieQuery], entry: _Remembered) -> None:
        fresh = {k: r for k, r in self._cache.items() if entry.at - r.at < self._ttl}
        self._cache = {**fresh, key: entry} if len(fresh) < _REMEMBERED else {key: entry}
