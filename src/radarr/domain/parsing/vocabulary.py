"""Words of technique: what can be neither a title's last word nor a group."""

from radarr.domain.parsing.audio import is_audio
from radarr.domain.parsing.codec import is_codec
from radarr.domain.parsing.hdr import is_hdr
from radarr.domain.parsing.languages import is_language
from radarr.domain.parsing.resolution import LINES
from radarr.domain.parsing.source import is_source
from radarr.domain.parsing.tokens import word_set

_MARKS = word_set(
    """
    10bit 8bit 12bit bit hi10p hi10 multi multisub multisubs subs sub esub esubs msubs softsubs dual audio dubbed
    dub subbed mkv mp4 avi proper repack rerip real internal hybrid remux bdremux remastered extended unrated uncut
    imax 3d sbs hsbs hou mono stereo 2ch 6ch 8ch uhd 4k web hdrip webhdrip hdlight microhd untouched iso dl ml rip
    v2 v3 v4 clean extras mkvonly hq line hardsub hardsubs hc gb mb h x cd1 cd2 complete limited readnfo nfo
    """
)
_SURE = frozenset({"x264", "x265", "h264", "h265", "xvid", "divx", "hevc", "hdrip", "web-dl"})
_SURE_SOURCES = word_set(
    """
    bluray webdl webrip hdtv dvdrip bdrip brrip dvdscr bdremux remux hdcam hdts webmux uhdbdrip pdtv
    """
)
_HASH_LENGTH = 8


def is_technical(word: str) -> bool:
    """Whether a word in small letters is of technique, or a mere number."""
    return (
        word.isdecimal()
        or word in _MARKS
        or word in LINES
        or is_codec(word)
        or is_audio(word)
        or is_hdr(word)
        or is_source(word)
        or is_language(word)
    )


def is_surely_technical(word: str) -> bool:
    """Whether a word is no title's, whatever the title."""
    return word in LINES or word in _SURE or word in _SURE_SOURCES


def is_checksum(word: str) -> bool:
    """Eight hexadecimal digits, as anime groups put behind a name."""
    return len(word) == _HASH_LENGTH and all(c in "0123456789abcdefABCDEF" for c in word)
