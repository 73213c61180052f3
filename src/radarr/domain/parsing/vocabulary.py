"""What words mean, all tables together: each property's own table is in its module."""

from collections.abc import Iterable

from radarr.domain.parsing import (
    audio,
    codec,
    edition,
    hdr,
    kinds,
    languages,
    modifier,
    part,
    resolution,
    revision,
    source,
    stereo,
    subtitles,
)
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.resolution import LINES
from radarr.domain.parsing.words import word_set

_MARKS = word_set(
    """
    10bit 8bit 12bit bit hi10p hi10 multi multisub multisubs subs sub esub esubs msubs softsubs dual audio dubbed
    dub subbed mkv mp4 avi proper repack rerip real internal hybrid remux bdremux remastered extended unrated uncut
    imax 3d sbs hsbs hou mono stereo 2ch 6ch 8ch uhd 4k web hdrip webhdrip hdlight microhd untouched iso dl ml rip
    v2 v3 v4 clean extras mkvonly hq line hardsub hardsubs hc gb mb h x cd1 cd2 complete limited readnfo nfo
    """
)
SURE = frozenset(LINES) | word_set(
    """
    x264 x265 h264 h265 xvid divx hevc hdrip web-dl
    bluray webdl webrip hdtv dvdrip bdrip brrip dvdscr bdremux remux hdcam hdts webmux uhdbdrip pdtv
    hdlight 4klight microhd uhdrip satrip tvrip hdtvrip dvbrip vhsrip
    """
)
"""Words that are no title's, whatever the title."""
_PAIRS = ("hrws",)
_NO_HEADS = frozenset(LINES) | {"bluray", "german", "the"}
"""Words that tell no more beside their neighbour than alone (`1080p 24`), and one that is mostly a title's."""
YEARS = {str(year): year for year in range(1800, 2100)}
_TABLES: tuple[tuple[int, Iterable[str]], ...] = (
    (0, _MARKS | SURE),
    (kinds.YEAR, YEARS),
    (0, map(str, range(100))),
    (0, modifier.ENCODED),
    (0, _PAIRS),
    (kinds.RESOLUTION, resolution.WORDS),
    (kinds.SOURCE, source.WORDS),
    (kinds.CODEC, codec.CODECS),
    (kinds.AUDIO, audio.CODECS),
    (kinds.CHANNELS, audio.SECOND_FIGURES),
    (kinds.HDR, hdr.KINDS),
    (kinds.LANGUAGE, languages.WORDS),
    (kinds.SUBTITLES, subtitles.BARE),
    (kinds.EDITION, edition.WORDS),
    (kinds.REVISION, revision.WORDS),
    (kinds.REMUX, modifier.REMUX),
    (kinds.DISC, modifier.DISC),
    (kinds.RAW, modifier.RAW),
    (kinds.STEREO, stereo.LAYOUTS),
    (kinds.PART, part.MARKS),
)
_TECHNICAL = frozenset().union(_MARKS, LINES, source.WORDS, codec.CODECS, audio.CODECS, hdr.KINDS, languages.WORDS)
_GLUED = r"(blu|bluray|bd|bdrip|bdremux|remux|uhd|uhdbd|hdtv|dvd|webdl|web)(\d{3,4}[pi])"
_FIGURES = frozenset("0123456789")
_GLUED_INITIALS = frozenset("brudhw")
_EPISODE = r"s\d{1,4}e\d{1,4}|\d{1,2}x\d{2,3}"
CHECKSUM_LENGTH = 8
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


def _composed() -> dict[str, int]:
    meanings: dict[str, int] = {}
    for kind, table in _TABLES:
        for word in table:
            meanings[word] = meanings.get(word, 0) | kind
    for head in _heads(_paired(meanings)) - _NO_HEADS:
        meanings[head] = meanings.get(head, 0) | kinds.HEAD
    for word in [word for word in meanings if word.endswith(subtitles.ENDINGS) or word[-2:-1] == "v"]:
        meanings[word] |= _ending(word)
    return meanings


def _heads(words: Iterable[str]) -> set[str]:
    """What words begin with that may be written as two: no number is cut in two by a sign."""
    return {
        word[:at]
        for word in words
        for at in range(1, len(word))
        if not (word[at] in _FIGURES and word[at - 1] in _FIGURES)
    }


def _paired(meanings: dict[str, int]) -> dict[str, int]:
    """The words that may be written as two, a sign between: not those that tell nothing, nor years."""
    plain = frozenset().union(SURE, modifier.ENCODED, _PAIRS)
    told = {word: kind & ~kinds.HEAD for word, kind in meanings.items() if word not in YEARS}
    return {word: kind for word, kind in told.items() if kind or word in plain}


def shape(word: str) -> int:
    """The kinds that the form of a word tells that no table has."""
    last = word[-1]
    if last in "pi" and word[-2:-1].isdecimal() and word[0] in _GLUED_INITIALS:
        return kinds.GLUED if compiled(_GLUED).fullmatch(word) else 0
    if last.isdecimal() and (word[0] == "s" or "x" in word):
        if word[1:].isdecimal():
            return kinds.SEASON
        if compiled(_EPISODE).fullmatch(word):
            return kinds.EPISODE
    return _ending(word)


def _ending(word: str) -> int:
    if word.endswith(subtitles.ENDINGS):
        return kinds.SUBTITLES
    return kinds.REVISION if word[-2:-1] == "v" and word[-1].isdecimal() else 0


MEANINGS = _composed()
"""Of every known word in small letters: the kinds it may be of, 0 where that is all to know."""
PAIRS = _paired(MEANINGS)
"""As `MEANINGS`, of those words that may be written as two."""


def parted(word: str) -> tuple[str, str]:
    """A word as source and resolution where they are glued, as in `BD1080p`; else the word and ""."""
    found = compiled(_GLUED).fullmatch(word.lower())
    return (word[: found.end(1)], word[found.end(1) :]) if found else (word, "")


def is_technical(word: str) -> bool:
    """Whether a word in small letters is of technique, or a mere number."""
    return word in _TECHNICAL or word.isdecimal()


def is_checksum(word: str) -> bool:
    """Eight hexadecimal digits, as anime groups put behind a name."""
    return len(word) == CHECKSUM_LENGTH and _HEXADECIMAL.issuperset(word)
