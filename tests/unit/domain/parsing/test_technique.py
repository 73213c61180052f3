"""Codecs, sound and dynamic range."""

import pytest

from radarr.domain.parsing.audio import find_audio
from radarr.domain.parsing.codec import find_codec
from radarr.domain.parsing.hdr import find_hdr
from radarr.domain.parsing.tokens import tokenise


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        pytest.param("1080p x264", "h264", id="encoder"),
        pytest.param("1080p H.264", "h264", id="standard with a dot"),
        pytest.param("2160p HEVC", "h265", id="hevc"),
        pytest.param("XviD", "mpeg4", id="xvid"),
        pytest.param("VC-1", "vc1", id="vc-1"),
        pytest.param("MPEG-2", "mpeg2", id="mpeg-2"),
        pytest.param("1080p AV1", "av1", id="av1"),
        pytest.param("1080p", "", id="none"),
    ],
)
def test_words_tell_a_codec(words: str, codec: str) -> None:
    assert find_codec(tokenise(words)) == codec


@pytest.mark.parametrize(
    ("words", "audio"),
    [
        pytest.param("DTS-HD.MA.5.1", ("DTS-HD MA", "5.1"), id="dts-hd ma"),
        pytest.param("DTS-HD.MA5.1", ("DTS-HD MA", "5.1"), id="dts-hd ma with glued channels"),
        pytest.param("DTS-HD.HRA.5.1", ("DTS-HD HRA", "5.1"), id="dts-hd hra"),
        pytest.param("DTS-HD HR 7 1", ("DTS-HD HRA", "7.1"), id="dts-hd hr"),
        pytest.param("E-AC-3.5.1", ("EAC3", "5.1"), id="e-ac-3 in three words"),
        pytest.param("TrueHD7.1.Atmos", ("TrueHD", "Atmos", "7.1"), id="truehd with glued channels"),
        pytest.param("DTSX7.1", ("DTS-X", "7.1"), id="dts-x with glued channels"),
        pytest.param("PCM2.0", ("PCM", "2.0"), id="pcm with glued channels"),
        pytest.param("DDP5.1", ("EAC3", "5.1"), id="channels glued to the codec"),
        pytest.param("DD+5.1", ("EAC3", "5.1"), id="plus sign"),
        pytest.param("DD5.1", ("AC3", "5.1"), id="dolby digital"),
        pytest.param("TrueHD.Atmos.7.1", ("TrueHD", "Atmos", "7.1"), id="two"),
        pytest.param("AAC2.0", ("AAC", "2.0"), id="aac"),
        pytest.param("1080p", (), id="none"),
    ],
)
def test_words_tell_the_sound(words: str, audio: tuple[str, ...]) -> None:
    assert find_audio(tokenise(words)) == audio


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        pytest.param("HDR", ("HDR",), id="hdr"),
        pytest.param("HDR10+", ("HDR10Plus",), id="plus sign"),
        pytest.param("DV.HDR10", ("DV", "HDR10"), id="two"),
        pytest.param("Dolby Vision", ("DV",), id="pair"),
        pytest.param("1080p", (), id="none"),
    ],
)
def test_words_tell_the_dynamic_range(words: str, kinds: tuple[str, ...]) -> None:
    assert find_hdr(tokenise(words)) == kinds
