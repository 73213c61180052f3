"""Ask one indexer for its newest releases, because a person wants to know."""

import anyio

from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.indexer_gate import IndexerGate
from radarr.domain.resilience.budget import PERSON
from radarr.ports.errors import Gone
from radarr.ports.indexer import AnswerKind, Indexer, IndexerAnswer

_PATIENCE = 80.0  # seconds; with the directory before it, less than the command line waits


class TestIndexer:
    """Ask one indexer for its newest releases, because a person wants to know.

    - It is asked although it rests or its budget is spent; a good answer ends its rest.
    """

    __test__ = False

    def __init__(self, indexer: Indexer, directory: AskIndexers, gate: IndexerGate) -> None:
        self._indexer = indexer
        self._directory = directory
        self._gate = gate

    async def execute(self, indexer_id: int) -> IndexerAnswer:
        """See ports.driving.indexers."""
        known = {info.id: info for info in await self._directory.listed()}
        if (info := known.get(indexer_id)) is None:
            names = ", ".join(f"{other.name} ({other.id})" for other in known.values()) or "none"
            raise Gone(f"there is no usable indexer {indexer_id}", remedy=f"those that there are: {names}")
        answer = IndexerAnswer(info, AnswerKind.LATE, message=f"{info.name}: no answer within {_PATIENCE:g} s")
        with anyio.move_on_after(_PATIENCE):
            answer = await self._gate.insist(info, lambda: self._indexer.latest(info), PERSON, 1)
        await self._gate.save()
        return answer
