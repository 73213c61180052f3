"""Films by id and by name: what was put in and dropped leaves no trace in the answers."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.loose_titles import loose_title
from radarr.domain.movie_index import FilmNames, MovieIndex
from radarr.domain.titles import clean_title, numeral_variants

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


def test_a_film_that_bears_all_parts_of_a_name_hides_those_that_bear_one() -> None:
    pot = FilmNames(1, 1, None, "Pot", titles=("Topf", "Kettle"), year=2010)
    topf, kettle = FilmNames(2, 2, None, "Topf", year=2010), FilmNames(3, 3, None, "Kettle", year=2010)
    index = MovieIndex([pot, topf, kettle])
    assert index.by_titles(("Topf AKA Kettle", "Topf", "Kettle"), 2010) == (pot,)
    assert index.by_titles(("Topf", "Kettle"), 2010) == (topf,)


def test_a_loose_spelling_counts_only_beside_the_year() -> None:
    film = FilmNames(1, 1, None, "The Kettle & the Pot", year=2010)
    index = MovieIndex([film, FilmNames(2, 2, None, "The Weir")])
    assert index.by_titles(("Kettle und Pot",), 2010) == (film,)
    assert index.by_titles(("Kettle und Pot",), 0) == ()
    assert index.by_titles(("Weir",), 2010) == ()


@given(st.lists(films, max_size=6, unique_by=lambda film: film.tmdb_id), st.randoms(use_true_random=False))
def test_the_order_of_the_library_does_not_matter(library: list[FilmNames], random: Random) -> None:
    numbered = [film._replace(id=film.tmdb_id) for film in library]
    shuffled = list(numbered)
    random.shuffle(shuffled)
    assert answers(MovieIndex(shuffled)) == answers(MovieIndex(numbered))


@given(st.lists(films, max_size=5, unique_by=lambda film: film.tmdb_id))
def test_a_film_of_other_names_and_ids_changes_no_answer(library: list[FilmNames]) -> None:
    numbered = [film._replace(id=film.tmdb_id) for film in library]
    unrelated = FilmNames(90, 90, "tt7777777", "Unheard Of", titles=("Nie gehört",), year=1984)
    assert answers(MovieIndex([*numbered, unrelated])) == answers(MovieIndex(numbered))


@given(st.lists(films, min_size=1, max_size=6, unique_by=lambda film: film.tmdb_id))
def test_every_title_of_a_film_finds_it_or_another_of_that_key_and_year(library: list[FilmNames]) -> None:
    index = MovieIndex(film._replace(id=film.tmdb_id) for film in library)
    for film in library:
        for title in filter(None, (film.title, film.original_title, *film.titles)):
            found = index.by_titles((title,), film.year)
            assert found
            assert film.tmdb_id in {one.tmdb_id for one in found} or all(_shares(one, title) for one in found)


def _shares(film: FilmNames, title: str) -> bool:
    names = [name for name in (film.title, film.original_title, *film.titles) if name]
    return bool(_keys(title) & {key for name in names for key in _keys(name)})


def _keys(title: str) -> set[str]:
    clean = clean_title(title)
    return {clean, *numeral_variants(clean), loose_title(title)}
