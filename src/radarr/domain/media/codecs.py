"""Codecs and channels in the words of names."""

import re

from radarr.domain.media.measured import AudioTrack, VideoTrack

_NAMES = {
    "av1": "AV1",
    "vc1": "VC1",
    "mpeg1": "MPEG",
    "mpeg2": "MPEG2",
    "wmv": "WMV",
    **{f"vp{number}": f"VP{number}" for number in (6, 7, 8, 9)},
}
_ENCODERS = {"h264": "x264", "h265": "x265"}
_WRITTEN = {
    "h264": re.compile(r"(?<![a-z0-9])(avc|x264|h264)(?![a-z0-9])", re.IGNORECASE),
    "h265": re.compile(r"(?<![a-z0-9])(hevc|x265|h265)(?![a-z0-9])", re.IGNORECASE),
}
_SPELT = {"avc": "AVC", "hevc": "HEVC"}
_PARTS_4 = {
    "xvid": "XviD",
    **dict.fromkeys(("divx", "dx50", "div3", "div4", "div5"), "DivX"),
}
"""Whose MPEG-4 part 2 it is, by the container's word; all others' have no name."""
_DEFAULT_FIGURES = {1: "1.0", 2: "2.0", 3: "2.1", 4: "4.0", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}
"""What so many channels mostly are."""


def video_name(video: VideoTrack, scene_name: str = "") -> str:
    """As in "x265"; "" for codecs that nobody names.

    Of h264 and h265 the encoder's name where the file says so, else whichever word the release used.
    """
    if video.codec in _ENCODERS:
        return _of_two_names(video, scene_name)
    if video.codec == "mpeg4":
        return _PARTS_4.get(video.codec_id.lower(), "")
    return _NAMES.get(video.codec, "")


def audio_name(track: AudioTrack) -> str:
    """As in "TrueHD Atmos"."""
    return f"{track.codec} Atmos" if track.atmos and track.codec else track.codec


def channel_figure(track: AudioTrack) -> str:
    """As in "5.1": speakers, then those for low frequencies alone; "" unknown."""
    speakers = [speaker for speaker in track.layout.split() if speaker != "Objects"]
    if speakers and len(speakers) == track.channels:
        low = sum(speaker.upper().startswith("LFE") for speaker in speakers)
        return f"{len(speakers) - low}.{low}"
    return _DEFAULT_FIGURES.get(track.channels, f"{track.channels}.0" if track.channels > 0 else "")


def _of_two_names(video: VideoTrack, scene_name: str) -> str:
    if video.codec_id.lower() == _ENCODERS[video.codec]:
        return _ENCODERS[video.codec]
    written = _WRITTEN[video.codec].search(scene_name)
    word = written[1].lower() if written else video.codec
    return _SPELT.get(word, word)
