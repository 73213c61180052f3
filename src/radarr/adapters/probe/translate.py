"""The child's answer as what was measured."""

import math
import re

from radarr.adapters.probe import picture, sound
from radarr.adapters.probe.wire import Track
from radarr.domain.media.measured import AudioTrack, Measured, SubtitleTrack, VideoTrack

_CONTAINERS = {"mpeg-4": "mp4", "quicktime": "mp4", "windows media": "asf"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_NO_LANGUAGES = frozenset({"und", "mul", "mis", "zxx"})
_COMMENTS = frozenset({"C", "Commentary"})
_FOR_THE_DEAF = frozenset({"HI", "Hearing Impaired"})
_COMMENTARY = re.compile(
    r"\b(?:comment(?:ary|aries|aire)s?|kommentar|comentario|commento|director'?s notes)\b", re.IGNORECASE
)
_SDH = re.compile(r"\b(?:sdh|cc|hearing impaired|hoh|sourds)\b", re.IGNORECASE)
_FORCED = re.compile(r"\bforced\b", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_MOST_PIXELS = 65_536
_MOST_CHANNELS = 64
_LONGEST = 1000 * 3600.0
"""What a file says beyond these it does not know."""


def measured(tracks: tuple[Track, ...]) -> Measured | None:
    """The facts; None where there is neither picture nor sound."""
    whole = next((track for track in tracks if track.kind == "General"), Track(kind="General"))
    videos = [_video(track) for track in tracks if track.kind == "Video"]
    audio = tuple(_audio(track) for track in tracks if track.kind == "Audio")
    if not videos and not audio:
        return None
    container = whole.format.lower()
    lengths = [whole.duration, *(track.duration for track in tracks if track.kind == "Video")]
    return Measured(
        container=_CONTAINERS.get(container, container),
        duration=next(filter(None, (_number(length, _LONGEST) for length in lengths)), 0.0),
        video=max(videos, key=lambda video: video.width * video.height, default=None),
        audio=audio,
        subtitles=tuple(_subtitle(track) for track in tracks if track.kind == "Text"),
        title=_text(whole.title or whole.movie),
    )


def _video(track: Track) -> VideoTrack:
    return VideoTrack(
        codec=picture.codec_of(track),
        codec_id=_text(track.codec_id.rpartition(" / ")[2]),
        width=_whole(track.width, _MOST_PIXELS),
        height=_whole(track.height, _MOST_PIXELS),
        pixel_aspect=_number(track.pixel_aspect, 10.0) or 1.0,
        bit_depth=_whole(track.bit_depth, 32),
        transfer=picture.transfer_of(track),
        primaries=picture.primaries_of(track),
        hdr10=picture.has_hdr10(track),
        hdr10_plus=picture.has_hdr10_plus(track),
        dolby_vision=picture.dolby_vision_of(track),
        frame_rate=_number(track.frame_rate, 1000.0),
        scan=picture.scan_of(track),
        multi_view=_whole(track.views, 16) > 1,
    )


def _audio(track: Track) -> AudioTrack:
    title = _text(track.title)
    return AudioTrack(
        codec=sound.codec_of(track),
        atmos=sound.has_atmos(track),
        channels=_whole(track.channels, _MOST_CHANNELS),
        layout=_text(track.layout),
        language=_language(track.language),
        title=title,
        default=track.default == "Yes",
        commentary=track.service in _COMMENTS or bool(_COMMENTARY.search(title)),
    )


def _subtitle(track: Track) -> SubtitleTrack:
    title = _text(track.title)
    return SubtitleTrack(
        codec=_text(track.format),
        language=_language(track.language),
        title=title,
        default=track.default == "Yes",
        forced=track.forced == "Yes" or bool(_FORCED.search(title)),
        sdh=track.service in _FOR_THE_DEAF or bool(_SDH.search(title)),
    )


def _language(code: str) -> str:
    """ISO 639 with a country; "" where the file says that it does not know, or says nothing that is a code."""
    known = _LANGUAGE.fullmatch(code) and code.partition("-")[0].lower() not in _NO_LANGUAGES
    return code if known else ""


def _text(value: str) -> str:
    return _UNPRINTABLE.sub("", value).strip()


def _whole(value: str, most: int) -> int:
    return int(_number(value, most))


def _number(value: str, most: float) -> float:
    """0 where it is no number, or none that can be."""
    try:
        number = float(value.partition(" ")[0] or 0)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) and 0 < number <= most else 0.0
