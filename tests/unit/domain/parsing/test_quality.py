"""Quality and revision of names, films' or not."""

import pytest

from radarr.domain.parsing import parse_quality, parse_revision


@pytest.mark.parametrize(
    ("name", "quality"),
    [
        ("Tide.2008.1080p.BluRay.x264-SEA", "Bluray-1080p"),
        ("Tide.2008.BluRay.x264-SEA", "Bluray-720p"),
        ("Tide.2008.720p.BluRay.REMUX.AVC-SEA", "Bluray-720p"),
        ("Tide.2008.1080p.BluRay.REMUX.AVC-SEA", "Remux-1080p"),
        ("Tide.2008.2160p.BluRay.x265-Remux", "Bluray-2160p"),
        ("Tide.2008.1080p.BluRay.AVC.DTS-HD.MA-SEA", "BR-DISK"),
        ("Tide.2008.COMPLETE.BLURAY-SEA", "BR-DISK"),
        ("Tide.2008.German.DL.1080p.BluRay.AVC-SEA", "Remux-1080p"),
        ("Tide.2008.BluRay.XviD-SEA", "Bluray-480p"),
        ("Tide [BD1080p]", "Bluray-1080p"),
        ("Tide.2008.576p.BDRip.x264-SEA", "Bluray-576p"),
        ("Tide.2008.2160p.WEB.H265-SEA", "WEBDL-2160p"),
        ("Tide 2008 1080p WEB DL DD5 1", "WEBDL-1080p"),
        ("Tide.2008.720p.WEBRip.x264-SEA", "WEBRip-720p"),
        ("The.Web.of.Tides.2008", "Unknown"),
        ("Tide.2008.1080i.HDTV.MPEG2-SEA", "Raw-HD"),
        ("Tide.2008.HDTV.x264-SEA", "SDTV"),
        ("Tide 2008 [HDTV]", "HDTV-720p"),
        ("Tide.2008.1080p.x264-SEA", "HDTV-1080p"),
        ("Tide.2008.1080p.mkv", "WEBDL-1080p"),
        ("Tide.2008.mkv", "WEBDL-720p"),
        ("Tide.2008.avi", "SDTV"),
        ("Tide.2008.DVDRip.XviD-SEA", "DVD"),
        ("Tide.2008.PAL.DVD9-SEA", "DVD-R"),
        ("Tide.2008.DVDSCR.x264-SEA", "DVDSCR"),
        ("Tide.2008.R5.x264-SEA", "REGIONAL"),
        ("Tide.2008.HDCAM.1080p.x264-SEA", "CAM"),
        ("Tide.2008.HDTS.x264-SEA", "TELESYNC"),
        ("Cam.2008.1080p.WEB-DL.x264-SEA", "WEBDL-1080p"),
        ("Tide.2008.UHD.BluRay.x265-SEA", "Bluray-2160p"),
        ("Tide.2008.4Kto1080p.BluRay.x265-SEA", "Bluray-1080p"),
    ],
)
def test_a_name_tells_one_of_thirty_qualities(name: str, quality: str) -> None:
    assert parse_quality(name)[0].name == quality


@pytest.mark.parametrize(
    ("name", "version", "real", "repack"),
    [
        pytest.param("Tide.2008.720p", 1, 0, False, id="plain"),
        pytest.param("Tide.2008.PROPER.720p", 2, 0, False, id="proper"),
        pytest.param("Tide.2008.RERIP.720p", 2, 0, True, id="rerip"),
        pytest.param("Tide.2008.REPACK2.720p", 3, 0, True, id="the second repack"),
        pytest.param("Tide.2008.REAL.REAL.PROPER.720p", 2, 2, False, id="real counts"),
        pytest.param("The.Real.Tide.2008.720p", 1, 0, False, id="a title is not shouted"),
        pytest.param("Tide (2008) v3 [720p]", 3, 0, False, id="a version behind the year"),
        pytest.param("Tide.2008.AAC5.1.720p", 1, 0, False, id="channels are no version"),
    ],
)
def test_a_name_tells_how_often_it_was_mended(name: str, version: int, real: int, repack: bool) -> None:
    assert parse_revision(name) == (version, real, repack)
