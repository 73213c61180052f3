"""Names and files for the tests of measured facts: truthful ones, and all that may be unknown of them."""

from hypothesis import strategies as st

from radarr.domain.media import AudioTrack, DolbyVision, Measured, VideoTrack
from radarr.domain.parsing import ParsedRelease, parse

FRAMES = {720: (1280, 720), 1080: (1920, 1080), 2160: (3840, 2160)}
SPOKEN = {"German": "de", "French": "fr", "Italian": "it", "Spanish": "es", "Russian": "ru"}
ASPECTS = st.floats(1.0, 3.6)


def read(name: str) -> ParsedRelease:
    """What a name that is a film's says."""
    parsed = parse(name)
    assert parsed is not None
    return parsed


def film(
    width: int = 1920, height: int = 1080, *languages: str, minutes: float = 100.0, container: str = "matroska"
) -> Measured:
    """A file of that size, with a track in each language."""
    tracks = tuple(AudioTrack("AC3", channels=6, language=language) for language in languages)
    return Measured(container, minutes * 60, VideoTrack("h264", width=width, height=height), tracks)


def fitted(lines: int, aspect: float) -> tuple[int, int]:
    """A picture of that aspect cropped out of a whole frame, in even pixels."""
    wide, high = FRAMES[lines]
    if aspect >= wide / high:
        return wide, int(wide / aspect) // 2 * 2
    return int(high * aspect) // 2 * 2, high


HDR = VideoTrack("h265", width=3840, height=2160, bit_depth=10, transfer="pq", primaries="bt2020", hdr10=True)
RANGES = {
    "HDR": HDR,
    "HDR10": HDR,
    "HDR10Plus": HDR._replace(hdr10_plus=True),
    "HLG": HDR._replace(transfer="hlg", hdr10=False),
    "PQ": HDR._replace(hdr10=False),
    "DV": HDR._replace(dolby_vision=DolbyVision(8, "HDR10")),
    "SDR": VideoTrack("h265", width=3840, height=2160, bit_depth=10, transfer="sdr", primaries="bt709"),
}
"""A picture for each kind that a name may claim."""
