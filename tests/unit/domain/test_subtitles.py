"""Names of subtitles' files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.languages import by_name
from radarr.domain.subtitles import TAGS, SubtitleName, parse_subtitle


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("Sintel (2010).en.srt", SubtitleName("English"), id="a code of two letters"),
        pytest.param("Sintel (2010).GER.srt", SubtitleName("German"), id="a librarian's code in capitals"),
        pytest.param("Sintel (2010).Dutch.srt", SubtitleName("Dutch"), id="a name"),
        pytest.param(
            "Sintel (2010).pt-BR.forced.srt", SubtitleName("Portuguese (Brazil)", ("forced",)), id="a country"
        ),
        pytest.param("Sintel (2010).zh-Hans.srt", SubtitleName("Chinese"), id="a script"),
        pytest.param("Sintel.2010.1080p.WEB.x264-GRP.sdh.en.srt", SubtitleName("English", ("sdh",)), id="a scene name"),
        pytest.param("Sintel [DTS 5.1].en.hi.srt", SubtitleName("English", ("sdh",)), id="for who do not hear well"),
        pytest.param("Sintel (2010).hi.srt", SubtitleName("Hindi"), id="Hindi"),
        pytest.param("Sintel (2010).Making Of.de.srt", SubtitleName("German", (), "Making Of"), id="a title before"),
        pytest.param("Sintel (2010).de.Making Of.srt", SubtitleName("German", (), "Making Of"), id="a title behind"),
        pytest.param(
            "Sintel (2010).ru-signs.ass", SubtitleName("Russian", (), "signs"), id="a title glued to its code"
        ),
        pytest.param("Sintel (2010).Signs - 2.fr.srt", SubtitleName("French", (), "Signs", 2), id="the second of two"),
        pytest.param("Sintel.2010.en.srt", SubtitleName("English"), id="a year is no title"),
        pytest.param("Subs/2_English.srt", SubtitleName("English"), id="a torrent's folder of subtitles"),
        pytest.param("sintel-eng-forced.srt", SubtitleName("English", ("forced",)), id="dashes for dots"),
        pytest.param("Sintel 2010 German SDH.srt", SubtitleName("German", ("sdh",)), id="spaces for dots"),
        pytest.param("Sintel.2010.1080p-GER.srt", SubtitleName(), id="a group in capitals"),
        pytest.param("The Fin.srt", SubtitleName(), id="a word of a title"),
        pytest.param("de.srt", SubtitleName("German"), id="nothing but a code"),
        pytest.param("The.English.Patient.srt", SubtitleName(), id="a language in a film's title"),
        pytest.param("Sintel (2010).Making Of.srt", SubtitleName(), id="a title without a language"),
        pytest.param("Sintel.srt", SubtitleName(), id="nothing"),
    ],
)
def test_a_subtitle_tells_its_language_whom_it_is_for_and_its_title(name: str, told: SubtitleName) -> None:
    assert parse_subtitle(name) == told


def test_the_name_of_the_film_says_where_the_subtitle_begins() -> None:
    film = "Der.Patient.2010"

    assert parse_subtitle(f"{film}.Audio.Notes.en.srt", "Another") == SubtitleName("English")
    assert parse_subtitle(f"{film}.forced.srt", film) == SubtitleName("Unknown", ("forced",))
    assert parse_subtitle(f"{film}_en.srt", film) == SubtitleName("English")
    assert parse_subtitle(f"{film}.Notes.en.srt", film) == SubtitleName("English", (), "Notes")


parts = st.lists(
    st.sampled_from(["en", "German", "forced", "sdh", "Film (2010)", "ru-x", "[a.b]", "", "2"]), max_size=9
)


@given(st.one_of(st.text(max_size=60), parts.map(".".join)), st.text(max_size=9))
def test_whatever_the_name_its_language_is_known_and_its_tags_are_in_order(name: str, film: str) -> None:
    told = parse_subtitle(name, film)

    assert by_name(told.language)
    assert list(told.tags) == [tag for tag in TAGS if tag in told.tags]
