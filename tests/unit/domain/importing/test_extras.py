import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.importing.contents import sort_out
from radarr.domain.importing.extras import MAX_EXTRAS, choose_extras
from radarr.domain.importing.marks import LONGEST, subtitle_marks
from radarr.domain.naming.component import safe_component
from radarr.domain.subtitles import parse_subtitle
from tests.unit.domain.importing.downloads import download, file

FILM = file("Sintel.2010/Sintel.2010.mkv")
EXTENSIONS = ("srt", "sub", "idx", "nfo")


def suffixes(*names: str) -> list[str]:
    contents = sort_out(download(FILM, *(file(name, 1000) for name in names)))
    return [extra.suffix for extra in choose_extras(contents, FILM, EXTENSIONS)]


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        pytest.param("Sintel.2010.srt", "", id="nothing"),
        pytest.param("Sintel.2010.en.forced.srt", ".en.forced", id="a code and a tag"),
        pytest.param("Sintel.2010.forced.eng.srt", ".en.forced", id="three letters, after the tag"),
        pytest.param("SINTEL.2010.ger.srt", ".de", id="the film in capitals"),
        pytest.param("Sintel.2010.en.hi.srt", ".en.sdh", id="for those who do not hear well"),
        pytest.param("Sintel.2010.pt-BR.srt", ".pt-BR", id="a country that matters"),
        pytest.param("Sintel.2010.en-GB.srt", ".en", id="a country that does not"),
        pytest.param("Sintel.2010.zh-Hant.srt", ".zh-Hant", id="a script"),
        pytest.param("Sintel.2010.chs.srt", ".zh-Hans", id="a script, by habit"),
        pytest.param("Sintel.2010.Brazilian.srt", ".pt-BR", id="a country's people"),
        pytest.param("Sintel.2010.eus.srt", ".eu", id="a language that films are not asked for in"),
        pytest.param("Sintel.2010.Director Commentary.de.srt", ".Director Commentary.de", id="a title"),
        pytest.param("Sintel.2010.A Title That Never Ends At All, Not.de.sdh.srt", None, id="a title, cut"),
        pytest.param("Subs/2_English.srt", ".en", id="a name"),
        pytest.param("Subs/4_French.SDH.srt", ".fr.sdh", id="a name and a tag"),
        pytest.param("Subs/forced_ger.srt", ".de.forced", id="a tag and a code"),
        pytest.param("it.is.a.film.srt", "", id="words of a title are no codes"),
        pytest.param("../../etc", "", id="nonsense"),
    ],
)
def test_what_a_subtitle_says_stays_in_its_name(name: str, marks: str | None) -> None:
    found = subtitle_marks(name, "Sintel.2010")

    if marks is None:
        assert found.startswith(".A Title That")
        assert found.endswith(".de.sdh")
        assert len(found.encode()) <= LONGEST
    else:
        assert found == marks


@given(st.text(max_size=40), st.sampled_from(["", ".de", ".en.forced.sdh", ".zh-Hant.cc"]))
def test_a_subtitles_marks_read_back_the_same_behind_another_name(title: str, ending: str) -> None:
    marks = subtitle_marks(f"Sintel.2010.{title}{ending}.srt", "Sintel.2010")

    assert len(marks.encode()) <= LONGEST
    assert safe_component(f"x{marks}x") == f"x{marks}x"
    again = parse_subtitle(f"Sintel (2010){marks}.srt", "Sintel (2010)")
    first = parse_subtitle(f"Sintel.2010.{title}{ending}.srt", "Sintel.2010")
    assert (again.language, again.tags) == (first.language, first.tags)


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
