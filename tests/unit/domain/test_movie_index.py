"""Films by id and by name: what was put in and dropped leaves no trace in the answers."""

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.movie_index import FilmNames, MovieIndex

TITLES = ("Dune", "The Dune", "Rocky II", "Rocky 2", "Rocky", "Amélie", "Amelie", "9", "Ноль", "...")
IMDB = (None, "", "tt0087182", "87182", "tt1160419", "nonsense")
YEARS = (0, 1979, 1984, 2021)
films = st.builds(
    FilmNames,
    id=st.integers(1, 6),
    tmdb_id=st.integers(1, 6),
    imdb_id=st.sampled_from(IMDB),
    title=st.sampled_from(TITLES),
    original_title=st.sampled_from(("", *TITLES)),
    titles=st.lists(st.sampled_from(TITLES), max_size=3).map(tuple),
    year=st.sampled_from(YEARS),
    secondary_year=st.sampled_from((None, 1984, 2022)),
)


def answers(index: MovieIndex[FilmNames]) -> list[object]:
    """Everything that can be asked."""
    by_title = [index.by_titles((title,), year) for title in TITLES for year in YEARS]
    by_both = [index.by_titles((one, other), 0) for one in TITLES for other in TITLES]
    by_id = [index.by_ids((imdb,), (tmdb,)) for imdb in IMDB for tmdb in (None, *range(1, 7))]
    return [*by_title, *by_both, *by_id]


@given(st.lists(st.tuples(films, st.booleans()), max_size=12))
def test_an_index_that_was_changed_answers_as_one_that_was_made_now(changes: list[tuple[FilmNames, bool]]) -> None:
    index: MovieIndex[FilmNames] = MovieIndex()
    library: dict[int, FilmNames] = {}
    for film, stays in changes:
        index.drop({film.id})
        library.pop(film.id, None)
        if stays:
            index.put(film)
            library[film.id] = film
    assert answers(index) == answers(MovieIndex(library[number] for number in sorted(library)))


def test_a_look_up_answers_with_what_is_kept_of_a_film() -> None:
    film = FilmNames(1, 841, "tt0087182", "Dune", titles=("Der Wüstenplanet",), year=1984)
    kept = film._replace(titles=())
    index: MovieIndex[FilmNames] = MovieIndex()
    index.put(film, kept)
    assert index.by_titles(("Der Wüstenplanet",), 1984) == (kept,)
    assert index.by_ids(("tt0087182",), ()) == (kept,)
