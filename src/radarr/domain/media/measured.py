"""What probing a file found. Empty, 0 and None are unknown: what is not stated is never taken as absent."""

from enum import StrEnum
from typing import NamedTuple


class Scan(StrEnum):
    """How a picture is made up of lines."""

    UNKNOWN = ""
    PROGRESSIVE = "progressive"
    INTERLACED = "interlaced"


class DolbyVision(NamedTuple):
    """`profile` as in "8"; `base` is what the picture is to those who cannot read it: HDR10, HLG, SDR, "" nothing."""

    profile: int = 0
    base: str = ""


class VideoTrack(NamedTuple):
    """The picture. `codec` is as in `ParsedRelease.codec`, or the name in small letters of what no release names.

    `codec_id` is the container's own word, as in "XVID". `width` and `height` in stored pixels, each `pixel_aspect`
    times as wide as high. `transfer` is "pq", "hlg" or "sdr", `primaries` as in "bt2020"; `hdr10` and `hdr10_plus`
    say that metadata of that kind were found; `frame_rate` in frames a second, `bit_depth` in bits a sample.
    """

    codec: str = ""
    codec_id: str = ""
    width: int = 0
    height: int = 0
    pixel_aspect: float = 1.0
    bit_depth: int = 0
    transfer: str = ""
    primaries: str = ""
    hdr10: bool = False
    hdr10_plus: bool = False
    dolby_vision: DolbyVision | None = None
    frame_rate: float = 0.0
    scan: Scan = Scan.UNKNOWN
    multi_view: bool = False


class AudioTrack(NamedTuple):
    """One sound track. `codec` in the words of names, as "DTS-HD MA"; `layout` lists speakers, as "L R C LFE Ls Rs".

    `language` is an ISO 639 code, with a country where the file has one, as "pt-BR".
    """

    codec: str = ""
    atmos: bool = False
    channels: int = 0
    layout: str = ""
    language: str = ""
    title: str = ""
    default: bool = False
    commentary: bool = False


class SubtitleTrack(NamedTuple):
    """One subtitle track; `sdh` is for those who hear badly, `codec` as in "PGS"."""

    codec: str = ""
    language: str = ""
    title: str = ""
    default: bool = False
    forced: bool = False
    sdh: bool = False


class Measured(NamedTuple):
    """A film file. `container` is in small letters, as "matroska"; `duration` in seconds; `video` the largest picture.

    `title` is what the container calls the film, often a release's name.
    """

    container: str = ""
    duration: float = 0.0
    video: VideoTrack | None = None
    audio: tuple[AudioTrack, ...] = ()
    subtitles: tuple[SubtitleTrack, ...] = ()
    title: str = ""

    @property
    def sounds(self) -> tuple[AudioTrack, ...]:
        """The tracks that speak the film: all but commentaries, unless there is nothing else."""
        return tuple(track for track in self.audio if not track.commentary) or self.audio


class Why(StrEnum):
    """Why a file tells nothing."""

    NOT_MEDIA = "not_media"
    """No film that could be read: empty, random, cut off before its headers."""
    TIME_OUT = "time_out"
    """Reading it took too long: the disk is slow or failing, or the file is made to be hard to read."""
    UNREADABLE = "unreadable"
    """The system could not open it."""
    CRASHED = "crashed"
    """The program that reads it gave up or ran out of memory."""


class Unmeasured(NamedTuple):
    """A file that told nothing; `message` says so to a person."""

    why: Why
    message: str
