"""What releases claimed and turned out to be, in memory."""

from radarr.adapters.simulated.store.state import State
from radarr.domain.media.claims import ClaimRecord, Honesty


class MemoryClaims:
    """`ports.store.claims.Claims`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def keep(self, claim: ClaimRecord) -> None:
        key = (claim.slot_id, claim.infohash)
        self._state.drop(self._state.claims, key)
        self._state.put(self._state.claims, key, claim)

    async def get(self, slot_id: int, infohash: str) -> ClaimRecord | None:
        return self._state.claims.get((slot_id, infohash))

    async def contradicted(self, movie_id: int) -> tuple[ClaimRecord, ...]:
        found = [claim for claim in self._state.claims.values() if claim.movie_id == movie_id and claim.lies]
        return tuple(sorted(found, key=lambda claim: claim.at))

    async def honesty(self, group: str) -> Honesty:
        own = [claim for claim in self._state.claims.values() if claim.group == group.casefold()]
        return Honesty(len(own), sum(bool(claim.lies) for claim in own))
