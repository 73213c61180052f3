import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.importing.contents import sort_out
from radarr.domain.importing.extras import MAX_EXTRAS, choose_extras
from radarr.domain.importing.languages import subtitle_suffix
from tests.unit.domain.importing.downloads import download, file

FILM = file("Sintel.2010/Sintel.2010.mkv")
EXTENSIONS = ("srt", "sub", "idx", "nfo")


def suffixes(*names: str) -> list[str]:
    contents = sort_out(download(FILM, *(file(name, 1000) for name in names)))
    return [extra.suffix for extra in choose_extras(contents, FILM, EXTENSIONS)]


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(".en.forced", ".en.forced", id="a code and a tag"),
        pytest.param(".forced.eng", ".en.forced", id="three letters, after the tag"),
        pytest.param(".pt-BR", ".pt-BR", id="a region"),
        pytest.param("2_English", ".en", id="a name"),
        pytest.param("4_French.SDH", ".fr.sdh", id="a name and a tag"),
        pytest.param("it.is.a.film", "", id="words of a title are no codes"),
        pytest.param("../../etc", "", id="nonsense"),
    ],
)
def test_a_subtitles_language_is_kept(text: str, suffix: str) -> None:
    assert subtitle_suffix(text) == suffix


def test_all_subtitles_follow_the_only_film_and_none_gets_anothers_name() -> None:
    found = suffixes(
        "Sintel.2010/Sintel.2010.en.srt",
        "Sintel.2010/Subs/2_English.srt",
        "Sintel.2010/Subs/3_French.srt",
        "Sintel.2010/Subs/x.SRT",
        "Sintel.2010/readme.txt",
    )

    assert found == [".en.srt", ".2.en.srt", ".fr.srt", ".srt"]


def test_a_picture_subtitle_keeps_its_index() -> None:
    assert suffixes("Sintel.2010/Sintel.2010.idx", "Sintel.2010/Sintel.2010.sub") == [".idx", ".sub"]


def test_one_description_is_enough_and_the_films_own_comes_first() -> None:
    assert suffixes("Sintel.2010/A.nfo", "Sintel.2010/sintel.2010.nfo") == [".nfo"]


def test_of_several_films_each_has_its_own_subtitles() -> None:
    contents = sort_out(download(FILM, "Sintel.2010/Other.mkv", file("Sintel.2010/Other.en.srt", 9)))

    assert choose_extras(contents, FILM, EXTENSIONS) == ()


def test_a_name_that_climbs_is_left_out() -> None:
    assert suffixes("../Sintel.2010.srt") == []


@given(st.lists(st.text(max_size=12), max_size=MAX_EXTRAS + 20))
def test_no_two_extras_share_a_name(stems: list[str]) -> None:
    found = suffixes(*(f"Sintel.2010/{stem}.srt" for stem in stems))

    assert len(set(found)) == len(found) <= MAX_EXTRAS
    assert not any("/" in suffix or len(suffix) > 40 for suffix in found)
