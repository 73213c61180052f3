"""What MediaInfo's words become: pictures, sounds and subtitles whose headers say all kinds of things."""

import pytest

from radarr.domain.media import DolbyVision, Scan, dynamic_range
from tests.contract.probe.avc import avc_private
from tests.contract.probe.conftest import Bench
from tests.contract.probe.matroska import Picture, Sound, Text, matroska
from tests.contract.probe.mp4 import mp4

pytestmark = pytest.mark.anyio
_HEVC = "V_MPEGH/ISO/HEVC"
_PQ, _HLG, _BT709 = 16, 18, 1


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        pytest.param("V_MPEG4/ISO/AVC", "h264", id="avc"),
        pytest.param(_HEVC, "h265", id="hevc"),
        pytest.param("V_AV1", "av1", id="av1"),
        pytest.param("V_VP9", "vp9", id="vp9"),
        pytest.param("V_MPEG2", "mpeg2", id="mpeg2"),
        pytest.param("V_MPEG1", "mpeg1", id="mpeg1"),
        pytest.param("V_MPEG4/ISO/ASP", "mpeg4", id="mpeg4"),
    ],
)
async def test_a_picture_has_the_codec_that_names_have(bench: Bench, codec: str, name: str) -> None:
    found = await bench.measured(matroska(Picture(codec=codec)))
    assert found.video is not None
    assert found.video.codec == name


@pytest.mark.parametrize("depth", [8, 10])
async def test_a_picture_has_a_size_and_a_depth(bench: Bench, depth: int) -> None:
    picture = Picture(1916, 796, private=avc_private(1916, 796, depth), display=(1916, 796), frame_rate=25.0)
    found = await bench.measured(matroska(picture, minutes=1.5))
    assert found.duration == 90.0
    assert found.video is not None
    assert found.video[2:6] == (1916, 796, 1.0, depth)
    assert found.video.frame_rate == 25.0
    assert found.video.scan is Scan.PROGRESSIVE


async def test_a_dvds_pixels_are_wider_than_high(bench: Bench) -> None:
    found = await bench.measured(matroska(Picture(720, 576, display=(1024, 576))))
    assert found.video is not None
    assert found.video.pixel_aspect == pytest.approx(64 / 45, abs=0.01)


async def test_a_picture_for_two_eyes_is_told(bench: Bench) -> None:
    flat = await bench.measured(matroska())
    deep = await bench.measured(matroska(Picture(stereo=1)))
    assert flat.video is not None
    assert deep.video is not None
    assert (flat.video.multi_view, deep.video.multi_view) == (False, True)


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        pytest.param(Picture(codec=_HEVC), "", id="silent"),
        pytest.param(Picture(codec=_HEVC, transfer=_BT709, primaries=1), "", id="sdr"),
        pytest.param(Picture(codec=_HEVC, transfer=_PQ, primaries=9), "PQ", id="pq"),
        pytest.param(Picture(codec=_HEVC, transfer=_HLG, primaries=9), "HLG", id="hlg"),
        pytest.param(Picture(codec=_HEVC, transfer=_PQ, primaries=9, mastering=True), "HDR10", id="hdr10"),
        pytest.param(
            Picture(codec=_HEVC, transfer=_PQ, primaries=9, mastering=True, dolby_vision=(8, 1)),
            "DV HDR10",
            id="dv-8.1",
        ),
        pytest.param(
            Picture(codec=_HEVC, transfer=_PQ, primaries=9, mastering=True, dolby_vision=(7, 6)), "DV HDR10", id="dv-7"
        ),
        pytest.param(Picture(codec=_HEVC, transfer=_HLG, primaries=9, dolby_vision=(8, 4)), "DV HLG", id="dv-8.4"),
        pytest.param(Picture(codec=_HEVC, transfer=_BT709, primaries=1, dolby_vision=(8, 2)), "DV SDR", id="dv-8.2"),
        pytest.param(Picture(codec=_HEVC, dolby_vision=(5, 0)), "DV", id="dv-5"),
        pytest.param(
            Picture(transfer=_PQ, primaries=9, private=avc_private(1920, 1080)), "", id="eight-bits-are-no-hdr"
        ),
    ],
)
async def test_a_picture_has_a_dynamic_range(bench: Bench, picture: Picture, kind: str) -> None:
    found = await bench.measured(matroska(picture))
    assert found.video is not None
    assert dynamic_range(found.video) == kind


async def test_dolby_vision_has_a_profile(bench: Bench) -> None:
    found = await bench.measured(matroska(Picture(codec=_HEVC, transfer=_PQ, primaries=9, dolby_vision=(8, 1))))
    assert found.video is not None
    assert found.video.dolby_vision == DolbyVision(8, "HDR10")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        pytest.param("A_AC3", "AC3", id="ac3"),
        pytest.param("A_EAC3", "EAC3", id="eac3"),
        pytest.param("A_TRUEHD", "TrueHD", id="truehd"),
        pytest.param("A_DTS", "DTS", id="dts"),
        pytest.param("A_FLAC", "FLAC", id="flac"),
        pytest.param("A_OPUS", "Opus", id="opus"),
        pytest.param("A_VORBIS", "Vorbis", id="vorbis"),
        pytest.param("A_PCM/INT/LIT", "PCM", id="pcm"),
        pytest.param("A_MPEG/L3", "MP3", id="mp3"),
        pytest.param("A_MPEG/L2", "MP2", id="mp2"),
    ],
)
async def test_a_sound_has_the_codec_that_names_have(bench: Bench, codec: str, name: str) -> None:
    found = await bench.measured(matroska(Picture(), Sound(codec, 2)))
    assert [track.codec for track in found.audio] == [name]


async def test_every_track_keeps_what_it_says(bench: Bench) -> None:
    found = await bench.measured(
        matroska(
            Picture(),
            Sound("A_DTS", 8, "ger", default=True),
            Sound("A_AC3", 6, "por", bcp47="pt-BR", default=False),
            Sound("A_AC3", 2, "eng", "Director's Commentary", default=False),
            Sound("A_AC3", 2, "und", default=False),
            Text("eng", "English SDH", default=True),
            Text("ger", forced=True, codec="S_HDMV/PGS"),
            Text("und", "Forced"),
        )
    )
    assert [(track.language, track.channels, track.default) for track in found.audio] == [
        ("de", 8, True),
        ("pt-BR", 6, False),
        ("en", 2, False),
        ("", 2, False),
    ]
    assert [track.commentary for track in found.audio] == [False, False, True, False]
    assert [(track.language, track.forced, track.sdh, track.default) for track in found.subtitles] == [
        ("en", False, True, True),
        ("de", True, False, False),
        ("", True, False, False),
    ]
    assert found.subtitles[1].codec == "PGS"


async def test_an_mp4_is_measured_alike(bench: Bench) -> None:
    found = await bench.measured(mp4(1280, 544, minutes=90, language="fra"), "film.mp4")
    assert (found.container, found.duration) == ("mp4", 5400.0)
    assert found.video is not None
    assert found.video[:6] == ("h264", "avc1", 1280, 544, 1.0, 8)
    assert found.audio[0][:5] == ("AAC", False, 2, "L R", "fr")


async def test_a_film_without_sound_is_still_a_film(bench: Bench) -> None:
    found = await bench.measured(matroska(Picture()))
    assert found.audio == ()


async def test_a_sound_without_a_picture_is_measured_too(bench: Bench) -> None:
    found = await bench.measured(matroska(None, Sound()))
    assert found.video is None
    assert len(found.audio) == 1
