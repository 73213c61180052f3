"""What files are, in the corpus: its fields are ffprobe's, and are put into MediaInfo's words before they are read."""

from collections.abc import Callable
from typing import Any

from radarr.adapters.probe.translate import measured
from radarr.adapters.probe.wire import Track
from radarr.domain.media import judge_sample
from radarr.domain.naming.measured import media_facts
from radarr.domain.naming.media import MediaFacts

Case = dict[str, Any]
Verdict = tuple[object, object]

_VIDEO = {
    "mpeg1video": ("MPEG Video", "Version 1"),
    "mpeg2video": ("MPEG Video", "Version 2"),
    "h264": ("AVC", ""),
    "hevc": ("HEVC", ""),
    "vc1": ("VC-1", ""),
    "av1": ("AV1", ""),
    **dict.fromkeys(("mpeg4", "msmpeg4", "msmpeg4v1", "msmpeg4v2", "msmpeg4v3"), ("MPEG-4 Visual", "")),
    **dict.fromkeys(("wmv1", "wmv2", "wmv3"), ("WMV", "")),
}
_AUDIO = {
    "truehd": "MLP FBA",
    "eac3": "E-AC-3",
    "ac3": "AC-3",
    "dts": "DTS",
    "aac": "AAC",
    "flac": "FLAC",
    "opus": "Opus",
    "vorbis": "Vorbis",
    **dict.fromkeys(("mp2", "mp3"), "MPEG Audio"),
    **dict.fromkeys(("wmav1", "wmav2", "wmapro", "wmalossless"), "WMA"),
}
_LAYERS = {"mp2": "Layer 2", "mp3": "Layer 3"}
_OBJECTS = {"thd+": "16-ch", "ec+3": "JOC"}
_PROFILES = {
    "DTS-HD MA": "XLL",
    "DTS:X": "XLL X",
    "DTS-HD HRA": "XBR",
    "DTS-ES": "ES",
    "DTS Express": "LBR",
    "DTS 96/24": "X96",
    "HE-AAC": "LC SBR",
    "HE-AACv2": "LC SBR PS",
}
_KINDS = {
    "None": "",
    "Pq10": "PQ",
    "Hdr10": "HDR10",
    "Hdr10Plus": "HDR10Plus",
    "Hlg10": "HLG",
    "DolbyVision": "DV",
    "DolbyVisionHdr10": "DV HDR10",
    "DolbyVisionHdr10Plus": "DV HDR10Plus",
    "DolbyVisionHlg": "DV HLG",
    "DolbyVisionSdr": "DV SDR",
}
_BASES = {1: "HDR10", 2: "SDR", 4: "HLG", 6: "Blu-ray"}
_TRANSFERS = {"smpte2084": "PQ", "arib-std-b67": "HLG"}
_STATIC = ("MasteringDisplay", "ContentLight")
_PLUS = "HdrDynamicMetadata"


def _facts(track: Track, scene_name: str = "") -> MediaFacts:
    found = measured((track,))
    assert found is not None
    return media_facts(found, scene_name)


def _video_codec(case: Case) -> Verdict:
    asked = case["params"]
    name, version = _VIDEO.get(asked["video_format"], (asked["video_format"].upper(), ""))
    track = Track(kind="Video", format=name, version=version, codec_id=asked["video_codec_id"])
    return case["expected"]["codec"], _facts(track, asked["scene_name"]).video_codec


def _audio_codec(case: Case) -> Verdict:
    asked = case["params"]
    form, profile = asked["audio_format"], asked["audio_profile"].strip()
    name = "PCM" if "pcm" in form else _AUDIO.get(form, form)
    features = _OBJECTS.get(asked["audio_codec_id"]) or _PROFILES.get(profile, "")
    track = Track(kind="Audio", format=name, profile=_LAYERS.get(form, ""), features=features)
    return case["expected"]["codec"], _facts(track, asked["scene_name"]).audio_codec


def _hdr_detect(case: Case) -> Verdict:
    asked = case["params"]
    side, dolby = asked["side_data"], asked["dovi_compatibility_id"]
    formats: list[tuple[str, str]] = []
    if dolby is not None:
        formats.append(("Dolby Vision", _BASES.get(dolby, "")))
    if any(_PLUS in each for each in side):
        formats.append(("SMPTE ST 2094 App 4", "HDR10+ Profile A"))
    if any(mark in each for each in side for mark in _STATIC):
        formats.append(("SMPTE ST 2086", "HDR10"))
    track = Track(
        kind="Video",
        bit_depth=str(asked["bit_depth"]),
        transfer=_TRANSFERS.get(asked["transfer"], "BT.709" if asked["transfer"] else ""),
        primaries={"bt2020": "BT.2020"}.get(asked["colour_primaries"], "BT.709" if asked["colour_primaries"] else ""),
        hdr=" / ".join(name for name, _ in formats),
        hdr_compatibility=" / ".join(base for _, base in formats),
    )
    return _KINDS[case["expected"]["hdr_format"]], _facts(track).dynamic_range_type


def _shown(field: str) -> Callable[[Case], Verdict]:
    return lambda case: (case["expected"]["name"], getattr(_facts(_of_kind(case["input"])), field))


def _of_kind(kind: str) -> Track:
    """A picture of that kind."""
    names = {
        "Hdr10": "SMPTE ST 2086",
        "Hdr10Plus": "SMPTE ST 2094 App 4",
        "DolbyVisionHdr10Plus": "Dolby Vision / SMPTE ST 2094 App 4",
    }
    dolby = kind.startswith("DolbyVision")
    base = {"Hdr10": "HDR10", "Hdr10Plus": "HDR10", "Hlg": "HLG", "Sdr": "SDR"}.get(
        kind.removeprefix("DolbyVision"), ""
    )
    return Track(
        kind="Video",
        bit_depth="10",
        transfer={"None": "BT.709", "Hlg10": "HLG"}.get(kind, "PQ"),
        hdr=names.get(kind, "Dolby Vision" if dolby else ""),
        hdr_compatibility=base if dolby else "",
    )


def _sample(case: Case) -> Verdict:
    asked = case["params"]
    verdict = judge_sample(case["input"], asked["movie_runtime_minutes"], asked["file_runtime_seconds"])
    return case["expected"]["result"], verdict.value


CHECKS: dict[str, Callable[[Case], Verdict]] = {
    "mediainfo_video_codec": _video_codec,
    "mediainfo_audio_codec": _audio_codec,
    "mediainfo_hdr_detect": _hdr_detect,
    "mediainfo_hdr": _shown("dynamic_range"),
    "mediainfo_hdr_type": _shown("dynamic_range_type"),
    "sample": _sample,
}
