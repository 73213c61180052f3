"""The recorded answers of TMDB over a loopback server."""

import pytest

from radarr.ports.errors import Gone, PortError, Refused, Unauthorised, Unavailable
from tests.contract.metadata.benches import wire
from tests.contract.shapes import needs_samples, sample

pytestmark = [pytest.mark.anyio, needs_samples]


def _recorded(name: str) -> tuple[int, str, bytes]:
    """Status, content type and body; of a whole recorded answer only the body is not stated by its name."""
    body = sample("tmdb", name)
    if name.endswith(".http.txt"):
        head, _, body = body.replace(b"\r\n", b"\n").partition(b"\n\n")
        kind = head.lower().partition(b"content-type:")[2].split(b"\n")[0].split(b";")[0].strip().decode()
        return int(head.split()[1]), kind, body
    return (
        next(int(part) for part in name.removesuffix(".json").split("_") if part.isdecimal()),
        "application/json",
        body,
    )


async def test_a_film_full_of_facts_is_read_in_one_request() -> None:
    async with wire() as (server, tmdb):
        server.documents["/movie/987001"] = _recorded("movie_full_append_200.json")
        film = await tmdb.details(987001)
        assert server.paths == ["/movie/987001"]
    assert (film.title, film.runtime, film.collection) == ("The Paper Lantern", 118, (55001, "The Lantern Collection"))
    assert {(release.country, release.kind.value) for release in film.releases} > {
        ("FR", "theatrical"),
        ("US", "digital"),
    }


async def test_a_film_of_empty_texts_nulls_and_noughts_is_read() -> None:
    async with wire() as (server, tmdb):
        server.documents["/movie/987555"] = _recorded("movie_minimal_append_200.json")
        film = await tmdb.details(987555)
    assert (film.title, film.original_language, film.status) == ("Paper Lantern", "English", "announced")
    assert (film.runtime, film.year, film.in_cinemas, film.imdb_id, film.poster) == (0, 0, None, None, "")
    assert (film.releases, film.titles, film.genres, film.ratings, film.collection) == ((), (), (), (), None)


async def test_lists_are_read() -> None:
    async with wire() as (server, tmdb):
        server.documents["/search/movie"] = _recorded("search_movie_200.json")
        assert [(film.tmdb_id, film.year) for film in await tmdb.search("lantern")] == [(987001, 2019), (987555, 0)]
        server.documents["/search/movie"] = _recorded("search_movie_empty_200.json")
        assert await tmdb.search("lantern", 2019) == ()


async def test_an_imdb_id_leads_to_the_whole_film() -> None:
    async with wire() as (server, tmdb):
        server.documents["/find/tt7654321"] = _recorded("find_imdb_200.json")
        server.documents["/find/tt7654329"] = _recorded("find_imdb_empty_200.json")
        server.documents["/movie/987001"] = _recorded("movie_full_append_200.json")
        assert (await tmdb.find("tt7654321")).genres == ("Drama", "Mystery")
        with pytest.raises(Gone):
            await tmdb.find("tt7654329")


@pytest.mark.parametrize(
    ("name", "error"),
    [
        pytest.param("error_400_append_too_many.json", Refused, id="too-much-at-once"),
        pytest.param("error_400_page.json", Refused, id="no-such-page"),
        pytest.param("error_401_invalid_key.json", Unauthorised, id="a-wrong-key"),
        pytest.param("error_404.json", Gone, id="no-such-film"),
        pytest.param("error_404_invalid_id.json", Gone, id="no-such-id"),
        pytest.param("error_429.json", Unavailable, id="too-many"),
        pytest.param("error_429.http.txt", Unavailable, id="too-many-whole"),
        pytest.param("error_500.json", Unavailable, id="broken"),
        pytest.param("error_502_edge.http.txt", Unavailable, id="a-page-of-what-stands-before-it"),
        pytest.param("error_503_offline.json", Unavailable, id="offline"),
        pytest.param("error_504_backend_timeout.json", Unavailable, id="slow-behind"),
    ],
)
async def test_an_error_means_what_its_status_says(name: str, error: type[PortError]) -> None:
    async with wire() as (server, tmdb):
        server.documents["/movie/987001"] = _recorded(name)
        with pytest.raises(PortError) as caught:
            await tmdb.details(987001)
    assert type(caught.value) is error
    assert "invented" not in str(caught.value)
