"""Group, edition, languages, subtitles: one property, one table."""

import pytest

from radarr.domain.parsing import parse, parse_edition, parse_group, parse_hardcoded_subs, parse_languages


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Tide.2008.720p.BluRay.x264-SEA", "SEA"),
        ("Tide.2008.720p.BluRay.x264-SEA-Obfuscated", "SEA"),
        ("Tide.2008.720p.BluRay.x264-SEA[films.org]", "SEA"),
        ("Tide.2008.720p.BluRay.x264-SEA English", "SEA"),
        ("Tide (2008) (1080p BluRay x265 10bit AAC 5.1 Nereid)", "Nereid"),
        ("Tide (2008) [1080p] [WEBRip] [YTS.MX]", "YTS.MX"),
        ("[Koi-Subs] Tide (2008) [1080p]", "Koi-Subs"),
        ("Spider-Tide 2008 720p BluRay x264", None),
        ("Tide.2008.1080p.WEB-DL", None),
        ("Tide.2008.1080p.BluRay.DTS-HD", None),
        ("Tide.2008.1080p.WEB.x264-[TGx]", "TGx"),
    ],
)
def test_a_name_tells_its_group(name: str, group: str | None) -> None:
    assert parse_group(name) == group


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("Tide 2008 Directors Cut", "Directors Cut"),
        ("Tide 2008 Extended Directors Cut Fan Edit", "Extended Directors Cut Fan Edit"),
        ("Tide.25th.Anniversary.Edition.2008.720p", "25th Anniversary Edition"),
        ("Tide.2008.(Extended.Theatrical.Version.IMAX).1080p", "Extended Theatrical Version IMAX"),
        ("Tide.2008.Unrated.720p", "Unrated"),
        ("Uncut.Tide.2008.720p", ""),
        ("IMAX of the Tide 2008 720p", ""),
        ("Theatrical Tides Uncut 2008 720p", "Uncut"),
        ("Tide.2008.NON-IMAX.720p", ""),
        ("Tide [Special.Edition] 2008 1080p", "Special Edition"),
    ],
)
def test_a_name_tells_its_edition(name: str, edition: str) -> None:
    parsed = parse(name)
    assert parsed is not None
    assert parsed.edition == edition


def test_an_edition_is_found_in_any_name() -> None:
    assert parse_edition("Tide Extended Cut") == "Extended Cut"
    assert parse_edition("IMAX of the Tide 2008 720p") == ""
    assert parse_edition("Extended Tide") == ""


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("Tide.2008.FRENCH.720p", ("French",)),
        ("The.Danish.Tide.2008.720p", ("Unknown",)),
        ("Tide.2008.German.DL.720p", ("German", "Original")),
        ("Tide.2008.German.ML.720p", ("German", "Original", "English")),
        ("Tide.2008.GERMAN.WEB-DL.720p", ("German",)),
        ("Tide.2008.ITA-ENG.720p", ("Italian", "English")),
        ("Tide.2008.PL-SUB.720p", ("Unknown",)),
        ("Tide.2008.CZ.720p", ("Czech",)),
        ("Tide.2008.DTS-ES.720p", ("Unknown",)),
        ("Tide.2008.720p.x264-FRENCH", ("Unknown",)),
    ],
)
def test_a_name_tells_its_languages_behind_the_title(name: str, languages: tuple[str, ...]) -> None:
    parsed = parse(name)
    assert parsed is not None
    assert parsed.languages == languages


def test_languages_of_a_bare_text_are_those_of_all_its_words() -> None:
    assert parse_languages("The Danish Tide") == ("Danish",)


@pytest.mark.parametrize(
    ("name", "subs"),
    [
        ("Tide.2008.KORSUB.720p", "KORSUB"),
        ("Tide.2008.SUBBED.720p", "Generic Hardcoded Subs"),
        ("Tide.2008.HC.720p", "Generic Hardcoded Subs"),
        ("Tide.2008.MULTiSUBS.720p", None),
        ("Tide.2008.720p", None),
    ],
)
def test_a_name_tells_subtitles_in_the_picture(name: str, subs: str | None) -> None:
    assert parse_hardcoded_subs(name) == subs
