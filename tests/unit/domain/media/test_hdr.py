"""Kinds of dynamic range."""

import pytest

from radarr.domain.media import DolbyVision, VideoTrack, dynamic_range, hdr_kinds, is_sdr
from tests.unit.domain.media.films import HDR

_DV = DolbyVision(8, "HDR10")


@pytest.mark.parametrize(
    ("video", "kind"),
    [
        pytest.param(HDR._replace(hdr10=False), "PQ", id="the-curve-alone"),
        pytest.param(HDR, "HDR10", id="metadata-of-the-whole"),
        pytest.param(HDR._replace(hdr10_plus=True), "HDR10Plus", id="metadata-of-each-scene"),
        pytest.param(HDR._replace(transfer="hlg"), "HLG", id="broadcast"),
        pytest.param(HDR._replace(dolby_vision=_DV), "DV HDR10", id="dolby-over-hdr10"),
        pytest.param(HDR._replace(dolby_vision=_DV, hdr10_plus=True), "DV HDR10Plus", id="dolby-over-hdr10-plus"),
        pytest.param(HDR._replace(dolby_vision=DolbyVision(8, "HLG")), "DV HLG", id="dolby-over-hlg"),
        pytest.param(HDR._replace(dolby_vision=DolbyVision(8, "SDR"), transfer="sdr"), "DV SDR", id="dolby-over-sdr"),
        pytest.param(VideoTrack(dolby_vision=DolbyVision(5)), "DV", id="dolby-alone"),
        pytest.param(HDR._replace(bit_depth=8), "", id="eight-bits"),
        pytest.param(HDR._replace(bit_depth=0), "HDR10", id="nobody-knows-how-many-bits"),
        pytest.param(HDR._replace(primaries="bt709"), "", id="colours-of-television"),
        pytest.param(VideoTrack(), "", id="silent"),
    ],
)
def test_a_picture_has_a_kind(video: VideoTrack, kind: str) -> None:
    assert dynamic_range(video) == kind
    assert " ".join(hdr_kinds(video)) == kind


@pytest.mark.parametrize(
    ("video", "sdr"),
    [
        pytest.param(VideoTrack(), False, id="silent-is-unknown"),
        pytest.param(VideoTrack(bit_depth=10), False, id="ten-bits-are-unknown"),
        pytest.param(VideoTrack(bit_depth=8), True, id="eight-bits"),
        pytest.param(VideoTrack(transfer="sdr"), True, id="a-curve-of-television"),
        pytest.param(HDR, False, id="hdr"),
        pytest.param(VideoTrack(bit_depth=8, dolby_vision=DolbyVision(9, "SDR")), False, id="dolby-in-eight-bits"),
    ],
)
def test_only_what_is_known_to_be_narrow_is_sdr(video: VideoTrack, sdr: bool) -> None:
    assert is_sdr(video) is sdr
