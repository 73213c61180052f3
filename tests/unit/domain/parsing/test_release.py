"""Names that say little, and names that say what few do: ids, dynamic range."""

import pytest

from radarr.domain.parsing import parse, parse_path
from radarr.domain.parsing.parsed import ParsedRelease


def read(name: str) -> ParsedRelease:
    parsed = parse(name)
    assert parsed is not None, name
    return parsed


def test_a_title_and_a_year_are_enough_for_a_film_of_unknown_quality() -> None:
    parsed = read("Harbour of Glass (2014)")
    assert (parsed.title, parsed.year, parsed.quality.name) == ("Harbour of Glass", 2014, "Unknown")
    assert (parsed.group, parsed.edition, parsed.languages) == (None, "", ("Unknown",))


def test_an_ultra_hd_remux_tells_its_dynamic_range_and_its_sound() -> None:
    parsed = read("The.Salt.Road.2019.2160p.UHD.BluRay.REMUX.HDR10.DV.HEVC.TrueHD.Atmos.7.1-OAK")
    assert parsed.quality.name == "Remux-2160p"
    assert set(parsed.hdr) == {"HDR10", "DV"}
    assert parsed.audio == ("TrueHD", "Atmos", "7.1")
    assert (parsed.codec, parsed.group) == ("h265", "OAK")


@pytest.mark.parametrize(
    ("name", "imdb", "tmdb"),
    [
        pytest.param("The Salt Road (2019) {tmdb-81234}", None, 81234, id="tmdb"),
        pytest.param("The Salt Road (2019) [tmdbid-81234] [1080p]", None, 81234, id="tmdbid"),
        pytest.param("The.Salt.Road.2019.tt7654321.1080p.WEB-DL", "tt7654321", None, id="imdb"),
        pytest.param("The Salt Road (2019) {imdb-tt12345678}", "tt12345678", None, id="imdb of eight digits"),
        pytest.param("The.Salt.Road.2019.1080p.WEB-DL", None, None, id="no id"),
    ],
)
def test_ids_of_catalogues_are_read_from_a_name(name: str, imdb: str | None, tmdb: int | None) -> None:
    parsed = read(name)
    assert (parsed.imdb_id, parsed.tmdb_id) == (imdb, tmdb)


def test_a_file_with_a_speaking_name_is_read_by_it() -> None:
    parsed = parse_path("/films/incoming/The.Salt.Road.2019.720p.WEB-DL.H264-OAK.mkv")
    assert parsed is not None
    assert parsed.title == "The Salt Road"


def test_a_folder_of_a_day_tells_no_film() -> None:
    assert parse_path("/films/incoming/2019-03-04/a81b.mkv") is None
    assert parse_path("/films/incoming/2019.03.04/a81b.mkv") is None
