"""The pause and the indexers' records in memory."""

from radarr.adapters.simulated.store.state import State
from radarr.domain.pause import Pause
from radarr.domain.resilience.indexer_record import IndexerRecord

_THE_ONE = 1


class MemoryPauses:
    """`ports.store.standing.Pauses`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def get(self) -> Pause | None:
        return self._state.pauses.get(_THE_ONE)

    async def set(self, pause: Pause | None) -> None:
        if pause is None:
            self._state.drop(self._state.pauses, _THE_ONE)
        else:
            self._state.put(self._state.pauses, _THE_ONE, pause)


class MemoryIndexerRecords:
    """`ports.store.standing.IndexerRecords`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def all(self) -> tuple[IndexerRecord, ...]:
        return tuple(sorted(self._state.indexers.values()))

    async def save(self, records: tuple[IndexerRecord, ...]) -> None:
        for record in records:
            self._state.put(self._state.indexers, record.indexer_id, record)

    async def forget(self, indexer_ids: tuple[int, ...]) -> None:
        for indexer_id in indexer_ids:
            self._state.drop(self._state.indexers, indexer_id)
