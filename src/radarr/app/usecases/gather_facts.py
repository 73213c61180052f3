"""Gather what the rules may know of a slot."""

from collections.abc import Callable, Mapping, MutableMapping
from collections.abc import Set as AbstractSet

from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.belief import believed
from radarr.domain.decision.facts import Blocked, Facts, Queued
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.terms import ReleaseProfile
from radarr.domain.download import Download
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.movie import Movie, RootFolder, Slot
from radarr.domain.profile import Profile
from radarr.ports.clock import Clock
from radarr.ports.errors import PortError, Refused
from radarr.ports.files import Files
from radarr.ports.store import Transaction


class GatherFacts:
    """Gather what the rules may know of a slot.

    - Its profile, what is under way for it, what is blocklisted for its film, what it has imported before,
      and which claims of releases of it were contradicted.
    - Which release profiles there are, and which indexers rest.
    - The space left on its root; a root that cannot be asked is unknown, and what is unknown never rejects.
    """

    def __init__(
        self,
        profiles: Mapping[str, Profile],
        files: Files,
        clock: Clock,
        scores: ScoreReleases,
        *,
        minimum_free: int,
        release_profiles: tuple[ReleaseProfile, ...] = (),
        resting: Callable[[], frozenset[int]] = frozenset,
    ) -> None:
        """`resting` tells the ids of the indexers that nobody asks for the moment."""
        self._release_profiles = release_profiles
        self._resting = resting
        self._profiles = profiles
        self._files = files
        self._clock = clock
        self._scores = scores
        self._minimum_free = minimum_free

    def under(
        self, profiles: Mapping[str, Profile], scores: ScoreReleases, release_profiles: tuple[ReleaseProfile, ...]
    ) -> "GatherFacts":
        """One that gathers for other wishes."""
        return GatherFacts(
            profiles,
            self._files,
            self._clock,
            scores,
            minimum_free=self._minimum_free,
            release_profiles=release_profiles,
            resting=self._resting,
        )

    async def execute(
        self,
        tx: Transaction,
        movie: Movie,
        slot: Slot,
        kind: SearchKind,
        spaces: MutableMapping[int, int | None] | None = None,
        served: AbstractSet[int] | None = None,
    ) -> Facts:
        """Reads the store inside `tx`. Raises Refused when the slot's profile is no longer configured.

        `spaces` is what is known of the roots' free space by now, by id of the root; who has many slots keeps it.
        `served` are the slots that ever had a download, where that is known: of the others nothing need be asked.
        """
        profile = self._profiles.get(slot.profile)
        if profile is None:
            raise Refused(
                f"{movie}: the quality profile {slot.profile!r} is not in the configuration",
                remedy="add the profile, or give the film another one",
            )
        claims = await tx.claims.contradicted(movie.id)
        ever = served is None or slot.id in served
        under_way = await tx.downloads.open_for_slot(slot.id) if ever else ()
        return Facts(
            profile=profile,
            kind=kind,
            now=self._clock.now(),
            queue=tuple([await self._queued(d, claims, movie, profile) for d in under_way]),
            blocklist=tuple(
                Blocked(entry.title, entry.infohash, entry.indexer, entry.size)
                for entry in await tx.blocklist.for_movie(movie.id)
            ),
            imported_infohashes=await tx.downloads.imported_infohashes(slot.id) if ever else frozenset(),
            let_go=await tx.downloads.let_go(slot.id) if ever else (),
            claims=claims,
            free_space=await self._space(tx, slot.root_id, {} if spaces is None else spaces),
            minimum_free=self._minimum_free,
            release_profiles=self._release_profiles,
            resting_indexers=self._resting(),
        )

    async def _queued(
        self, download: Download, claims: tuple[ClaimRecord, ...], movie: Movie, profile: Profile
    ) -> Queued:
        """What is under way counts as far as it is believed, like what is offered."""
        grab = download.grab
        parsed = believed(grab.parsed, claims)
        score = (await self._scores.of_grab(grab, movie, profile))[1]
        return Queued(grab.release.title, grab.infohash.key, parsed.quality, parsed.revision, score)

    async def _space(self, tx: Transaction, root_id: int, known: MutableMapping[int, int | None]) -> int | None:
        if root_id not in known:
            known[root_id] = await self._look(await tx.roots.get(root_id))
        return known[root_id]

    async def _look(self, root: RootFolder | None) -> int | None:
        if root is None:
            return None
        try:
            return await self._files.free_space(root)
        except PortError:
            return None
