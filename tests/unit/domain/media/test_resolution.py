"""Lines, and what they make of a quality."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.media import VideoTrack, lines_of, measured_quality
from radarr.domain.media.resolution import is_other_class
from tests.unit.domain.media.films import ASPECTS, FRAMES, fitted, read


@pytest.mark.parametrize(
    ("width", "height", "lines"),
    [
        pytest.param(3840, 2160, 2160, id="uhd"),
        pytest.param(3840, 1600, 2160, id="uhd-scope"),
        pytest.param(2880, 2160, 2160, id="uhd-4x3"),
        pytest.param(1920, 1080, 1080, id="full-hd"),
        pytest.param(1920, 800, 1080, id="full-hd-scope"),
        pytest.param(1440, 1080, 1080, id="full-hd-4x3"),
        pytest.param(2560, 1440, 1080, id="between"),
        pytest.param(1280, 720, 720, id="hd"),
        pytest.param(1280, 534, 720, id="hd-scope"),
        pytest.param(960, 720, 720, id="hd-4x3"),
        pytest.param(1024, 576, 576, id="pal"),
        pytest.param(720, 576, 576, id="pal-stored"),
        pytest.param(720, 480, 480, id="ntsc"),
        pytest.param(624, 352, 480, id="rip"),
        pytest.param(0, 0, 0, id="unknown"),
    ],
)
def test_either_dimension_tells_the_lines(width: int, height: int, lines: int) -> None:
    assert lines_of(VideoTrack(width=width, height=height)) == lines


def test_a_picture_is_as_wide_as_it_is_shown() -> None:
    assert lines_of(VideoTrack(width=1440, height=816, pixel_aspect=4 / 3)) == 1080
    assert lines_of(VideoTrack(width=720, height=432, pixel_aspect=64 / 45)) == 576


def test_pixels_of_no_such_shape_are_not_believed() -> None:
    assert lines_of(VideoTrack(width=720, height=480, pixel_aspect=9.0)) == 480


@given(lines=st.sampled_from(sorted(FRAMES)), aspect=ASPECTS)
def test_a_picture_cropped_out_of_a_frame_is_still_of_that_frame(lines: int, aspect: float) -> None:
    width, height = fitted(lines, aspect)
    video = VideoTrack(width=width, height=height)
    assert lines_of(video) == lines
    assert not is_other_class(lines, video)


@given(st.sampled_from(sorted(FRAMES)), st.sampled_from(sorted(FRAMES)), ASPECTS)
def test_a_picture_out_of_another_frame_is_of_another_class(claimed: int, true: int, aspect: float) -> None:
    width, height = fitted(true, aspect)
    assert is_other_class(claimed, VideoTrack(width=width, height=height)) == (claimed != true)


@given(st.integers(0, 70_000), st.integers(0, 70_000), st.floats(0.1, 10.0))
def test_every_picture_has_lines_that_qualities_have(width: int, height: int, aspect: float) -> None:
    lines = lines_of(VideoTrack(width=width, height=height, pixel_aspect=aspect))
    assert lines in {0, 480, 576, 720, 1080, 2160}


@pytest.mark.parametrize(
    ("name", "size", "quality"),
    [
        pytest.param("Film.2020.1080p.BluRay.x264-G", (1920, 804), "Bluray-1080p", id="true"),
        pytest.param("Film.2020.1080p.BluRay.x264-G", (1280, 536), "Bluray-720p", id="less-than-claimed"),
        pytest.param("Film.2020.720p.WEB-DL.x264-G", (1920, 804), "WEBDL-1080p", id="more-than-claimed"),
        pytest.param("Film.2020.1080p.BluRay.x264-G", (1788, 968), "Bluray-1080p", id="cropped-on-both-sides"),
        pytest.param("Film.2020.BluRay.x264-G", (1920, 804), "Bluray-1080p", id="no-lines-in-the-name"),
        pytest.param("Film.2020.BluRay.x264-G", (1600, 900), "Bluray-720p", id="no-lines-and-a-size-between"),
        pytest.param("Film.2020.2160p.UHD.BluRay.REMUX.HEVC-G", (1920, 1080), "Remux-1080p", id="remux"),
        pytest.param("Film.2020.1080p.BluRay.REMUX.AVC-G", (1280, 720), "Bluray-720p", id="no-remux-has-so-few-lines"),
        pytest.param("Film.2020.DVDRip.x264-G", (1280, 720), "DVD", id="dvds-state-no-lines"),
        pytest.param("Film.2020.CAM.x264-G", (1920, 1080), "CAM", id="cams-state-no-lines"),
        pytest.param("Film.2020.576p.BluRay.x264-G", (720, 432), "Bluray-576p", id="sd-is-one-class"),
        pytest.param("Film.2020.1080p.BluRay.x264-G", (0, 0), "Bluray-1080p", id="no-size"),
    ],
)
def test_the_lines_of_a_quality_are_put_right(name: str, size: tuple[int, int], quality: str) -> None:
    assert measured_quality(read(name), VideoTrack(width=size[0], height=size[1])).name == quality


def test_without_a_picture_the_claim_stands() -> None:
    assert measured_quality(read("Film.2020.1080p.BluRay.x264-G"), None).name == "Bluray-1080p"
