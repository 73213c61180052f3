"""What each token says, and its modifiers."""

import pytest

from radarr.domain.movie import MovieFile
from radarr.domain.naming import DROP, FileFacts, FilmFacts, MediaFacts, file_name, folder_name, kept_name
from radarr.domain.parsing import parse
from radarr.domain.quality import BY_NAME, Revision
from tests.unit.domain.naming.films import NOW, film

FILM = FilmFacts("The Open Movie Collection", "PG", (("German", "Der Drache"), ("Portuguese (Brazil)", "O Dragão")))
MEDIA = MediaFacts(
    video_codec="x265",
    audio_codec="TrueHD Atmos",
    channels="7.1",
    bit_depth=10,
    dynamic_range="HDR",
    dynamic_range_type="DV HDR10",
    stereoscopic=True,
    audio_languages=("eng", "ger", "en"),
    subtitle_languages=("eng", "dut", "deu", "xyz"),
)
FACTS = FileFacts(
    quality=BY_NAME["Bluray-2160p"],
    revision=Revision(2, 1),
    edition="25TH anniversary imax.director's CUT",
    group="GRP",
    scene_name="Sintel.2010.2160p.BluRay-GRP",
    formats=("HDR10", "Repack/Proper", "Tier (01)"),
    stem="sintel old",
    media=MEDIA,
)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        pytest.param("{Movie CollectionThe}", "Open Movie Collection, The", id="collection"),
        pytest.param("{Movie Certification}", "PG", id="certification"),
        pytest.param("{Movie TitleFirstCharacter}", "S", id="first character"),
        pytest.param("{Movie Title:DE}", "Der Drache", id="a translation"),
        pytest.param("{Movie.CleanTitle:fr|pt-BR}", "O.Dragao", id="the first translation that there is"),
        pytest.param("{Movie Title:FR}", "Sintel", id="no such translation"),
        pytest.param("{Edition Tags}", "25th Anniversary IMAX.Director's Cut", id="words of an edition"),
        pytest.param("{Quality Title}{ Quality Proper}{_Quality Real_}", "Bluray-2160p Proper_REAL", id="revision"),
        pytest.param("{Custom Formats:HDR10,Other}", "HDR10", id="some custom formats"),
        pytest.param("{Custom Formats:-HDR10,Tier (01)}", "Repack+Proper", id="all custom formats but some"),
        pytest.param("{[Custom Format:Tier (01)]}", "[Tier (01)]", id="a custom format with a bracket"),
        pytest.param("{TmdbId} {Custom Format:Other}", "45745", id="a custom format that it is not"),
        pytest.param("{MediaInfo Full}", "x265 TrueHD Atmos[EN+DE] [EN+NL+DE+XYZ]", id="picture and sound"),
        pytest.param("{mediainfo.simple}", "x265.truehd.atmos", id="codecs in small letters"),
        pytest.param("{MediaInfo VideoBitDepth}bit {MediaInfo AudioChannels}", "10bit 7.1", id="figures"),
        pytest.param("{MediaInfo 3D} {MediaInfo VideoDynamicRange}", "3D HDR", id="kinds of picture"),
        pytest.param("{[MediaInfo VideoDynamicRangeType]}", "[DV HDR10]", id="kinds of high dynamic range"),
        pytest.param("{MediaInfo SubtitleLanguages:DE+EN}", "[DE+EN]", id="some languages in this order"),
        pytest.param("{MediaInfo SubtitleLanguagesAll:-EN}", "[NL+DE+XYZ]", id="all languages but one"),
        pytest.param("{MediaInfo SubtitleLanguagesAll:-EN-NL}", "[DE+XYZ]", id="all languages but two"),
        pytest.param("{MediaInfo SubtitleLanguages:GER+ENG}", "[DE+EN]", id="languages by codes of three letters"),
        pytest.param("{MediaInfo SubtitleLanguages:NL+}", "[NL+-]", id="a language, and more"),
        pytest.param("{MediaInfo AudioLanguages:EN} {TmdbId}", "45745", id="English alone, of several"),
        pytest.param("{MediaInfo AudioLanguagesAll:FR} {TmdbId}", "45745", id="none of the languages"),
        pytest.param("{Original Filename}", "sintel old", id="the file's own name"),
        pytest.param("{Original Filename} {TmdbId}", "45745", id="the file's own name beside others"),
        pytest.param("{Movie Title} - ", "Sintel", id="a separator of nothing"),
    ],
)
def test_a_token_says_what_is_known(template: str, name: str) -> None:
    assert file_name(film(), FACTS, template, film=FILM) == name


def test_what_is_not_known_of_picture_and_sound_vanishes() -> None:
    template = "{TmdbId} [{MediaInfo Full}] {MediaInfo 3D} {MediaInfo VideoBitDepth} {Movie Collection}"

    assert file_name(film(), FileFacts(), template) == "45745"


def test_english_alone_is_not_worth_a_word() -> None:
    facts = FileFacts(media=MediaFacts(audio_codec="DTS", audio_languages=("eng",), subtitle_languages=("eng",)))

    assert file_name(film(), facts, "{MediaInfo Full}") == "DTS [EN]"
    assert file_name(film(), facts, "{TmdbId} {MediaInfo AudioLanguages}") == "45745"
    assert file_name(film(), facts, "{MediaInfo AudioLanguagesAll}") == "[EN]"


