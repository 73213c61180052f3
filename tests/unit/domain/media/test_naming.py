"""Measured facts in names."""

import pytest

from radarr.domain.media import (
    AudioTrack,
    DolbyVision,
    Measured,
    SubtitleTrack,
    VideoTrack,
    audio_name,
    channel_figure,
    video_name,
)
from radarr.domain.naming.measured import media_facts
from radarr.domain.naming.media import MediaFacts
from tests.unit.domain.media.films import HDR


def test_names_show_what_was_measured() -> None:
    measured = Measured(
        video=HDR._replace(dolby_vision=DolbyVision(8, "HDR10"), multi_view=True),
        audio=(
            AudioTrack("AC3", channels=2, language="en", commentary=True),
            AudioTrack("TrueHD", atmos=True, channels=8, layout="L R C LFE Ls Rs Lb Rb", language="de"),
            AudioTrack("AC3", channels=6, language=""),
        ),
        subtitles=(SubtitleTrack(language="fr"), SubtitleTrack()),
    )
    assert media_facts(measured, "Film.2020.2160p.x265-G") == MediaFacts(
        video_codec="x265",
        audio_codec="TrueHD Atmos",
        channels="7.1",
        bit_depth=10,
        dynamic_range="HDR",
        dynamic_range_type="DV HDR10",
        stereoscopic=True,
        audio_languages=("en", "de"),
        subtitle_languages=("fr",),
    )


def test_a_picture_that_does_not_say_has_eight_bits() -> None:
    assert media_facts(Measured(video=VideoTrack())).bit_depth == 8


def test_nothing_measured_shows_nothing() -> None:
    assert media_facts(Measured()) == MediaFacts()


@pytest.mark.parametrize(
    ("layout", "channels", "figure"),
    [
        pytest.param("L R C LFE Ls Rs", 6, "5.1", id="layout"),
        pytest.param("L R C Ls Rs", 5, "5.0", id="without-lows"),
        pytest.param("C L R LFE Lb Rb Lss Rss Objects", 8, "7.1", id="objects-are-no-speaker"),
        pytest.param("L R", 6, "5.1", id="a-layout-that-does-not-fit"),
        pytest.param("", 6, "5.1", id="six"),
        pytest.param("", 2, "2.0", id="two"),
        pytest.param("", 1, "1.0", id="one"),
        pytest.param("", 16, "16.0", id="more-than-anybody-has"),
        pytest.param("", 0, "", id="unknown"),
    ],
)
def test_channels_have_a_figure(layout: str, channels: int, figure: str) -> None:
    assert channel_figure(AudioTrack("AC3", channels=channels, layout=layout)) == figure


@pytest.mark.parametrize(
    ("video", "name", "shown"),
    [
        pytest.param(VideoTrack("h264", "V_MPEG4/ISO/AVC"), "Film.x264-G", "x264", id="the-releases-word"),
        pytest.param(VideoTrack("h264", "x264"), "Film.h264-G", "x264", id="the-files-word-first"),
        pytest.param(VideoTrack("h264"), "Film.AVC.REMUX-G", "AVC", id="the-standards-name"),
        pytest.param(VideoTrack("h265"), "Film-G", "h265", id="no-word"),
        pytest.param(VideoTrack("h265"), "Film.x2650-G", "h265", id="part-of-another-word"),
        pytest.param(VideoTrack("mpeg4", "XVID"), "Film-G", "XviD", id="xvid"),
        pytest.param(VideoTrack("mpeg4", "FMP4"), "Film-G", "", id="no-name"),
        pytest.param(VideoTrack("vp9"), "Film-G", "VP9", id="vp9"),
        pytest.param(VideoTrack("theora"), "Film-G", "", id="nobody-names-it"),
    ],
)
def test_a_picture_has_a_word(video: VideoTrack, name: str, shown: str) -> None:
    assert video_name(video, name) == shown


def test_objects_are_named_only_with_a_codec() -> None:
    assert audio_name(AudioTrack("EAC3", atmos=True)) == "EAC3 Atmos"
    assert not audio_name(AudioTrack("", atmos=True))
