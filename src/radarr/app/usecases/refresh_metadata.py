"""Ask the film database for what has changed."""

import logging
import random
from collections.abc import Sequence
from typing import NamedTuple

import anyio

from radarr.app.usecases.bells import REFRESH_METADATA, Bells
from radarr.app.usecases.film_details import lost, renewed, told
from radarr.domain.movie import Movie
from radarr.ports.clock import Clock
from radarr.ports.errors import Gone, PortError, Unauthorised, Unavailable
from radarr.ports.metadata import Metadata, MovieDetails
from radarr.ports.store import Store, Transaction
from radarr.ports.store.metadata import DueFilm

log = logging.getLogger(__name__)

_BATCH = 20  # films whose answers are kept in one transaction
_READ = 500  # films that one query names: databases take some thousands
_ROUND = 25  # batches until the loop gives an account of itself and begins anew
_HOPELESS = 3  # failures one after the other: it is not the films


class Refreshed(NamedTuple):
    """What a refresh came to, in films: `changed` and `lost` are among those `asked`."""

    asked: int = 0
    changed: int = 0
    lost: int = 0

    def plus(self, other: "Refreshed") -> "Refreshed":
        """Both together."""
        return Refreshed(*(one + two for one, two in zip(self, other, strict=True)))

    def __str__(self) -> str:
        films = "1 film was" if self.asked == 1 else f"{self.asked} films were"
        unknown = f", {self.lost} not known to TMDB" if self.lost else ""
        return f"{films} asked for: {self.changed} changed{unknown}"


class _Answer(NamedTuple):
    film: DueFilm
    details: MovieDetails | None
    """None: there is no such film."""


class RefreshMetadata:
    """Ask the film database for what has changed.

    - A film is asked for when it is due: often while it is new, rarely once it is old (`domain.refresh`).
    - What changes are its names, dates and other facts; never its id, slots, folder or file.
    - A film that is not known there any more is kept as it is, and told.
    - Where the film database fails nothing is lost: what it could not answer stays due.
    - Without a key there is nobody to ask; nothing is due then.
    """

    def __init__(self, metadata: Metadata, store: Store, clock: Clock, bells: Bells, *, has_key: bool) -> None:
        self._metadata = metadata
        self._store = store
        self._clock = clock
        self._bells = bells
        self.has_key = has_key
        # a person who asks for one film waits for no whole library, and no film is asked for twice at once
        self._one_batch_at_a_time = anyio.Lock()

    async def execute(self) -> None:
        """What is due, some hundreds of films at most; the rest at once afterwards. Raises Unavailable, Unauthorised.

        A film that alone cannot be read holds up no other; it is asked for again with the next round.
        """
        if self.has_key and await self._due_ones(_ROUND) is None:
            self._bells.ring(REFRESH_METADATA)

    async def movies(self, movie_ids: tuple[int, ...]) -> str:
        """These films, due or not; none given: all. Says what came of it. Raises Gone, Unavailable, Unauthorised."""
        if movie_ids:
            return str(await self._certain_ones(movie_ids))
        async with self._store.transaction() as tx:
            await tx.metadata.make_due(self._clock.now())
        return str(await self._due_ones(None))

    async def _certain_ones(self, movie_ids: tuple[int, ...]) -> Refreshed:
        films = await self._films(movie_ids)
        if missing := set(movie_ids) - {film.movie_id for film in films}:
            raise Gone(f"there is no film {min(missing)}")
        done = Refreshed()
        for start in range(0, len(films), _BATCH):
            batch = films[start : start + _BATCH]
            async with self._one_batch_at_a_time:
                done = done.plus((await self._ask_all(batch, done))[0])
        return done

    async def _films(self, movie_ids: tuple[int, ...]) -> list[DueFilm]:
        found: list[DueFilm] = []
        async with self._store.snapshot() as tx:
            for start in range(0, len(movie_ids), _READ):
                movies = await tx.movies.some(movie_ids[start : start + _READ])
                found += [DueFilm(movie.id, movie.tmdb_id) for movie in movies]
        return found

    async def _due_ones(self, batches: int | None) -> Refreshed | None:
        """None: there are more than that many batches."""
        done, failed = Refreshed(), set[DueFilm]()
        while True:
            async with self._one_batch_at_a_time:
                batch = await self._due(failed)
                if not batch:
                    return done
                if batches == 0:
                    return None
                batches = batches and batches - 1
                came_of_it, unanswered = await self._ask_all(batch, done)
            done = done.plus(came_of_it)
            failed.update(unanswered)

    async def _due(self, failed: set[DueFilm]) -> list[DueFilm]:
        async with self._store.snapshot() as tx:
            due = await tx.metadata.due(self._clock.now(), _BATCH + len(failed))
        return [film for film in due if film not in failed][:_BATCH]

    async def _ask_all(self, films: list[DueFilm], before: Refreshed) -> tuple[Refreshed, list[DueFilm]]:
        """What came of it, and the films that could not be read. Raises what keeps all of them from being asked.

        `before` is what came of this round so far.
        """
        answers: list[_Answer] = []
        failed: list[DueFilm] = []
        trouble: PortError | None = None
        in_a_row = 0
        # in another order every time, so that a few that cannot be read are not all there is to be seen
        for film in random.sample(films, len(films)):
            try:
                answers.append(await self._ask(film))
                in_a_row = 0
            except PortError as error:
                log.debug("TMDB film %d: %s", film.tmdb_id, error)
                failed.append(film)
                trouble, in_a_row = error, in_a_row + 1
                if in_a_row == _HOPELESS or _is_final(error):
                    break
        done = await self._keep(answers)
        if trouble and (in_a_row == _HOPELESS or _is_final(trouble) or not (answers or before.asked)):
            raise trouble
        return done, failed

    async def _ask(self, film: DueFilm) -> _Answer:
        try:
            return _Answer(film, await self._metadata.details(film.tmdb_id))
        except Gone:
            return _Answer(film, None)

    async def _keep(self, answers: Sequence[_Answer]) -> Refreshed:
        if not answers:
            return Refreshed()
        async with self._store.transaction() as tx:
            kept = [await self._keep_one(tx, answer) for answer in answers]
        done = Refreshed()
        for came_of_it, sentence in kept:
            done = done.plus(came_of_it)
            if sentence:
                log.info("%s", sentence)
        return done

    async def _keep_one(self, tx: Transaction, answer: _Answer) -> tuple[Refreshed, str]:
        """What came of it, and what is to be told."""
        now = self._clock.now()
        before = await tx.movies.get(answer.film.movie_id)
        if before is None:  # it was removed meanwhile
            return Refreshed(), ""
        if answer.details is None:
            record = await tx.metadata.get(before.id)
            await tx.metadata.save(lost(before, record, now))
            is_news = record is None or record.gone_since is None
            return Refreshed(1, 0, 1), f"TMDB does not know {before}; it stays as it is" if is_news else ""
        after = renewed(before, answer.details)
        if after != before:
            await tx.movies.save(after)
        await tx.metadata.save(told(after, answer.details, now))
        return Refreshed(1, int(after != before)), _what_changed(before, after)


def _is_final(error: PortError) -> bool:
    """Whether no film is answered now, whichever is asked for."""
    return isinstance(error, Unauthorised) or (isinstance(error, Unavailable) and error.retry_after is not None)


def _what_changed(before: Movie, after: Movie) -> str:
    if str(before) != str(after):
        return f"{before} is called {after} now"
    return f"{before} has changed at TMDB" if before != after else ""
