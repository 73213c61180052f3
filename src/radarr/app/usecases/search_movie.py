"""Search every indexer for a film, and grab the best."""

import logging
from collections.abc import Iterable
from dataclasses import replace

from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.correlation import correlated
from radarr.app.usecases.decide_releases import DecideReleases, Verdicts, Wanted
from radarr.app.usecases.grab_best import GrabBest
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.movie import Movie, Slot
from radarr.domain.release import Release
from radarr.ports.clock import Clock
from radarr.ports.driving.searches import SearchReport
from radarr.ports.errors import Gone
from radarr.ports.indexer import AnswerKind, IndexerAnswer, MovieQuery
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_AUTOMATIC = frozenset({SearchKind.SCHEDULED, SearchKind.NEW_FILM})


class SearchMovie:
    """Search every indexer for a film, and grab the best.

    - A person who looks on is shown everything and grabs by hand; every other kind grabs the best of each slot.
    - What was asked is remembered, so that a search by hand can pick from what it showed.
    """

    def __init__(self, ask: AskIndexers, decide: DecideReleases, grab: GrabBest, store: Store, clock: Clock) -> None:
        self._ask = ask
        self._decide = decide
        self._grab = grab
        self._store = store
        self._clock = clock
        self._shown: dict[int, SearchReport] = {}

    async def execute(self, movie_id: int, kind: SearchKind, slot_ids: tuple[int, ...] = ()) -> SearchReport:
        """See ports.driving.searches."""
        with correlated(f"search-{movie_id}"):
            wanted = await self._wanted(movie_id, kind, slot_ids)
            answers = await self._ask.execute(_query(wanted.movie), kind)
            _tell(wanted.movie, answers)
            verdicts = await self._judge(wanted, _releases(answers), kind)
            report = SearchReport(
                movie=wanted.movie, decisions=verdicts.decisions, unmatched=verdicts.unmatched, answers=answers
            )
            self._shown[movie_id] = report
            if kind is SearchKind.USER_INTERACTIVE:
                return report
            grabbed = await self._grab.execute(verdicts, [s.id for s in wanted.slots], kind)
            return replace(report, grabbed=grabbed)

    def shown(self, movie_id: int | None = None) -> tuple[SearchReport, ...]:
        """The latest reports, of one film or of all."""
        if movie_id is None:
            return tuple(self._shown.values())
        return (self._shown[movie_id],) if movie_id in self._shown else ()

    async def _wanted(self, movie_id: int, kind: SearchKind, slot_ids: tuple[int, ...]) -> Wanted:
        async with self._store.snapshot() as tx:
            movie = await tx.movies.get(movie_id)
        if movie is None:
            raise Gone(f"there is no film {movie_id}")
        chosen = [s for s in movie.slots if s.id in slot_ids] if slot_ids else _monitored(movie, kind)
        return Wanted(movie, tuple(chosen))

    async def _judge(self, wanted: Wanted, releases: Iterable[Release], kind: SearchKind) -> Verdicts:
        now = self._clock.now()
        async with self._store.transaction() as tx:
            verdicts = await self._decide.execute(tx, releases, [wanted], kind, wanted.movie)
            for slot in wanted.slots:
                await tx.movies.save_slot(replace(slot, searched_at=now))
            if kind in _AUTOMATIC:
                await tx.downloads.note_search(now, wanted.movie.id)
        return verdicts


def _monitored(movie: Movie, kind: SearchKind) -> Iterable[Slot]:
    """A person may search for what is not monitored; the rules let it pass."""
    if kind in {SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE}:
        return movie.slots
    return [slot for slot in movie.slots if slot.monitored]


def _query(movie: Movie) -> MovieQuery:
    titles = dict.fromkeys(t for t in (movie.title, movie.original_title) if t)
    # a film added by hand may have no TMDB entry: negative ids are ours alone
    tmdb_id = movie.tmdb_id if movie.tmdb_id > 0 else None
    return MovieQuery(tuple(titles), movie.year, movie.imdb_id, tmdb_id)


def _releases(answers: Iterable[IndexerAnswer]) -> list[Release]:
    return [release for answer in answers for release in answer.releases]


def _tell(movie: Movie, answers: tuple[IndexerAnswer, ...]) -> None:
    found = sum(len(a.releases) for a in answers)
    log.info("%s: %d indexers answered with %d releases", movie, len(answers), found)
    for answer in answers:
        if answer.kind not in {AnswerKind.HITS, AnswerKind.EMPTY}:
            log.warning("%s: indexer %s is missing: %s", movie, answer.indexer.name, answer.message or answer.kind)
