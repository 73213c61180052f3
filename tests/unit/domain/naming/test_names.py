import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.naming import COLON_MODES, FileFacts, file_name, folder_name
from radarr.domain.naming.names import RESERVE
from radarr.domain.quality import BY_NAME, Revision
from tests.unit.domain.naming.films import film

FOLDER = "{Movie CleanTitle} ({Release Year})"
FILE = "{Movie CleanTitle} {(Release Year)} {edition-{Edition Tags}} {[Quality Full]}{-Release Group}"
FACTS = FileFacts(
    quality=BY_NAME["Bluray-1080p"],
    revision=Revision(2),
    edition="director's cut",
    group="GRP",
    scene_name="Sintel.2010.PROPER.1080p.BluRay.x264-GRP",
    formats=("HDR10", "Repack/Proper"),
)


def test_a_film_is_named_by_the_default_formats() -> None:
    assert folder_name(film(), FOLDER) == "Sintel (2010)"
    assert file_name(film(), FACTS, FILE) == "Sintel (2010) {edition-Director's Cut} [Bluray-1080p Proper]-GRP"


def test_what_is_unknown_vanishes_with_its_brackets() -> None:
    assert folder_name(film(year=0), FOLDER) == "Sintel"
    assert file_name(film(year=0), FileFacts(), FILE) == "Sintel [Unknown]"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        pytest.param("{Movie Title} {imdb-{ImdbId}}", "Sintel {imdb-tt1727587}", id="a media server's tag"),
        pytest.param("{Movie Title} [imdbid-{ImdbId}]", "Sintel [imdbid-tt1727587]", id="a tag in other brackets"),
        pytest.param("{Movie Title} {tmdb-{TmdbId}}", "Sintel {tmdb-45745}", id="the TMDB id"),
        pytest.param("{movie.title}.{RELEASE YEAR}.{Slot}", "sintel.2010.main", id="letters and dots as the token has"),
        pytest.param("{Quality Title} {Edition_Tags}", "Bluray-1080p Director's_Cut", id="underscores"),
        pytest.param("{Movie Title} {Custom Formats}", "Sintel HDR10 Repack+Proper", id="custom formats"),
        pytest.param("{Original Title}", "Sintel.2010.PROPER.1080p.BluRay.x264-GRP", id="the release's name"),
        pytest.param("{Movie Title:3}", "Sin", id="cut by wish"),
        pytest.param("{Movie Title} - {Nonsense} - {TmdbId}", "Sintel - - 45745", id="no such token"),
        pytest.param("{Movie Title}--{TmdbId}..{Release.Year}", "Sintel-45745.2010", id="separators twice"),
        pytest.param("{Movie Title} {TmdbId} -", "Sintel 45745", id="a separator at the end"),
    ],
)
def test_a_format_gives_a_name(template: str, name: str) -> None:
    assert file_name(film(), FACTS, template) == name


@pytest.mark.parametrize(
    ("title", "clean", "the"),
    [
        pytest.param("The Fast & the Furious", "The Fast and the Furious", "Fast & the Furious, The", id="article"),
        pytest.param("Ocean's Eleven", "Oceans Eleven", "Ocean's Eleven", id="a genitive"),
        pytest.param("Amélie", "Amelie", "Amélie", id="a mark on a letter"),
        pytest.param("Hello, Dolly!", "Hello Dolly!", "Hello, Dolly!", id="a comma"),
        pytest.param("Face/Off", "Face Off", "Face+Off", id="a slash"),
        pytest.param("ガメラ", "ガメラ", "ガメラ", id="marks that make the letter"),
        pytest.param("WALL·E", "WALL·E", "WALL·E", id="a dot that is part of the word"),
    ],
)
def test_a_title_has_a_clean_and_a_sorting_form(title: str, clean: str, the: str) -> None:
    assert file_name(film(title), FACTS, "{Movie CleanTitle}") == clean
    assert file_name(film(title), FACTS, "{Movie TitleThe}") == the


