"""Where the picture came from: the last word of the name that says so.

Last, since what stands before it may be the title's ("Cam", "Telecine") or an older source that was replaced.
"""

from enum import StrEnum
from typing import NamedTuple

from radarr.domain.parsing.kinds import SOURCE
from radarr.domain.parsing.resolution import LINES
from radarr.domain.parsing.words import Words


class Family(StrEnum):
    """Kinds of sources; some share one Source and differ in how a missing resolution is filled in."""

    __hash__ = str.__hash__  # that of enumerations is ten times as slow

    BLURAY = "bluray"
    BDRIP = "bdrip"
    WEBDL = "webdl"
    WEBRIP = "webrip"
    HDTV = "hdtv"
    SDTV = "sdtv"
    DVDR = "dvdr"
    DVD = "dvd"
    REGIONAL = "regional"
    SCREENER = "screener"
    TELESYNC = "telesync"
    TELECINE = "telecine"
    CAM = "cam"
    WORKPRINT = "workprint"


class Tag(NamedTuple):
    """A source as found: which, and at which word."""

    family: Family
    at: int


_WORDS: dict[Family, str] = {
    Family.BLURAY: """bluray mbluray blueray hddvd bd uhdbd uhd2bd bdmux bdiso bd25 bd50 bd66 bd100 uhd50 uhd66 uhd100
        bdremux uhdremux 4kuhdremux bddisk bddisc brdisk brdisc microbluray""",
    Family.BDRIP: "bdrip uhdbdrip uhdrip hddvdrip bdlight bdrip10 brrip brmux bdripmux brripmux",
    Family.WEBDL: """webdl webdlmux amazonhd amazonsd amazonuhd ituneshd maxdomehd netflixhd netflixuhd webhd hbomaxhd
        disneyhd""",
    Family.WEBRIP: "webrip webmux",
    Family.HDTV: "hdtv hdtvrip",
    Family.SDTV: "sdtv pdtv dsr wsdsr tvrip",
    Family.DVDR: "dvdr dvd5 dvd9 dvdr5 dvdr9 mdvdr mdvd5 mdvd9 2xdvd5 2xdvd9 2xdvdr 3xdvd9 3xdvd5",
    Family.DVD: "dvd dvdrip xvidvd dvdmux",
    Family.REGIONAL: "regional r0 r1 r2 r3 r4 r5 r6 r7 r8 r9",
    Family.SCREENER: "scr screener dvdscr dvdscreener brscreener webscreener",
    Family.TELESYNC: "ts telesync telesynch hdts pdvd pdvdrip tsrip hdtsrip",
    Family.TELECINE: "tc telecine hdtc hdtcrip",
    Family.CAM: "cam camrip hdcam hqcam newcam hdcamrip camhd",
    Family.WORKPRINT: "wp workprint",
}
FAMILIES = {word: family for family, words in _WORDS.items() for word in words.split()}
WORDS = frozenset(FAMILIES) | {"web"}
_WEB_CODECS = frozenset({"x264", "x265", "h264", "h265", "avc", "hevc"})
_WEB_CODEC_STARTS = frozenset({"x264", "x265", "h264", "h265", "ddp5", "dd5"})
_WEB_SERVICES = frozenset({"amzn", "nf", "dp"})
_WEB_LINES = frozenset({"1080p", "1440p", "2160p"})
PARTED_WEB_HD = "webhd"  # `WEBHD` is a source, `WEB-HD` is WEB beside HD


_tag = tuple.__new__  # a record's own constructor is written in Python


def find_source(words: Words) -> Tag | None:
    """The last source tag, None where no word is one."""
    low, pairs = words.low, words.pairs
    at = words.alone.get(SOURCE)
    if at is not None and not pairs[at] and (family := FAMILIES.get(low[at])) and low[at] != "bd":
        return _tag(Tag, (family, at))
    last = len(low) - 1
    for at, kind in reversed(words.told.items()):
        if not kind & SOURCE:
            continue
        if (pair := pairs[at]) and pair in FAMILIES and pair != PARTED_WEB_HD:
            return _tag(Tag, (_of_pair(words, at, pair), at + 1))
        if at and (pair := pairs[at - 1]) and pair in FAMILIES and pair != PARTED_WEB_HD:
            return _tag(Tag, (_of_pair(words, at - 1, pair), at))
        word = low[at]
        if word in FAMILIES and (word != "bd" or at < last or words.after(at)):  # at the very end groups stand
            return _tag(Tag, (FAMILIES[word], at))
        if word == "web" and _is_web_source(words, at):
            return _tag(Tag, (Family.WEBDL, at))
    return None


def _of_pair(words: Words, at: int, joined: str) -> Family:
    """A pair such as `WEB-DL`; `DVD Rip` behind `HD` is a rip of an HD-DVD."""
    if joined == "dvdrip" and words.near(at - 1) == "hd":
        return Family.BDRIP
    return FAMILIES[joined]


def _is_web_source(words: Words, at: int) -> bool:
    """`WEB` alone is a word of titles too: it must stand beside a codec, lines or a service, or in a bracket."""
    following, joined = words.near(at + 1), words.pairs[at + 1] if at + 1 < len(words.low) else ""
    if following in _WEB_CODECS or following in _WEB_LINES or not _WEB_CODEC_STARTS.isdisjoint((following, joined)):
        return True
    behind = words.near(at - 2) if words.near(at - 1) == "hybrid" else words.near(at - 1)
    if behind in _WEB_LINES:
        return following != "rip" or words.after(at) not in {"-", " ", "."}
    if behind in _WEB_SERVICES:
        return following != "rip"
    if words.before(at) in {"[", "("}:
        return words.after(at) == "]" or following in LINES
    start = words.start(at)
    slashed = words.text[max(0, start - 3) : start] == " / "
    return slashed or (not following and words.word(at) == "WEB")
