"""What a name says beside the usual: three dimensions, parts of a film, and what its quality is known from."""

import pytest

from radarr.domain.parsing import parse, parse_detection


@pytest.mark.parametrize(
    ("name", "stereo"),
    [
        ("Copper.Fen.2016.3D.1080p.BluRay.x264-OSTLER", "3D"),
        ("Copper.Fen.2016.3D.1080p.BluRay.H-SBS.x264-OSTLER", "Half-SBS"),
        ("Copper.Fen.2016.1080p.BluRay.3D.Half.OU.x264-OSTLER", "Half-OU"),
        ("Copper Fen (2016) 3D SBS 1080p", "SBS"),
        ("Copper.Fen.2016.BD3D.1080p-OSTLER", "3D"),
        ("Copper Fen (2016).mk3d", "3D"),
        ("Copper.Fen.2016.1080p.SBS.WEB-DL.x264-OSTLER", ""),
        ("Fen.3D.2016.1080p.WEB-DL.x264-OSTLER", ""),
        ("Copper.Fen.2016.FRENCH.1080p.WEB-DL.x264-OSTLER", ""),
    ],
)
def test_a_picture_in_three_dimensions_is_told_with_its_layout(name: str, stereo: str) -> None:
    parsed = parse(name)
    assert parsed
    assert parsed.stereo == stereo


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Copper.Fen.2016.DVDRip.XviD-OSTLER.cd1.avi", 1),
        ("Copper Fen (2016) CD 2", 2),
        ("Copper Fen (2016) - part2.mkv", 2),
        ("Copper.Fen.2016.Disc.3.PAL.DVD9-OSTLER", 3),
        ("Copper.Fen.2016.PAL.DVD5-OSTLER", 0),
        ("Copper.Fen.Part.2.2016.1080p.BluRay.x264-OSTLER", 0),
        ("Copper.Fen.Part.II.2016.1080p.BluRay.x264-OSTLER", 0),
    ],
)
def test_a_part_is_told_behind_the_title_only(name: str, part: int) -> None:
    parsed = parse(name)
    assert parsed
    assert parsed.part == part


@pytest.mark.parametrize(
    ("name", "known_from"),
    [
        ("Copper.Fen.2016.1080p.BluRay.x264-OSTLER", ("name", "name")),
        ("Copper.Fen.2016.BluRay.x264-OSTLER", ("name", "unknown")),
        ("Copper.Fen.2016.1080p.x264-OSTLER", ("unknown", "name")),
        ("Copper.Fen.2016.1080p.x264-OSTLER.mkv", ("extension", "name")),
        ("Copper.Fen.2016.mkv", ("extension", "extension")),
        ("Copper.Fen.2016.1080p.Remux-OSTLER", ("unknown", "name")),
        ("Copper.Fen.2016.Raw-HD.ts", ("name", "name")),
        ("Copper Fen", ("unknown", "unknown")),
    ],
)
def test_a_quality_is_known_from_the_name_or_the_extension(name: str, known_from: tuple[str, str]) -> None:
    assert parse_detection(name) == known_from
    parsed = parse(name)
    assert parsed is None or (parsed.source_from, parsed.resolution_from) == known_from
