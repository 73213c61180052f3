"""What a film file really is: measured facts, and what they make of a release's claims."""

from radarr.domain.media.codecs import audio_name, channel_figure, video_name
from radarr.domain.media.contradictions import Claim, Contradiction, contradictions
from radarr.domain.media.hdr import dynamic_range, hdr_kinds, is_sdr
from radarr.domain.media.languages import heard, is_heard
from radarr.domain.media.measured import (
    AudioTrack,
    DolbyVision,
    Measured,
    Scan,
    SubtitleTrack,
    Unmeasured,
    VideoTrack,
    Why,
)
from radarr.domain.media.resolution import lines_of, measured_quality
from radarr.domain.media.sample import SampleVerdict, judge_sample

__all__ = [
    "AudioTrack",
    "Claim",
    "Contradiction",
    "DolbyVision",
    "Measured",
    "SampleVerdict",
    "Scan",
    "SubtitleTrack",
    "Unmeasured",
    "VideoTrack",
    "Why",
    "audio_name",
    "channel_figure",
    "contradictions",
    "dynamic_range",
    "hdr_kinds",
    "heard",
    "is_heard",
    "is_sdr",
    "judge_sample",
    "lines_of",
    "measured_quality",
    "video_name",
]
