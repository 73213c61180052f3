"""What was measured of a file, as a JSON column, and back."""

from collections.abc import Mapping
from typing import Any

from radarr.domain.media.measured import AudioTrack, DolbyVision, Measured, Scan, SubtitleTrack, VideoTrack

Document = Mapping[str, Any]
Track = AudioTrack | SubtitleTrack | VideoTrack


def write_measured(measured: Measured | None) -> dict[str, Any] | None:
    """What is known; None where nothing was measured."""
    if measured is None:
        return None
    video = measured.video
    return _known(
        measured._asdict()
        | {
            "video": _track(video) if video else None,
            "audio": [_track(track) for track in measured.audio],
            "subtitles": [_track(track) for track in measured.subtitles],
        }
    )


def read_measured(document: Document | None) -> Measured | None:
    """The way back of `write_measured`; what another version wrote besides is left out."""
    if document is None:
        return None
    video = document.get("video")
    return Measured(
        container=document.get("container", ""),
        duration=document.get("duration", 0.0),
        video=_video(video) if video is not None else None,
        audio=tuple(AudioTrack(**_fields(track, AudioTrack._fields)) for track in document.get("audio", ())),
        subtitles=tuple(
            SubtitleTrack(**_fields(track, SubtitleTrack._fields)) for track in document.get("subtitles", ())
        ),
        title=document.get("title", ""),
    )


def _track(track: Track) -> dict[str, Any]:
    defaults = track._field_defaults
    return {name: value for name, value in track._asdict().items() if value != defaults[name]}


def _known(document: Document) -> dict[str, Any]:
    return {name: value for name, value in document.items() if value not in (None, "", 0.0, [])}


def _video(document: Document) -> VideoTrack:
    fields = _fields(document, VideoTrack._fields)
    if fields.get("dolby_vision"):
        fields["dolby_vision"] = DolbyVision(*fields["dolby_vision"])
    if "scan" in fields:
        fields["scan"] = Scan(fields["scan"])
    return VideoTrack(**fields)


def _fields(document: Document, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name in names}
