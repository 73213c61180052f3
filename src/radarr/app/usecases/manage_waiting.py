"""Act on a release that waits, as a person asks."""

from radarr.app.usecases.correlation import correlated, new_word
from radarr.app.usecases.grab_release import GrabRelease
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download
from radarr.domain.history import BlocklistEntry
from radarr.domain.movie import Movie, Slot
from radarr.domain.pending import Pending, offer_of
from radarr.ports.clock import Clock
from radarr.ports.errors import Gone
from radarr.ports.store import Store, Transaction


class ManageWaiting:
    """Act on a release that waits, as a person asks.

    - Grab takes it at once, whatever the rules say, for the slot that it waits for.
    - Remove forgets it for that slot; where it is blocklisted it does not come back when it is offered anew.
    """

    def __init__(self, grab: GrabRelease, scores: ScoreReleases, store: Store, clock: Clock) -> None:
        self._grab = grab
        self._scores = scores
        self._store = store
        self._clock = clock

    async def grab(self, pending_id: int) -> Download:
        """See ports.driving.queue."""
        async with self._store.snapshot() as tx:
            waiting, movie, slot = await _find(tx, pending_id)
        release, parsed = waiting.release, waiting.parsed
        inputs, (formats, _) = await self._scores.one(release, parsed, movie)
        score = self._scores.score(slot, formats)
        candidate = Candidate(release, parsed, movie, slot, formats, score, inputs)
        with correlated(new_word(), movie=movie.id):
            return await self._grab.execute([candidate], SearchKind.USER_INTERACTIVE)

    async def remove(self, pending_id: int, *, blocklist: bool = False) -> None:
        """See ports.driving.queue."""
        async with self._store.transaction() as tx:
            waiting, movie, _slot = await _find(tx, pending_id)
            await tx.pending.drop(waiting.slot_id, [offer_of(waiting.release)])
            if blocklist:
                release = waiting.release
                await tx.blocklist.add(
                    BlocklistEntry(
                        at=self._clock.now(),
                        movie_id=movie.id,
                        title=release.title,
                        infohash=release.infohash,
                        indexer=release.indexer,
                        quality=waiting.parsed.quality.name,
                        size=release.size,
                        message="removed by hand while it waited",
                    )
                )


async def _find(tx: Transaction, pending_id: int) -> tuple[Pending, Movie, Slot]:
    waiting = await tx.pending.get(pending_id)
    movie = await tx.movies.get(waiting.movie_id) if waiting else None
    slot = next((s for s in movie.slots if waiting and s.id == waiting.slot_id), None) if movie else None
    if waiting is None or movie is None or slot is None:
        raise Gone("nothing waits under this number", remedy="`radarr queue` shows what waits")
    return waiting, movie, slot
