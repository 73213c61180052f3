"""MediaInfo's words for pictures in ours."""

from radarr.adapters.probe.wire import Track
from radarr.domain.media.measured import DolbyVision, Scan

_CODECS = {
    "AVC": "h264",
    "HEVC": "h265",
    "VVC": "h266",
    "VC-1": "vc1",
    "AV1": "av1",
    "MPEG-4 Visual": "mpeg4",
    "VP6": "vp6",
    "VP7": "vp7",
    "VP8": "vp8",
    "VP9": "vp9",
}
_FIRST = ("1", "Version 1")
_OLD_MICROSOFT = ("WMV1", "WMV2")
_TRANSFERS = {"PQ": "pq", "HLG": "hlg"}
_SCANS = {"Progressive": Scan.PROGRESSIVE, "Interlaced": Scan.INTERLACED, "MBAFF": Scan.INTERLACED}
_BASES = {"HDR10": "HDR10", "Blu-ray": "HDR10", "SDR": "SDR", "HLG": "HLG"}
"""What a Dolby Vision is compatible with; that of a disc has HDR10 below it."""
_COMPATIBLE = 8
_OF_TRANSFER = {"pq": "HDR10", "hlg": "HLG", "sdr": "SDR"}


def codec_of(track: Track) -> str:
    """As in `VideoTrack.codec`."""
    if track.format == "MPEG Video":
        return "mpeg1" if track.version in _FIRST or track.codec_id == "V_MPEG1" else "mpeg2"
    if track.codec_id in _OLD_MICROSOFT:
        return "wmv"
    return _CODECS.get(track.format, track.format.lower())


def transfer_of(track: Track) -> str:
    """As in `VideoTrack.transfer`; every curve that is named and not made for a high range is SDR's."""
    return _TRANSFERS.get(track.transfer, "sdr" if track.transfer else "")


def primaries_of(track: Track) -> str:
    """As in "bt2020"."""
    return track.primaries.partition(" ")[0].replace(".", "").lower()


def scan_of(track: Track) -> Scan:
    """How it is made up of lines."""
    return _SCANS.get(track.scan, Scan.UNKNOWN)


def dolby_vision_of(track: Track) -> DolbyVision | None:
    """Its profile and base, None where there is none."""
    formats = _parts(track.hdr)
    if "Dolby Vision" not in formats:
        return None
    at = formats.index("Dolby Vision")
    number = _at(_parts(track.hdr_profile), at).rpartition(".")[2]
    profile = int(number) if number.isdecimal() else 0
    return DolbyVision(profile, _BASES.get(_at(_parts(track.hdr_compatibility), at)) or _base_of(profile, track))


def _base_of(profile: int, track: Track) -> str:
    """Profile 8 is always over something that others can show, whether or not that is told."""
    return _OF_TRANSFER.get(transfer_of(track), "") if profile == _COMPATIBLE else ""


def has_hdr10(track: Track) -> bool:
    """Whether there are metadata for the whole film."""
    return any("2086" in name for name in _parts(track.hdr))


def has_hdr10_plus(track: Track) -> bool:
    """Whether there are metadata for each scene."""
    return any("2094 App 4" in name for name in _parts(track.hdr))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(" / ")]


def _at(parts: list[str], at: int) -> str:
    return parts[at] if at < len(parts) else ""
