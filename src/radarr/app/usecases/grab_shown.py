"""Grab what a person picked from a search."""

from radarr.app.usecases.correlation import correlated
from radarr.app.usecases.grab_release import GrabRelease
from radarr.app.usecases.search_movie import SearchMovie
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download
from radarr.domain.release import Release
from radarr.ports.errors import Gone


class GrabShown:
    """Grab what a person picked from a search.

    - Only what a search of this daemon has shown can be picked; a rejected release may be forced.
    - It is for the film that it was shown for last, and fills the slots that accept it; one that none accepts fills
      all it was shown for.
    """

    def __init__(self, search: SearchMovie, grab: GrabRelease) -> None:
        self._search = search
        self._grab = grab

    async def execute(self, indexer_id: int, guid: str, *, movie_id: int | None = None) -> Download:
        """See ports.driving.searches.GrabRelease."""
        candidates, word = self._picked(indexer_id, guid, movie_id)
        with correlated(word, movie=candidates[0].movie.id):
            return await self._grab.execute(candidates, SearchKind.USER_INTERACTIVE)

    def _picked(self, indexer_id: int, guid: str, movie_id: int | None) -> tuple[list[Candidate], str]:
        """The candidates, and the word of the search that showed them."""
        for report in reversed(self._search.shown(movie_id)):
            if decisions := [d for d in report.decisions if _offers(d.candidate.release, indexer_id, guid)]:
                accepted = [d.candidate for d in decisions if d.accepted]
                return accepted or [d.candidate for d in decisions], report.word
        raise Gone("no search has shown this release lately", remedy="search for the film again, then pick")


def _offers(release: Release, indexer_id: int, guid: str) -> bool:
    return any((r.indexer_id, r.guid) == (indexer_id, guid) for r in (release, *release.alternates))
