"""What the child answers: MediaInfo's words, every value a text."""

import msgspec

_TO_JSON = {
    "kind": "kind",
    "format": "Format",
    "version": "Format_Version",
    "profile": "Format_Profile",
    "commercial": "Format_Commercial_IfAny",
    "features": "Format_AdditionalFeatures",
    "codec_id": "CodecID",
    "duration": "Duration",
    "title": "Title",
    "movie": "Movie",
    "width": "Width",
    "height": "Height",
    "pixel_aspect": "PixelAspectRatio",
    "frame_rate": "FrameRate",
    "scan": "ScanType",
    "bit_depth": "BitDepth",
    "hdr": "HDR_Format",
    "hdr_profile": "HDR_Format_Profile",
    "hdr_compatibility": "HDR_Format_Compatibility",
    "views": "MultiView_Count",
    "transfer": "transfer_characteristics",
    "primaries": "colour_primaries",
    "channels": "Channels",
    "layout": "ChannelLayout",
    "language": "Language",
    "default": "Default",
    "forced": "Forced",
    "service": "ServiceKind",
}


class Track(msgspec.Struct, frozen=True, rename=_TO_JSON):
    """One track, or the file as a whole (`kind` General); "" where nothing is said.

    In `hdr` and its two companions, what belongs together has the same place between slashes.
    """

    kind: str
    format: str = ""
    version: str = ""
    profile: str = ""
    commercial: str = ""
    features: str = ""
    codec_id: str = ""
    duration: str = ""
    title: str = ""
    movie: str = ""
    width: str = ""
    height: str = ""
    pixel_aspect: str = ""
    frame_rate: str = ""
    scan: str = ""
    bit_depth: str = ""
    hdr: str = ""
    hdr_profile: str = ""
    hdr_compatibility: str = ""
    views: str = ""
    transfer: str = ""
    primaries: str = ""
    channels: str = ""
    layout: str = ""
    language: str = ""
    default: str = ""
    forced: str = ""
    service: str = ""


class Answer(msgspec.Struct, frozen=True):
    """Tracks, or the kind of the error."""

    tracks: tuple[Track, ...] = ()
    error: str = ""