@pytest.mark.parametrize(
    ("colon", "name"),
    [
        ("delete", "Alien Resurrection 1997"),
        ("dash", "Alien- Resurrection 19-97"),
        ("space_dash", "Alien - Resurrection 19 -97"),
        ("space_dash_space", "Alien - Resurrection 19 - 97"),
        ("smart", "Alien - Resurrection 19-97"),
    ],
)
def test_a_colon_is_written_in_five_ways(colon: str, name: str) -> None:
    assert file_name(film("Alien: Resurrection 19:97"), FACTS, "{Movie Title}", colon=colon) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param("../../etc/passwd", "+.+etc+passwd", id="a way out"),
        pytest.param("a\x00b\x1f\u202ec\u2066\ufeff", "abc", id="control and bidirectional characters"),
        pytest.param("...And Justice for All.", "And Justice for All", id="dots at the ends"),
        pytest.param("CON", "CON_", id="a device of Windows"),
        pytest.param("nul.2010", "nul_2010", id="a device with an ending"),
        pytest.param("Constantine", "Constantine", id="no device"),
        pytest.param('What <is> "it" | *?', "What is it -!", id="characters that Windows forbids"),
        pytest.param("...", "tmdb-45745", id="nothing left"),
        pytest.param("   ", "tmdb-45745", id="spaces"),
        pytest.param("Once Upon a Time... Here", "Once Upon a Time. Here", id="dots within"),
        pytest.param("Waiting -", "Waiting", id="a dash at the end"),
        pytest.param("\u202e.exe\u202c", "exe", id="text that turns around"),
        pytest.param("Ame\u0301lie", "Amélie", id="decomposed letters"),
        pytest.param("a\u2028b\u00a0c\td", "a b c d", id="spaces of all kinds"),
        pytest.param("\ud800x", "x", id="half a character"),
        pytest.param("x\ufffe\U0001ffff", "x", id="what is no character"),
        pytest.param("Waiting:", "Waiting", id="a colon at the end"),
        pytest.param("CON:", "CON_", id="a device and a colon"),
    ],
)
def test_a_hostile_title_stays_a_harmless_name(title: str, name: str) -> None:
    assert file_name(film(title), FACTS, "{Movie Title}") == name


@pytest.mark.parametrize("title", ["...", "?", "\u202e", "", "[]"])
def test_two_films_of_one_year_whose_titles_are_signs_have_folders_of_their_own(title: str) -> None:
    one, other = film(title), replace(film(title), tmdb_id=7)

    assert folder_name(one, FOLDER) != folder_name(other, FOLDER)


def test_a_slash_of_the_format_makes_a_folder_and_one_of_a_title_does_not() -> None:
    assert folder_name(film("Face/Off"), "{Release Year}/{Movie Title}") == "2010/Face+Off"
    assert folder_name(film(year=0), "{Release Year}/{Movie Title}") == "Sintel"


def test_a_folder_may_be_named_after_its_slot() -> None:
    assert folder_name(film(), "{Movie Title} ({Release Year})/{Slot}", slot="uhd") == "Sintel (2010)/uhd"


def test_a_title_too_long_gives_way_to_what_follows_it() -> None:
    name = file_name(film("感" * 200), FACTS, FILE)

    assert name.endswith("[Bluray-1080p Proper]-GRP")
    assert len(name.encode()) <= 255 - RESERVE


names = st.text(st.characters(exclude_categories=[]), max_size=400)


@given(names, st.sampled_from([0, 2010]), st.sampled_from(sorted(COLON_MODES)), names, names)
def test_whatever_the_title_the_name_is_one_safe_path_component(
    title: str, year: int, colon: str, edition: str, group: str
) -> None:
    movie = film(title, year, original_title=edition)
    facts = FileFacts(edition=edition, group=group, scene_name=group)
    made = [
        file_name(movie, facts, FILE, colon=colon),
        file_name(movie, facts, "{movie.title}{ORIGINAL TITLE}", colon=colon),
        file_name(movie, facts, "{Original Title}", colon=colon, reserve=0),
        folder_name(movie, FOLDER, colon=colon),
        folder_name(movie, "{Movie OriginalTitle}", colon=colon),
    ]
    for name in made:
        assert name
        assert not name.startswith((".", " "))
        assert not name.endswith((".", " "))
        assert not set(name) & set('/\\:*?"<>|')
        assert not {unicodedata.category(char) for char in name} & {"Cc", "Cs", "Zl", "Zp"}
        assert not set(name) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
        assert len(name.encode()) <= 255
        assert unicodedata.is_normalized("NFC", name)
