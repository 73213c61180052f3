"""Search every indexer for a film, and grab the best."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.correlation import correlated, new_word, note
from radarr.app.usecases.decide_releases import DecideReleases, Verdicts, Wanted
from radarr.app.usecases.grab_best import GrabBest, Grabs
from radarr.app.usecases.library_index import LibraryIndex
from radarr.app.usecases.pause_work import PauseWork
from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.movie import Movie, Slot
from radarr.domain.release import Release
from radarr.domain.searching.policy import Terms, available_at
from radarr.domain.searching.recording import caught_up, searched
from radarr.domain.searching.want import SearchRecord
from radarr.ports.clock import Clock
from radarr.ports.driving.searches import SearchReport
from radarr.ports.errors import Gone
from radarr.ports.indexer import AnswerKind, IndexerAnswer, MovieQuery
from radarr.ports.store import Store, Transaction

log = logging.getLogger(__name__)

_ANSWERED = frozenset({AnswerKind.HITS, AnswerKind.EMPTY})
_REMEMBERED = 50  # films; each report holds some hundred releases
_AUTOMATIC = frozenset({SearchKind.SCHEDULED, SearchKind.NEW_FILM})


class Part(NamedTuple):
    """A search of a few indexers, by their ids. `counts`: the film rests afterwards as after every search."""

    indexers: frozenset[int]
    counts: bool = True


class SearchMovie:
    """Search every indexer for a film, and grab the best.

    - A person who looks on is shown everything and grabs by hand; every other kind grabs the best of each slot.
    - While a pause holds, nobody is asked.
    - A release is held against the whole library: what may as well be another film is not taken for this one.
    - What was asked is remembered, so that a search by hand can pick from what it showed.
    - A search in parts goes on with the count of a slot's searches; every other one begins it anew, save that of a
      person who looks on, which grabs nothing and leaves it as it is.
    """

    def __init__(
        self,
        ask: AskIndexers,
        decide: DecideReleases,
        grab: GrabBest,
        store: Store,
        clock: Clock,
        pause: PauseWork,
        library: LibraryIndex,
        *,
        terms: Mapping[str, Terms],
    ) -> None:
        """`terms` by name of the profile."""
        self._library = library
        self._terms = terms
        self._pause = pause
        self._ask = ask
        self._decide = decide
        self._grab = grab
        self._store = store
        self._clock = clock
        self._shown: dict[int, SearchReport] = {}

    async def execute(
        self, movie_id: int, kind: SearchKind, slot_ids: tuple[int, ...] = (), part: Part | None = None
    ) -> SearchReport:
        """See ports.driving.searches; `part` None: every indexer."""
        self._pause.check()
        with correlated(new_word(), movie=movie_id, search=kind.value) as word:
            wanted = await self._wanted(movie_id, kind, slot_ids)
            note(film=str(wanted.movie))
            answers = await self._ask.execute(_query(wanted.movie), kind, part.indexers if part else None)
            _tell(wanted.movie, answers)
            wanted, verdicts = await self._judge(wanted, answers, kind, part)
            _tell_decisions(wanted.movie, verdicts.decisions)
            report = SearchReport(
                movie=wanted.movie,
                decisions=verdicts.decisions,
                unmatched=verdicts.unmatched,
                answers=answers,
                word=word,
            )
            self._show(report)
            slot_ids = tuple(slot.id for slot in wanted.slots)
            interactive = kind is SearchKind.USER_INTERACTIVE
            grabs = Grabs() if interactive else await self._grab.execute(verdicts, slot_ids, kind)
            if _told(answers):
                answered = [answer.indexer.id for answer in answers if answer.kind in _ANSWERED]
                await self._rest(wanted.movie, set(slot_ids) - grabs.postponed, kind, answered, part)
            return replace(report, grabbed=grabs.downloads, postponed=grabs.postponed)

    def shown(self, movie_id: int | None = None) -> tuple[SearchReport, ...]:
        """The latest reports, of one film or of all, the newest last."""
        if movie_id is None:
            return tuple(self._shown.values())
        return (self._shown[movie_id],) if movie_id in self._shown else ()

    def _show(self, report: SearchReport) -> None:
        self._shown.pop(report.movie.id, None)
        self._shown[report.movie.id] = report
        while len(self._shown) > _REMEMBERED:
            del self._shown[next(iter(self._shown))]

    async def _wanted(self, movie_id: int, kind: SearchKind, slot_ids: tuple[int, ...]) -> Wanted:
        async with self._store.snapshot() as tx:
            movie = await _movie(tx, movie_id)
        chosen = [s for s in movie.slots if s.id in slot_ids] if slot_ids else _monitored(movie, kind)
        return Wanted(movie, tuple(chosen))

    async def _judge(
        self, asked: Wanted, answers: tuple[IndexerAnswer, ...], kind: SearchKind, part: Part | None
    ) -> tuple[Wanted, Verdicts]:
        """Decides for the film as it is now: indexers take their time, and a file may have come meanwhile."""
        now = self._clock.now()
        chosen = {slot.id for slot in asked.slots}
        library = await self._library.look()
        readings = await self._decide.read(_releases(answers), library.films, asked.movie)
        readings = await self._decide.score(readings, [asked.movie])
        async with self._store.transaction() as tx:
            movie = await _movie(tx, asked.movie.id)
            wanted = Wanted(movie, tuple(s for s in movie.slots if s.id in chosen))
            verdicts = await self._decide.execute(tx, readings, [wanted], kind)
            if kind in _AUTOMATIC and part is None:  # those in parts keep to the budgets
                await tx.downloads.note_search(now, movie.id)
        return wanted, verdicts

    async def _rest(
        self, movie: Movie, slot_ids: AbstractSet[int], kind: SearchKind, answered: Sequence[int], part: Part | None
    ) -> None:
        """Remember that these slots were searched; one whose release could not be had for the moment does not rest."""
        async with self._store.transaction() as tx:
            movie = await tx.movies.get(movie.id) or movie
            for slot in movie.slots:
                if slot.id in slot_ids:
                    await tx.movies.save_slot(replace(slot, searched_at=self._clock.now()))
                    record = await tx.searching.get(slot.id)
                    if record := self._record(movie, slot, record, kind, answered, part):
                        await tx.searching.save(slot.id, record)

    def _record(
        self,
        movie: Movie,
        slot: Slot,
        before: SearchRecord | None,
        kind: SearchKind,
        answered: Sequence[int],
        part: Part | None,
    ) -> SearchRecord | None:
        """What is remembered of the searches for a slot after this one; None: as before."""
        terms, now = self._terms.get(slot.profile), self._clock.now()
        if terms is None or kind is SearchKind.USER_INTERACTIVE:
            return None
        if part and not part.counts:
            return caught_up(before, answered, now) if before else None
        return searched(
            before,
            answered,
            now,
            fingerprint=terms.fingerprint,
            missing=slot.file is None,
            available=available_at(movie, terms.profile),
            anew=part is None,
        )


def _monitored(movie: Movie, kind: SearchKind) -> Iterable[Slot]:
    """A person may search for what is not monitored; the rules let it pass."""
    if kind in {SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE}:
        return movie.slots
    return [slot for slot in movie.slots if slot.monitored]


async def _movie(tx: Transaction, movie_id: int) -> Movie:
    movie = await tx.movies.get(movie_id)
    if movie is None:
        raise Gone(f"there is no film {movie_id}")
    return movie


def _told(answers: tuple[IndexerAnswer, ...]) -> bool:
    """Whether the search says anything about what exists: where every indexer failed, the film does not rest."""
    return not answers or any(answer.kind in _ANSWERED for answer in answers)


def _query(movie: Movie) -> MovieQuery:
    titles = dict.fromkeys(t for t in (movie.title, movie.original_title) if t)
    # a film added by hand may have no TMDB entry: negative ids are ours alone
    tmdb_id = movie.tmdb_id if movie.tmdb_id > 0 else None
    return MovieQuery(tuple(titles), movie.year, movie.imdb_id, tmdb_id)


def _releases(answers: Iterable[IndexerAnswer]) -> list[Release]:
    return [release for answer in answers for release in answer.releases]


def _tell_decisions(movie: Movie, decisions: Sequence[Decision]) -> None:
    log.info("%s: %d of %d decisions accept", movie, sum(d.accepted for d in decisions), len(decisions))
    for decision in decisions if log.isEnabledFor(logging.DEBUG) else ():
        release, why = decision.candidate.release, "; ".join(r.message for r in decision.rejections) or "acceptable"
        about = {"indexer": release.indexer, "slot": decision.candidate.slot.name}
        log.debug("%s: %s: %s", movie, release.title, why, extra=about)


def _tell(movie: Movie, answers: tuple[IndexerAnswer, ...]) -> None:
    found, answered = sum(len(a.releases) for a in answers), sum(a.kind in _ANSWERED for a in answers)
    log.info("%s: %d of %d indexers answered, with %d releases", movie, answered, len(answers), found)
    for answer in answers:
        if answer.kind not in _ANSWERED:
            name = answer.indexer.name
            why = (answer.message or answer.kind).removeprefix(f"{name}: ")
            log.warning("%s: indexer %s is missing: %s", movie, name, why, extra={"indexer": name})
