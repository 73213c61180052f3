"""MediaInfo's words for sound in ours."""

from radarr.adapters.probe.wire import Track

_CODECS = {
    "TRUEHD": "TrueHD",
    "MLP FBA": "TrueHD",
    "FLAC": "FLAC",
    "E-AC-3": "EAC3",
    "AC-3": "AC3",
    "OPUS": "Opus",
    "PCM": "PCM",
    "ADPCM": "PCM",
    "VORBIS": "Vorbis",
    "WMA": "WMA",
}
"""By MediaInfo's name in capitals: it writes some in two ways."""
_DTS = (
    ("X", "DTS-X"),
    ("XLL", "DTS-HD MA"),
    ("XBR", "DTS-HD HRA"),
    ("LBR", "DTS Express"),
    ("High Resolution", "DTS-HD HRA"),
    ("ES", "DTS-ES"),
    ("XCh", "DTS-ES"),
    ("XXCH", "DTS-ES"),
    ("X96", "DTS 96/24"),
)
"""Extensions of DTS, or words of its trade name, that tell what it is called: what names the whole comes first."""
_MPEG_LAYERS = {"Layer 1": "MP1", "Layer 2": "MP2", "Layer 3": "MP3"}
_ATMOS = ("JOC", "16-ch")
"""Extensions of E-AC-3 and TrueHD that carry objects."""


def codec_of(track: Track) -> str:
    """The codec in the words of names; MediaInfo's own where names have none."""
    if track.format == "DTS":
        return _dts(track)
    if track.format == "AAC":
        return "HE-AAC" if "SBR" in track.features.split() else "AAC"
    if track.format == "MPEG Audio":
        return _MPEG_LAYERS.get(track.profile, "MP3" if track.codec_id.endswith("L3") else "MP2")
    return _CODECS.get(track.format.upper(), track.format)


def has_atmos(track: Track) -> bool:
    """Whether there are sounds with a place of their own."""
    return "Atmos" in track.commercial or any(word in track.features.split() for word in _ATMOS)


def _dts(track: Track) -> str:
    features = track.features.split()
    return next((name for mark, name in _DTS if mark in features or (" " in mark and mark in track.commercial)), "DTS")