def test_a_release_name_claims_picture_and_sound() -> None:
    parsed = parse("Sintel.2010.GERMAN.2160p.UHD.BluRay.TrueHD.Atmos.7.1.DV.HDR10.x265-GRP")
    assert parsed

    made = FileFacts.of_release("main", parsed)

    assert file_name(film(), made, "{MediaInfo Full} {MediaInfo AudioChannels}") == "x265 TrueHD Atmos[DE] 7.1"
    assert file_name(film(), made, "{MediaInfo VideoDynamicRangeType} {MediaInfo VideoBitDepth}") == "DV HDR10 10"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("Sintel.2010.3D.HSBS.1080p.BluRay.x264-GRP", "Sintel 3D", id="three dimensions"),
        pytest.param("Sintel.2010.1080p.BluRay.10bit.x265-GRP", "Sintel 10", id="ten bits"),
        pytest.param("Sintel.2010.1080p.BluRay.Hi10P.x264-GRP", "Sintel 10", id="ten bits, by a codec's profile"),
        pytest.param("Sintel.2010.1080p.BluRay.x264-GRP", "Sintel", id="nothing told"),
    ],
)
def test_a_release_name_claims_depth_of_all_kinds(name: str, shown: str) -> None:
    parsed = parse(name)
    assert parsed

    made = FileFacts.of_release("main", parsed)

    assert file_name(film(), made, "{Movie Title} {MediaInfo 3D} {MediaInfo VideoBitDepth}") == shown


def test_a_file_is_called_as_its_release_was() -> None:
    parsed = parse("Sintel.2010.PROPER.1080p.BluRay.DTS.x264-GRP")
    assert parsed
    file = MovieFile(
        path="Sintel (2010)/Sintel.2010.mkv",
        size=1,
        quality=parsed.quality,
        revision=parsed.revision,
        group=parsed.group,
        scene_name=parsed.name,
        added_at=NOW,
    )

    of_file, of_release = FileFacts.of_file("main", file), FileFacts.of_release("main", parsed)

    for template in ("{Movie Title} {Quality Full} {MediaInfo Simple} {Release Group}", "{Original Title}"):
        assert file_name(film(), of_file, template) == file_name(film(), of_release, template)
    assert file_name(film(), of_file, "{Original Filename}") == "Sintel.2010"


def test_an_unknown_group_is_named_only_where_nothing_adjoins() -> None:
    assert file_name(film(), FileFacts(), "{Movie Title} {Release Group}") == "Sintel Radarr"
    assert file_name(film(), FileFacts(), "{Movie Title}{-Release Group}") == "Sintel"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        pytest.param("{Movie Title:20} {Slot}", "The Incredible Li... main", id="the beginning"),
        pytest.param("{Slot} {Movie Title:-12}", "main ...tle Émil", id="the end, at a letter"),
        pytest.param("{Movie Title:3} {Slot}", "The main", id="no room for dots"),
        pytest.param("{Movie Title:99} {Slot}", "The Incredible Little Émil main", id="room enough"),
        pytest.param("{Slot} {Movie Title:15}", "main The Incredib...", id="dots at the end"),
    ],
)
def test_a_title_is_abridged_by_bytes(template: str, name: str) -> None:
    assert file_name(film("The Incredible Little Émil"), FACTS, template) == name


@pytest.mark.parametrize(
    ("title", "folder"),
    [
        pytest.param("The Mist", "M/The Mist", id="an article"),
        pytest.param("Ætherwave", "A/Ætherwave", id="a ligature"),
        pytest.param("'39", "3/'39", id="a sign"),
        pytest.param("좀도둑", "좀/좀도둑", id="another script"),
        pytest.param("!!!", "_/!!!", id="no letter"),
    ],
)
def test_films_are_filed_by_their_first_character(title: str, folder: str) -> None:
    assert folder_name(film(title), "{Movie TitleFirstCharacter}/{Movie Title}") == folder
    assert folder_name(film(title), "{Movie TitleFirstCharacter}\\{Movie Title}") == folder


@pytest.mark.parametrize(
    ("title", "moved", "clean"),
    [
        pytest.param("The Office (US)", "Office, The (US)", "Office, The US", id="brackets stay behind"),
        pytest.param("A Day (ZH) (2015)", "Day, A (ZH) (2015)", "Day, A ZH 2015", id="two of them"),
        pytest.param("Theodore", "Theodore", "Theodore", id="no article"),
        pytest.param("The", "The", "The", id="an article alone"),
    ],
)
def test_an_article_moves_to_the_end(title: str, moved: str, clean: str) -> None:
    assert file_name(film(title), FACTS, "{Movie TitleThe}") == moved
    assert file_name(film(title), FACTS, "{Movie CleanTitleThe}") == clean


def test_a_device_of_windows_is_none_with_another_dot() -> None:
    assert folder_name(film("Com1 Sat"), "{Movie.Title}") == "Com1_Sat"


def test_signs_that_file_systems_refuse_can_be_dropped() -> None:
    assert file_name(film("Who? Face/Off: *"), FACTS, "{Movie Title}", colon=DROP) == "Who FaceOff"


def test_a_file_that_keeps_its_name_has_the_release_s_or_its_own() -> None:
    assert kept_name(film(), FACTS) == "Sintel.2010.2160p.BluRay-GRP"
    assert kept_name(film(), FileFacts(stem="../etc/sintel")) == "+etc+sintel"
    assert kept_name(film(), FileFacts()) == "tmdb-45745"
