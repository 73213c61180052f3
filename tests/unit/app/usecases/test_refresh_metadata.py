"""What is known of the library's films is kept up to date."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import anyio
import pytest
from dependency_injector import providers

from radarr.adapters.simulated.metadata import SimulatedMetadata
from radarr.adapters.simulated.store.movies import MemoryMovies
from radarr.app.usecases.bells import REFRESH_METADATA
from radarr.app.usecases.refresh_metadata import RefreshMetadata
from radarr.domain.movie import Movie
from radarr.ports.driving.movies import NewMovie
from radarr.ports.errors import Gone, PortError, Unauthorised, Unavailable
from radarr.ports.metadata import FilmCollection, MovieDetails, Translation
from tests.unit.app.usecases.house import House, house

pytestmark = pytest.mark.anyio

SINTEL = MovieDetails(
    45745,
    "Sintel",
    imdb_id="tt1727587",
    original_language="English",
    titles=("Durian",),
    year=2010,
    runtime=15,
    in_cinemas=date(2010, 9, 27),
    genres=("Fantasy",),
    collection=FilmCollection(7, "The Open Movies"),
    translations=(Translation("Durian", "German", "de", "DE", "Ein Mädchen sucht einen Drachen."),),
)
DAWN = MovieDetails(7, "Dawn", year=2027, in_cinemas=date(2027, 3, 1))
TWICE = "Durian.Awakens.2010.1080p.WEB-DL.H264-ONE"


class Database(SimulatedMetadata):
    """A film database that notes what it is asked, and has films that cannot be read."""

    def __init__(self, *films: MovieDetails) -> None:
        super().__init__(films)
        self.asked: list[int] = []
        self.unreadable: set[int] = set()
        self._held: tuple[int, anyio.Event] | None = None

    def hold(self, after: int) -> anyio.Event:
        """Answer nobody once so many were asked for, until the event is set."""
        self._held = after, anyio.Event()
        return self._held[1]

    async def details(self, tmdb_id: int) -> MovieDetails:
        self.asked.append(tmdb_id)
        if self._held and len(self.asked) >= self._held[0]:
            await self._held[1].wait()
        if tmdb_id in self.unreadable:
            raise Unavailable("TMDB's answer cannot be read")
        return await super().details(tmdb_id)

    def all_asked(self) -> list[int]:
        """In order of id; what is asked from here on is counted anew."""
        asked, self.asked = sorted(self.asked), []
        return asked


@dataclass
class Story:
    """A house with a film database of its own."""

    home: House
    database: Database
    refresh: RefreshMetadata

    async def add(self, *tmdb_ids: int) -> None:
        for number in tmdb_ids:
            await self.home.container.add_movie().execute(NewMovie(tmdb_id=number))
        self.database.all_asked()

    async def film(self, tmdb_id: int = SINTEL.tmdb_id) -> Movie:
        async with self.home.store.snapshot() as tx:
            found = await tx.movies.by_tmdb(tmdb_id)
        assert found is not None
        return found

    async def lost(self) -> list[str]:
        async with self.home.store.snapshot() as tx:
            return [str(film) for film in await tx.metadata.gone(10)]


@contextmanager
def story(home: House, *films: MovieDetails, has_key: bool = True) -> Iterator[Story]:
    database = Database(*films)
    with home.container.metadata.override(providers.Object(database)):
        refresh = RefreshMetadata(database, home.store, home.clock, home.container.bells(), has_key=has_key)
        yield Story(home, database, refresh)


async def test_new_films_are_asked_for_daily_and_old_ones_rarely() -> None:
    async with house() as home:
        with story(home, SINTEL, DAWN) as told:
            await told.add(SINTEL.tmdb_id, DAWN.tmdb_id)
            asked = []
            for _ in range(61):
                home.clock.go_on(days=1)
                await told.refresh.execute()
                asked += told.database.all_asked()
    assert (asked.count(DAWN.tmdb_id), asked.count(SINTEL.tmdb_id)) in {(61, 1), (61, 2)}


async def test_where_nothing_is_due_nothing_is_asked_or_written() -> None:
    async with house() as home:
        with story(home, SINTEL) as told:
            await told.add(SINTEL.tmdb_id)
            before = home.store.revision
            await told.refresh.execute()
            assert (told.database.asked, home.store.revision) == ([], before)


async def test_without_a_key_nobody_is_asked_and_nothing_is_written() -> None:
    async with house() as home:
        with story(home, has_key=False) as told:
            await home.want_sintel()
            told.database.all_asked()
            before = home.store.revision
            await told.refresh.execute()
            assert (told.database.asked, home.store.revision) == ([], before)


async def test_a_film_given_by_hand_is_completed_once_the_film_database_is_there() -> None:
    async with house() as home:
        with story(home, SINTEL) as told:
            told.database.trouble = Unavailable("TMDB cannot be reached")
            by_hand = await home.want_sintel(title="Sintel by hand", year=2011, imdb_id=None)
            assert (by_hand.title, by_hand.year) == ("Sintel by hand", 2011)
            told.database.trouble = None
            await told.refresh.execute()
            film = await told.film()
        assert (film.id, film.slots, film.added_at) == (by_hand.id, by_hand.slots, by_hand.added_at)
        assert (film.title, film.year, film.imdb_id, film.titles) == ("Sintel", 2010, "tt1727587", ("Durian",))


async def test_a_changed_title_is_matched_from_then_on() -> None:
    async with house() as home:
        with story(home, SINTEL) as told:
            await told.add(SINTEL.tmdb_id)
            home.offer(TWICE)
            await home.container.feed().execute()
            assert await home.states() == {}
            told.database.movies[SINTEL.tmdb_id] = SINTEL._replace(title="Durian Awakens")
            home.clock.go_on(days=61)
            await told.refresh.execute()
            await home.container.feed().execute()
            assert list(await home.states()) == [TWICE]


async def test_what_a_film_is_in_the_library_no_refresh_changes() -> None:
    async with house() as home:
        with story(home, SINTEL) as told:
            await told.add(SINTEL.tmdb_id)
            before = await told.film()
            async with home.store.transaction() as tx:
                await tx.movies.save_slot(replace(before.slots[0], folder="Sintel (2010)", monitored=False))
            before = await told.film()
            told.database.movies[SINTEL.tmdb_id] = SINTEL._replace(
                title="Sintel Returns", runtime=16, in_cinemas=None, digital_release=date(2010, 10, 1), year=0
            )
            assert await told.refresh.movies((before.id,)) == "1 film was asked for: 1 changed"
            after = await told.film()
    assert (after.id, after.tmdb_id, after.slots, after.added_at) == (before.id, 45745, before.slots, before.added_at)
    assert (after.title, after.runtime, after.year) == ("Sintel Returns", 16, 2010)
    assert (after.in_cinemas, after.digital_release) == (None, date(2010, 10, 1))


async def test_a_film_that_is_gone_there_is_told_kept_and_found_again() -> None:
    async with house() as home:
        with story(home, SINTEL) as told:
            await told.add(SINTEL.tmdb_id)
            film = await told.film()
            del told.database.movies[SINTEL.tmdb_id]
            assert await told.refresh.movies(()) == "1 film was asked for: 0 changed, 1 not known to TMDB"
            assert (await told.film(), await told.lost()) == (film, ["Sintel (2010)"])
            async with home.store.snapshot() as tx:
                kept = await tx.metadata.get(film.id)
            assert kept is not None
            assert kept.details is not None
            assert kept.details.genres == ("Fantasy",)
            told.database.movies[SINTEL.tmdb_id] = SINTEL
            home.clock.go_on(days=61)
            await told.refresh.execute()
            assert await told.lost() == []


@pytest.mark.parametrize(
    ("error", "most"),
    [
        pytest.param(Unavailable("down"), 3, id="down"),
        pytest.param(Unavailable("TMDB asks us to slow down", retry_after=60), 1, id="too-fast"),
        pytest.param(Unauthorised("TMDB does not accept the key"), 1, id="a-wrong-key"),
    ],
)
async def test_while_the_film_database_fails_all_stays_due(error: PortError, most: int) -> None:
    films = [SINTEL._replace(tmdb_id=number, imdb_id=None) for number in range(1, 31)]
    async with house() as home:
        with story(home, *films) as told:
            await told.add(*range(1, 31))
            home.clock.go_on(days=61)
            told.database.trouble = error
            before = home.store.revision
            with pytest.raises(type(error)):
                await told.refresh.execute()
            assert home.store.revision == before
            assert len(told.database.all_asked()) == most
            told.database.trouble = None
            await told.refresh.execute()
            assert told.database.all_asked() == list(range(1, 31))


async def test_a_film_that_cannot_be_read_holds_up_no_other() -> None:
    films = [SINTEL._replace(tmdb_id=number, imdb_id=None) for number in range(1, 31)]
    async with house() as home:
        with story(home, *films) as told:
            await told.add(*range(1, 31))
            home.clock.go_on(days=61)
            told.database.unreadable = {4, 17}
            await told.refresh.execute()
            assert set(told.database.all_asked()) == set(range(1, 31))
            told.database.unreadable.clear()
            await told.refresh.execute()
            assert told.database.all_asked() == [4, 17]


async def test_a_large_library_is_asked_for_in_several_rounds() -> None:
    films = [SINTEL._replace(tmdb_id=number, imdb_id=None) for number in range(1, 521)]
    async with house() as home:
        with story(home, *films) as told:
            await told.add(*range(1, 521))
            home.clock.go_on(days=61)
            bells = home.container.bells()
            bells.silence(REFRESH_METADATA)
            await told.refresh.execute()
            assert len(told.database.all_asked()) == 500
            await bells.wait(REFRESH_METADATA)
            await told.refresh.execute()
            assert len(told.database.all_asked()) == 20


async def test_a_command_asks_for_the_films_of_its_ids_or_for_all_due_or_not() -> None:
    async with house() as home:
        with story(home, SINTEL, DAWN) as told:
            await told.add(SINTEL.tmdb_id, DAWN.tmdb_id)
            film = await told.film()
            assert await told.refresh.movies((film.id,)) == "1 film was asked for: 0 changed"
            assert told.database.all_asked() == [SINTEL.tmdb_id]
            assert await told.refresh.movies(()) == "2 films were asked for: 0 changed"
            assert told.database.all_asked() == [DAWN.tmdb_id, SINTEL.tmdb_id]
            with pytest.raises(Gone, match="no film 99"):
                await told.refresh.movies((film.id, 99))


async def test_a_command_may_name_more_films_than_a_query_of_a_database_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    some = MemoryMovies.some

    async def counted(self: MemoryMovies, movie_ids: Collection[int]) -> tuple[Movie, ...]:
        sizes.append(len(movie_ids))
        return await some(self, movie_ids)

    monkeypatch.setattr(MemoryMovies, "some", counted)
    async with house() as home:
        with story(home, SINTEL) as told, pytest.raises(Gone, match="no film 1"):
            await told.refresh.movies(tuple(range(1, 2002)))
    assert sum(sizes) == 2001
    assert max(sizes) <= 1000


async def test_who_asks_for_one_film_waits_for_no_whole_library() -> None:
    films = [SINTEL._replace(tmdb_id=number, imdb_id=None) for number in range(1, 101)]
    async with house() as home:
        with story(home, *films) as told:
            await told.add(*range(1, 101))
            film = await told.film(100)
            going_on = told.database.hold(after=30)
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(told.refresh.movies, ())
                await anyio.wait_all_tasks_blocked()
                tasks.start_soon(told.refresh.movies, (film.id,))
                await anyio.wait_all_tasks_blocked()
                going_on.set()
            assert told.database.asked.index(100) == 40  # once the second twenty are through
            assert told.database.all_asked() == list(range(1, 101))


async def test_a_film_removed_meanwhile_is_no_trouble() -> None:
    async with house() as home:
        with story(home, SINTEL) as told:
            await told.add(SINTEL.tmdb_id)
            film = await told.film()

            async def removing(tmdb_id: int) -> MovieDetails:
                async with home.store.transaction() as tx:
                    await tx.movies.remove(film.id)
                return told.database.movies[tmdb_id]

            class Slow(Database):
                details: Any = staticmethod(removing)

            refresh = RefreshMetadata(Slow(SINTEL), home.store, home.clock, home.container.bells(), has_key=True)
            assert await refresh.movies((film.id,)) == "0 films were asked for: 0 changed"


async def test_stories_in_other_languages_are_not_kept() -> None:
    async with house() as home:
        with story(home, SINTEL) as told:
            await told.add(SINTEL.tmdb_id)
            async with home.store.snapshot() as tx:
                kept = await tx.metadata.get((await told.film()).id)
    assert kept is not None
    assert kept.details is not None
    assert kept.details.translations == (Translation("Durian", "German", "de", "DE"),)
    assert kept.details.collection == FilmCollection(7, "The Open Movies")
    assert kept.due_at - kept.fetched_at >= timedelta(days=30)
