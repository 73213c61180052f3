"""Measured facts in the words of file names."""

from radarr.domain.media.codecs import audio_name, channel_figure, video_name
from radarr.domain.media.hdr import dynamic_range
from radarr.domain.media.measured import AudioTrack, Measured, VideoTrack
from radarr.domain.naming.media import MediaFacts

_EIGHT = 8


def media_facts(measured: Measured, scene_name: str = "") -> MediaFacts:
    """What the MediaInfo tokens show. The release's name only chooses between names of one codec, as x264 and h264."""
    video = measured.video or VideoTrack()
    sound = next(iter(measured.sounds), AudioTrack())
    kind = dynamic_range(video)
    return MediaFacts(
        video_codec=video_name(video, scene_name),
        audio_codec=audio_name(sound),
        channels=channel_figure(sound),
        bit_depth=video.bit_depth or (_EIGHT if measured.video else 0),
        dynamic_range="HDR" if kind else "",
        dynamic_range_type=kind,
        stereoscopic=video.multi_view,
        audio_languages=tuple(filter(None, (track.language for track in measured.audio))),
        subtitle_languages=tuple(filter(None, (track.language for track in measured.subtitles))),
    )
