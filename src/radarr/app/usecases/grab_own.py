"""Grab a release of one's own choice."""

from radarr.app.usecases.grab_release import Fetched, GrabRelease, identify
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download
from radarr.domain.movie import MAIN_SLOT
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release
from radarr.domain.torrent.magnet import read_magnet
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.errors import Gone
from radarr.ports.indexer import Payload
from radarr.ports.store import Store


class GrabOwn:
    """Grab a release of one's own choice.

    - No rule is asked: a person knows what they want. The torrent is checked all the same.
    - It fills the slot `main`; its name says what it is.
    """

    def __init__(self, grab: GrabRelease, scores: ScoreReleases, store: Store) -> None:
        self._grab = grab
        self._scores = scores
        self._store = store

    async def execute(self, movie_id: int, *, torrent: bytes | None = None, magnet: str | None = None) -> Download:
        """See ports.driving.searches."""
        async with self._store.snapshot() as tx:
            movie = await tx.movies.get(movie_id)
        if movie is None:
            raise Gone(f"there is no film {movie_id}")
        payload = Payload(torrent=torrent, magnet=magnet)
        infohash = identify(payload)
        release = Release(
            guid=f"own:{infohash.key}",
            indexer_id=0,
            indexer="own choice",
            title=_name(payload) or str(movie),
            size=read_torrent(torrent).size if torrent else 0,
            infohash=infohash.v1,
        )
        parsed = parse(release.title) or ParsedRelease(release.title, movie.title, (movie.title,), movie.year)
        slot = movie.slot(MAIN_SLOT) or movie.slots[0]
        inputs, (formats, _) = await self._scores.one(release, parsed, movie)
        return await self._grab.adopt(
            Fetched(release, payload, infohash),
            [Candidate(release, parsed, movie, slot, formats, self._scores.score(slot, formats), inputs)],
            SearchKind.USER_INTERACTIVE,
        )


def _name(payload: Payload) -> str:
    if payload.torrent:
        return read_torrent(payload.torrent).name
    return read_magnet(payload.magnet or "").name
