"""Whole names."""

import pytest

from radarr.domain.parsing import parse, parse_path


def test_a_name_is_read_whole() -> None:
    parsed = parse(
        "Lighthouse.Song.2019.Director's.Cut.REPACK.2160p.UHD.BluRay.DV.HDR10+.TrueHD.Atmos.7.1.x265-TIDE.mkv"
    )
    assert parsed is not None
    assert (parsed.title, parsed.titles, parsed.year) == ("Lighthouse Song", ("Lighthouse Song",), 2019)
    assert (parsed.quality.name, parsed.revision) == ("Bluray-2160p", (2, 0, True))
    assert (parsed.edition, parsed.group, parsed.languages) == ("Director's Cut", "TIDE", ("Unknown",))
    assert (parsed.codec, parsed.audio, parsed.hdr) == ("h265", ("TrueHD", "Atmos", "7.1"), ("DV", "HDR10Plus"))
    assert (parsed.hardcoded_subs, parsed.imdb_id, parsed.tmdb_id) == (None, None, None)


@pytest.mark.parametrize(
    ("name", "title", "year"),
    [
        pytest.param("Quiet.Harbour.2011.720p.BluRay.x264-SEA", "Quiet Harbour", 2011, id="dots"),
        pytest.param("Quiet Harbour (2011)", "Quiet Harbour", 2011, id="a year in brackets"),
        pytest.param("1899.2004.1080p.WEB-DL-SEA", "1899", 2004, id="a title that is a year"),
        pytest.param("Station.2051.2018.1080p.WEB-DL-SEA", "Station 2051", 2018, id="a title that ends in a year"),
        pytest.param("Area 1984 Again (1999) 720p", "Area 1984 Again", 1999, id="the year in brackets is the film's"),
        pytest.param("A.G.E.N.T.2013.720p.BluRay", "A.G.E.N.T.", 2013, id="an acronym"),
        pytest.param("Night.in.L.A.1985.1080p.BluRay", "Night in L.A.", 1985, id="an acronym at the end"),
        pytest.param("Das.A.Boot.1985.1080p.BluRay", "Das A Boot", 1985, id="an article is no acronym"),
        pytest.param("(300).Nights.(2009).DTS.1080p", "(300) Nights", 2009, id="a title that opens with a bracket"),
        pytest.param("[www.films.example.org] - Tide.2008.720p-X", "Tide", 2008, id="a site in front"),
        pytest.param("films.net - Tide.2008.720p-X", "Tide", 2008, id="a bare site in front"),
        pytest.param("Tide.Extended.Cut.2008.720p-X", "Tide", 2008, id="an edition before the year"),
        pytest.param("Der.Turm.German.2011.PAL.DVDR-X", "Der Turm", 2011, id="German before the year"),
        pytest.param("The.Good.German.2006.720p.BluRay-X", "The Good German", 2006, id="a German in the title"),
        pytest.param("Der.Turm.German.DL.720p.BluRay.x264-X", "Der Turm", 0, id="German films may lack the year"),
        pytest.param("[Koi] Sea of Stars v2 (1080p BD HEVC) [1A2B3C4D].mkv", "Sea of Stars", 0, id="anime by checksum"),
        pytest.param("[LOST] 2007 1080p BluRay", "[LOST]", 2007, id="a title in brackets"),
    ],
)
def test_title_and_year(name: str, title: str, year: int) -> None:
    parsed = parse(name)
    assert parsed is not None
    assert (parsed.title, parsed.year) == (title, year)


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        pytest.param("Skog.AKA.The.Wood.1965.DVDRip", ("Skog AKA The Wood", "Skog", "The Wood"), id="AKA"),
        pytest.param("Skog a.k.a. The Wood 1965", ("Skog AKA The Wood", "Skog", "The Wood"), id="spelt out"),
        pytest.param("Лес / The Wood (1965) WEB-DL", ("Лес / The Wood", "Лес", "The Wood"), id="a slash"),
        pytest.param("Aka.Mori.2008.DVDRip", ("Aka Mori",), id="a title that begins so"),
    ],
)
def test_a_name_may_give_several_titles(name: str, titles: tuple[str, ...]) -> None:
    parsed = parse(name)
    assert parsed is not None
    assert parsed.titles == titles


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="nothing"),
        pytest.param("Harbour Master S01E04 2019 720p HDTV", id="an episode"),
        pytest.param("Harbour.Master.2019.S03.720p.WEB-DL", id="a season"),
        pytest.param("Harbour Master - 2x05 - Rain [720p]", id="an episode by number"),
        pytest.param("0f3e9c1d7a5b4e6f8a9b0c1d2e3f4a5b.mkv", id="a hash"),
        pytest.param("0F3E9C1D-1998-4E6F-8A9B-0C1D2E3F4A5B", id="a GUID that holds a year"),
        pytest.param("No Year At All 1080p BluRay", id="no year"),
        pytest.param("(2009)", id="a year alone"),
        pytest.param("password protected Tide 2008", id="a lure"),
    ],
)
def test_what_is_no_film_is_none(name: str) -> None:
    assert parse(name) is None


def test_ids_in_the_name_are_read() -> None:
    parsed = parse("Tide (2008) {tmdb-4711} [tt0123456] [Bluray-1080p]")
    assert parsed is not None
    assert (parsed.tmdb_id, parsed.imdb_id) == (4711, "tt0123456")


def test_a_file_without_a_name_of_its_own_is_told_by_its_folder() -> None:
    parsed = parse_path("/films/Tide.2008.1080p.BluRay.x264-SEA/a81b.mkv")
    assert parsed is not None
    assert (parsed.title, parsed.group) == ("Tide", "SEA")


def test_a_name_in_decomposed_letters_is_the_same_film() -> None:
    composed, decomposed = parse("Ame\u0301lie 2001"), parse("Am\u00e9lie 2001")
    assert composed is not None
    assert decomposed is not None
    assert composed.title == decomposed.title == "Amélie"
