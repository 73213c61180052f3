"""What a file was measured to be, as v3 shows it. Bit rates are not measured, and 0 there."""

from datetime import timedelta

from radarr.adapters.http.wire import Shape
from radarr.domain.languages import by_iso
from radarr.domain.media import Measured, Scan, audio_name, channel_figure, dynamic_range, video_name
from radarr.domain.media.measured import AudioTrack, VideoTrack

_BIBLIOGRAPHIC = {
    "ces": "cze",
    "cym": "wel",
    "deu": "ger",
    "ell": "gre",
    "eus": "baq",
    "fas": "per",
    "fra": "fre",
    "hye": "arm",
    "isl": "ice",
    "kat": "geo",
    "mkd": "mac",
    "msa": "may",
    "mya": "bur",
    "nld": "dut",
    "ron": "rum",
    "slk": "slo",
    "sqi": "alb",
    "zho": "chi",
}
"""Languages with two codes in ISO 639-2: containers, and so Radarr, use that of libraries."""
_SCANS = {Scan.PROGRESSIVE: "Progressive", Scan.INTERLACED: "Interlaced", Scan.UNKNOWN: ""}


class MediaInfoShape(Shape, kw_only=True):
    """Picture, sound and subtitles; languages one a track, as in "eng/ger"."""

    audio_bitrate: int = 0
    audio_channels: float
    audio_codec: str
    audio_languages: str
    audio_stream_count: int
    video_bit_depth: int
    video_bitrate: int = 0
    video_codec: str
    video_fps: float
    video_dynamic_range: str
    video_dynamic_range_type: str
    resolution: str
    run_time: str
    scan_type: str
    subtitles: str


def media_shape(measured: Measured, scene_name: str) -> MediaInfoShape:
    """Of sounds the first is shown, and the languages of all."""
    video = measured.video or VideoTrack()
    sound = measured.sounds[0] if measured.sounds else AudioTrack()
    kind = dynamic_range(video)
    return MediaInfoShape(
        audio_channels=float(channel_figure(sound) or 0),
        audio_codec=audio_name(sound),
        audio_languages=_listed([track.language for track in measured.audio]),
        audio_stream_count=len(measured.audio),
        video_bit_depth=video.bit_depth,
        video_codec=video_name(video, scene_name),
        video_fps=round(video.frame_rate, 3),
        video_dynamic_range="HDR" if kind else "",
        video_dynamic_range_type=kind,
        resolution=f"{video.width}x{video.height}" if measured.video else "",
        run_time=str(timedelta(seconds=int(measured.duration))),
        scan_type=_SCANS[video.scan],
        subtitles=_listed([track.language for track in measured.subtitles]),
    )


def _listed(codes: list[str]) -> str:
    return "/".join(filter(None, map(_code, codes)))


def _code(code: str) -> str:
    """Of three letters where the language is known; else as the file has it."""
    known = by_iso(code) if code else None
    return _BIBLIOGRAPHIC.get(known.code3, known.code3) if known and known.code3 else code
