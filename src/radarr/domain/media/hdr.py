"""The dynamic range of a picture, as measured."""

from radarr.domain.media.measured import VideoTrack

_HDR_BITS = 10
_NARROW = frozenset({"bt709", "bt601"})


def hdr_kinds(video: VideoTrack) -> tuple[str, ...]:
    """Kinds as in `ParsedRelease.hdr`, as ("DV", "HDR10"); ("SDR",) for a Dolby Vision over SDR too; () for none.

    Fewer than ten bits are none, whatever the file says.
    """
    if 0 < video.bit_depth < _HDR_BITS:
        return ()
    if video.dolby_vision is None:
        return _of_transfer(video)
    base = video.dolby_vision.base
    if base == "HDR10" and video.hdr10_plus:
        base = "HDR10Plus"
    return ("DV", base) if base else ("DV",)


def dynamic_range(video: VideoTrack) -> str:
    """All kinds in one word of names, as "DV HDR10"; "" for none."""
    return " ".join(hdr_kinds(video))


def is_sdr(video: VideoTrack) -> bool:
    """Whether the picture is known to have no high dynamic range; one that says nothing of it is not known to."""
    if video.dolby_vision is not None:
        return False
    return 0 < video.bit_depth < _HDR_BITS or (video.transfer == "sdr" and not hdr_kinds(video))


def _of_transfer(video: VideoTrack) -> tuple[str, ...]:
    if video.primaries in _NARROW or video.transfer == "sdr":
        return ()
    if video.transfer == "hlg":
        return ("HLG",)
    if video.hdr10_plus:
        return ("HDR10Plus",)
    if video.hdr10:
        return ("HDR10",)
    return ("PQ",) if video.transfer == "pq" else ()
