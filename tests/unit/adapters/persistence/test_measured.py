"""Measured facts survive the database."""

import json

from hypothesis import given
from hypothesis import strategies as st

from radarr.adapters.persistence.measured import read_measured, write_measured
from radarr.domain.media import AudioTrack, DolbyVision, Measured, Scan, SubtitleTrack, VideoTrack

_WORDS = st.text(max_size=5)
_NUMBERS = st.integers(0, 9999)
_VIDEOS = st.builds(
    VideoTrack,
    codec=_WORDS,
    width=_NUMBERS,
    pixel_aspect=st.floats(0.5, 2.0),
    bit_depth=_NUMBERS,
    hdr10=st.booleans(),
    dolby_vision=st.none() | st.builds(DolbyVision, _NUMBERS, _WORDS),
    frame_rate=st.floats(0, 120),
    scan=st.sampled_from(Scan),
    multi_view=st.booleans(),
)
_AUDIOS = st.builds(AudioTrack, codec=_WORDS, atmos=st.booleans(), channels=_NUMBERS, language=_WORDS, title=_WORDS)
_SUBTITLES = st.builds(SubtitleTrack, codec=_WORDS, language=_WORDS, forced=st.booleans(), sdh=st.booleans())
_MEASURED = st.builds(
    Measured,
    container=_WORDS,
    duration=st.floats(0, 1e6),
    video=st.none() | _VIDEOS,
    audio=st.lists(_AUDIOS, max_size=3).map(tuple),
    subtitles=st.lists(_SUBTITLES, max_size=3).map(tuple),
    title=_WORDS,
)


@given(_MEASURED)
def test_what_was_measured_is_read_as_it_was_written(measured: Measured) -> None:
    assert read_measured(json.loads(json.dumps(write_measured(measured)))) == measured


def test_nothing_measured_stays_nothing() -> None:
    assert read_measured(write_measured(None)) is None


def test_what_is_unknown_takes_no_room() -> None:
    assert write_measured(Measured(video=VideoTrack(width=1920), audio=(AudioTrack(),))) == {
        "video": {"width": 1920},
        "audio": [{}],
    }


def test_what_a_later_version_measured_besides_is_left_out() -> None:
    document = {"audio": [{"codec": "AC3", "bit_rate": 1}], "video": {"width": 720, "grain": 2}, "chapters": []}
    assert read_measured(document) == Measured(audio=(AudioTrack("AC3"),), video=VideoTrack(width=720))
