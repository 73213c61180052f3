"""What every indexer manager does."""

import pytest

from radarr.domain.torrent.magnet import read_magnet
from radarr.ports.errors import Gone, Unauthorised, Unavailable
from radarr.ports.indexer import AnswerKind, Indexer, IndexerAnswer, IndexerInfo, MovieQuery
from tests.contract.indexer.benches import AGAIN, Bench
from tests.contract.indexer.films import Film

pytestmark = pytest.mark.anyio

IDS, TMDB, WORDS = 1, 2, 3


async def _info(bench: Bench, indexer_id: int) -> IndexerInfo:
    return next(info for info in await bench.indexer.indexers() if info.id == indexer_id)


async def _search(bench: Bench, indexer_id: int, query: MovieQuery) -> IndexerAnswer:
    return await bench.indexer.search(await _info(bench, indexer_id), query)


async def test_it_is_an_indexer_and_says_its_version(bench: Bench) -> None:
    assert isinstance(bench.indexer, Indexer)
    assert (await bench.indexer.version())[0].isdecimal()


async def test_torrent_indexers_are_listed_with_the_ids_they_take(bench: Bench) -> None:
    infos = await bench.indexer.indexers()
    assert [(info.name, info.id_params) for info in infos] == [
        ("Ids", ("imdbid", "tmdbid")),
        ("Tmdb", ("tmdbid",)),
        ("Words", ()),
    ]


@pytest.mark.parametrize("indexer_id", [pytest.param(IDS, id="by-either-id"), pytest.param(TMDB, id="by-one")])
async def test_a_film_is_found_by_id_whatever_it_is_called(bench: Bench, indexer_id: int) -> None:
    film = Film()
    bench.offer(film, indexer_id)
    answer = await _search(bench, indexer_id, film.query()._replace(titles=("Quite another name",)))
    assert answer.kind is AnswerKind.HITS
    (release,) = answer.releases
    assert (release.title, release.size, release.indexer_id) == (film.name, film.size, indexer_id)
    assert (release.imdb_id, release.tmdb_id) == (film.imdb_id, film.tmdb_id)
    assert (release.seeders, release.leechers, release.flags) == (57, 4, {"freeleech"})
    assert release.published_at == film.published_at


@pytest.mark.parametrize(
    ("indexer_id", "film"),
    [
        pytest.param(WORDS, Film(), id="where-no-id-is-taken"),
        pytest.param(IDS, Film(with_ids=False), id="where-the-id-finds-nothing"),
        pytest.param(WORDS, Film(original="Laterne Rouge", named_by_original=True), id="by-the-original-title"),
    ],
)
async def test_a_film_is_found_by_words(bench: Bench, indexer_id: int, film: Film) -> None:
    bench.offer(film, indexer_id)
    answer = await _search(bench, indexer_id, film.query())
    assert [release.title for release in answer.releases] == [film.name]


async def test_what_an_indexer_does_not_have_is_empty_not_failed(bench: Bench) -> None:
    bench.offer(Film(), IDS)
    answer = await _search(bench, IDS, Film().query())
    assert (answer.kind, answer.releases) == (AnswerKind.EMPTY, ())


async def test_an_indexer_is_asked_alone(bench: Bench) -> None:
    film = Film()
    bench.offer(film, TMDB)
    assert (await _search(bench, IDS, film.query())).kind is AnswerKind.EMPTY


@pytest.mark.parametrize(
    ("kind", "again"),
    [
        (AnswerKind.FAILED, None),
        (AnswerKind.LIMITED, AGAIN),
        (AnswerKind.BLOCKED, AGAIN),
        (AnswerKind.DISABLED, None),
    ],
)
async def test_one_failing_indexer_is_its_own_answer(bench: Bench, kind: AnswerKind, again: float | None) -> None:
    film = Film()
    infos = {info.id: info for info in await bench.indexer.indexers()}
    bench.offer(film, WORDS)
    bench.spoil(IDS, kind)
    answer = await bench.indexer.search(infos[IDS], film.query())
    assert (answer.kind, answer.releases, answer.retry_after) == (kind, (), again)
    assert "Ids" in answer.message
    assert (await bench.indexer.search(infos[WORDS], film.query())).kind is AnswerKind.HITS
    bench.spoil(IDS, AnswerKind.HITS)
    assert (await bench.indexer.search(infos[IDS], film.query())).kind is AnswerKind.EMPTY


async def test_the_feed_has_the_newest_first(bench: Bench) -> None:
    films = [Film(), Film(), Film()]
    for film in films:
        bench.offer(film, WORDS)
    answer = await bench.indexer.latest(await _info(bench, WORDS))
    newest = sorted(films, key=lambda film: film.published_at, reverse=True)
    assert [release.title for release in answer.releases] == [film.name for film in newest]


async def test_a_release_turns_into_its_torrent(bench: Bench) -> None:
    film = Film()
    bench.offer(film, IDS)
    (release,) = (await _search(bench, IDS, film.query())).releases
    payload = await bench.indexer.fetch(release)
    assert (payload.torrent, payload.magnet) == (film.torrent, None)


async def test_a_release_turns_into_its_magnet(bench: Bench) -> None:
    film = Film(magnet_only=True)
    bench.offer(film, IDS)
    (release,) = (await _search(bench, IDS, film.query())).releases
    payload = await bench.indexer.fetch(release)
    assert payload.torrent is None
    assert read_magnet(payload.magnet or "").infohash.v1 == film.infohash


async def test_a_release_that_is_no_more_is_gone(bench: Bench) -> None:
    film = Film()
    bench.offer(film, IDS)
    (release,) = (await _search(bench, IDS, film.query())).releases
    bench.break_link(film, Gone)
    with pytest.raises(Gone):
        await bench.indexer.fetch(release)


async def test_a_release_at_a_limit_is_for_later(bench: Bench) -> None:
    film = Film()
    bench.offer(film, IDS)
    (release,) = (await _search(bench, IDS, film.query())).releases
    bench.break_link(film, Unavailable)
    with pytest.raises(Unavailable) as caught:
        await bench.indexer.fetch(release)
    assert caught.value.retry_after == AGAIN


async def test_a_wrong_key_is_no_answer_of_an_indexer(bench: Bench) -> None:
    film = Film()
    bench.offer(film, IDS)
    info = await _info(bench, IDS)
    (release,) = (await bench.indexer.search(info, film.query())).releases
    bench.lock()
    for call in (
        bench.indexer.version(),
        bench.indexer.indexers(),
        bench.indexer.search(info, film.query()),
        bench.indexer.latest(info),
        bench.indexer.fetch(release),
    ):
        with pytest.raises(Unauthorised):
            await call
