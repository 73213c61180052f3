"""MediaInfo's words that no small file can hold: what only frames tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.adapters.probe.translate import measured
from radarr.adapters.probe.wire import Track
from radarr.domain.media import DolbyVision, Measured, Scan, audio_name


def _measured(*tracks: Track) -> Measured:
    found = measured(tracks)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("track", "name"),
    [
        pytest.param(Track("Audio", "DTS", features="XLL"), "DTS-HD MA", id="lossless"),
        pytest.param(Track("Audio", "DTS", features="ES XLL"), "DTS-HD MA", id="lossless-over-es"),
        pytest.param(Track("Audio", "DTS", features="XLL X"), "DTS-X", id="objects"),
        pytest.param(Track("Audio", "DTS", features="XLL X IMAX"), "DTS-X", id="objects-of-a-cinema"),
        pytest.param(Track("Audio", "DTS", features="XBR"), "DTS-HD HRA", id="high-resolution"),
        pytest.param(
            Track("Audio", "DTS", features="XXCH", commercial="DTS-HD High Resolution Audio"),
            "DTS-HD HRA",
            id="high-resolution-in-more-channels",
        ),
        pytest.param(Track("Audio", "DTS", features="ES"), "DTS-ES", id="es"),
        pytest.param(Track("Audio", "DTS", features="LBR"), "DTS Express", id="express"),
        pytest.param(Track("Audio", "DTS", features="X96"), "DTS 96/24", id="96-24"),
        pytest.param(Track("Audio", "DTS"), "DTS", id="core"),
        pytest.param(Track("Audio", "E-AC-3", features="JOC"), "EAC3 Atmos", id="atmos-on-the-web"),
        pytest.param(Track("Audio", "E-AC-3", features="Dep"), "EAC3", id="eight-channels"),
        pytest.param(Track("Audio", "MLP FBA", features="16-ch"), "TrueHD Atmos", id="atmos-on-a-disc"),
        pytest.param(Track("Audio", "MLP FBA"), "TrueHD", id="truehd"),
        pytest.param(Track("Audio", "AAC", features="LC SBR"), "HE-AAC", id="he-aac"),
        pytest.param(Track("Audio", "AAC", features="LC"), "AAC", id="aac"),
        pytest.param(Track("Audio", "MPEG Audio", profile="Layer 3"), "MP3", id="mp3"),
        pytest.param(Track("Audio", "AC-4"), "AC-4", id="one-that-names-do-not-have"),
    ],
)
def test_a_sound_has_the_name_that_releases_give_it(track: Track, name: str) -> None:
    assert audio_name(_measured(track).audio[0]) == name


@pytest.mark.parametrize(
    ("scan", "is_so"),
    [
        ("Progressive", Scan.PROGRESSIVE),
        ("Interlaced", Scan.INTERLACED),
        ("MBAFF", Scan.INTERLACED),
        ("", Scan.UNKNOWN),
    ],
)
def test_a_picture_is_made_up_of_lines(scan: str, is_so: Scan) -> None:
    video = _measured(Track("Video", scan=scan)).video
    assert video is not None
    assert video.scan is is_so


def test_what_belongs_to_dolby_vision_is_found_by_its_place() -> None:
    video = _measured(
        Track(
            "Video",
            hdr="SMPTE ST 2094 App 4 / Dolby Vision / SMPTE ST 2086",
            hdr_profile=" / dvhe.08 / ",
            hdr_compatibility="HDR10+ Profile B / SDR / HDR10",
        )
    ).video
    assert video is not None
    assert video.dolby_vision == DolbyVision(8, "SDR")
    assert video.hdr10
    assert video.hdr10_plus


def test_the_largest_picture_is_the_film() -> None:
    layer = Track("Video", "HEVC", width="1920", height="1080")
    found = _measured(layer, Track("Video", "HEVC", width="3840", height="2160"), layer)
    assert found.video is not None
    assert found.video.width == 3840


def test_an_avis_codec_in_matroska_is_that_of_the_avi() -> None:
    video = _measured(Track("Video", "MPEG-4 Visual", codec_id="V_MS/VFW/FOURCC / XVID")).video
    assert video is not None
    assert (video.codec, video.codec_id) == ("mpeg4", "XVID")


def test_a_length_that_only_the_picture_tells_counts() -> None:
    assert _measured(Track("General"), Track("Video", duration="90.5")).duration == 90.5


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("de", "de"),
        ("pt-BR", "pt-BR"),
        ("und", ""),
        ("mul", ""),
        ("zxx", ""),
        ("", ""),
        ("German / en", ""),
        ("d\0e", ""),
    ],
)
def test_a_language_is_a_code_or_unknown(code: str, kept: str) -> None:
    assert _measured(Track("Audio", language=code)).audio[0].language == kept


@pytest.mark.parametrize("service", ["C", "Commentary"])
def test_a_commentary_may_be_told_by_its_service(service: str) -> None:
    assert _measured(Track("Audio", service=service)).audio[0].commentary


@pytest.mark.parametrize("service", ["CM", "ME", ""])
def test_the_main_service_is_no_commentary(service: str) -> None:
    assert not _measured(Track("Audio", service=service)).audio[0].commentary


def test_subtitles_alone_are_no_film() -> None:
    assert measured((Track("General", "Matroska"), Track("Text"))) is None


_TEXTS = st.text(max_size=12) | st.sampled_from(("1e400", "nan", "-5", "1920", "0x10", "9" * 300, " / ", "inf"))


@given(
    st.lists(
        st.builds(
            Track,
            kind=st.sampled_from(("General", "Video", "Audio", "Text", "Menu")),
            **dict.fromkeys([name for name in Track.__struct_fields__ if name != "kind"], _TEXTS),
        ),
        max_size=4,
    )
)
def test_whatever_the_child_says_is_read_within_bounds(tracks: list[Track]) -> None:
    found = measured(tuple(tracks))
    if found is None:
        return
    assert 0 <= found.duration <= 3_600_000
    for track in found.audio:
        assert 0 <= track.channels <= 64
        assert "\0" not in track.title + track.language + track.layout
