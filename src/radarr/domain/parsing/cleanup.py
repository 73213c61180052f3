"""What stands around a release name and is not of it: extension, sites' names, marks of re-posters."""

import re
import unicodedata
from typing import NamedTuple

from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.words import word_set

MAXIMUM_LENGTH = 1000
"""Characters that are read; file systems and trackers know no longer names, and what is longer is an attack."""

_MEDIA = word_set(
    """
    mkv mk3d mp4 m4v avi ts m2ts mts wmv mov mpg mpeg divx xvid iso img vob ogm ogv webm flv rm rmvb asf wtv strm
    3gp nsv ty m3u ifo qt bivx nrg pva asx m2v bin dat dvr-ms avc vp3 svq3 nuv viv dv fli wpl bdmv
    """
)
_CODECS = frozenset({"divx", "xvid", "avc", "bdmv"})
"""Extensions that are words of technique, too: extensions are written small."""
_CARRIERS = frozenset({"nzb", "par2", "torrent", "rar", "zip", "7z"})
_EXTENSIONS = _MEDIA | _CARRIERS
_SUFFIXES = word_set(
    """
    pre sample obfuscated obfuscation buymore asrequested rp gerov 4planet 4p postbot xpost scrambled chamele0n z0ids3n
    nzbgeek repackpost whiterev alteredtech alternativetothewall alternativetorequested altezachen 1
    """
)
_CODECS_1 = ("vc", "av")
_RAKUV = "rakuv"  # and figures
_MARK_STARTS = frozenset(mark[:5] for mark in (*_SUFFIXES, _RAKUV))
_DOMAIN_END = (
    r"(?:com|org|net|info|tv|me|io|to|cc|ws|ac|eu|ru|in|co|biz|xyz|tc|lol|site|club|nl|de|fr|es|it|pl|cz|br|pt|"
    r"au|nz|uk|za|se|ag|mx|am|lt|grand|top|pw|la|ms|vip|one|cx|is|ph|li|gd|pro|bz|mobi|ninja|rocks|link|online|ch|"
    r"ca|us|be|at|dk|fi|ro|hu|gr|tr|ua|by|ai|app|dev|fun|fm|im|su|sbs|phd|pics|cam|world|wtf|lat|store|shop|tech|yt|uno|"
    r"icu|ink|rip|band|run|fit|win|bid|dad|foo|day|hair|bond|skin|boats|cfd|tel|mba|bet|xn--[a-z0-9-]{2,20})"
)
_SITE = rf"(?:w{{2,3}}[.,][\w-]{{1,40}}(?:\.[\w-]{{2,20}}){{1,3}}|[\w-]{{1,40}}(?:\.[a-z]{{2,3}})?\.{_DOMAIN_END})"
_SHORT_SITES = ("eztv", "ettv", "cttv", "rartv", "rarbg", "publichd")
_ANY_SITE = r"[\w-]{1,40}(?:\.[\w-]{1,40}){0,2}\.(?-i:[a-z]{2,12})"
"""In brackets in front of a name all that is written like a site is one, for endings are many; groups write big."""
_PREFIX = rf"\s*(?:[\[(【{{]\s*(?:{_SITE}|{_ANY_SITE})\s*[\])】}}][\s._-]*|{_SITE}\s+-\s*)"
_SUFFIX = rf"(?:[\s._-]*[\[(【{{]\s*(?:{_SITE}|{'|'.join(_SHORT_SITES)})\s*[\])】}}])$"
_OPENING = frozenset("[(【{")
_QUOTE = '"'
_CLOSING = ("]", ")", "}")
_ENDS = frozenset((*_CLOSING, *" ._-"))
"""What a name ends with that has something behind it which is not of it; but for a mark behind a dash."""
_KEPT_SITES = frozenset({"yts", "yify"})
_YEAR_SIGN = "\u0433"  # behind a year in Russian
_YEAR_OF = rf"(?<=\d\d\d\d){_YEAR_SIGN}\b"
_BRACKETS = (("【", "["), ("】", "]"), ("「", "["), ("」", "]"))


class Cleaned(NamedTuple):
    """The name's own text, and the extension that was taken off (small letters, "" for none)."""

    text: str
    extension: str


def clean(name: str) -> Cleaned:
    """The name without what is not of it. Composed Unicode; cut at `MAXIMUM_LENGTH` characters."""
    text = name[:MAXIMUM_LENGTH]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        for wide, bracket in _BRACKETS:
            text = text.replace(wide, bracket)
        if _YEAR_SIGN in text:
            text = compiled(_YEAR_OF).sub(" ", text)
    text = text.strip().rpartition("/")[2] if text[:1] == "/" and _is_path(text) else text.strip()
    extension, first = "", text[:1]
    if first == _QUOTE and text[-1] == _QUOTE:  # as posts to Usenet have it
        text = text.strip(_QUOTE)
        first = text[:1]
    if text.rpartition(".")[2].lower() in _EXTENSIONS:  # quicker than to find the dot
        text, extension = _without_extension(text)
        first = text[:1]
    if first in _OPENING or " -" in text or not text.isprintable():
        text = _without_prefix(text)
    if text[-1:] in _ENDS or text.rpartition("-")[2][:5].lower() in _MARK_STARTS:
        text = _without_suffixes(text)
    return tuple.__new__(Cleaned, (text, extension))  # its own is written in Python


def _is_path(text: str) -> bool:
    """Whether a text that begins with a slash has folders in front of its name."""
    head, slash, tail = text.rpartition("/")
    return bool(slash and head and tail)


def _without_extension(text: str) -> tuple[str, str]:
    dot = text.rfind(".")
    extension = text[dot + 1 :].lower()
    if dot >= 0 and extension in _CARRIERS:
        return _without_extension(text[:dot])
    if dot < 0 or extension not in _MEDIA or (extension in _CODECS and not text.endswith(extension)):
        return text, ""
    return text[:dot], extension


def _without_prefix(text: str) -> str:
    """Without a site in brackets in front, or one that a dash behind a blank parts from the name."""
    parts = text.split(maxsplit=1)
    if not parts or (parts[0][0] not in _OPENING and parts[-1][0] != "-"):
        return text
    found = compiled(_PREFIX, re.IGNORECASE).match(text)
    return text[found.end() :] if found else text


def _without_suffixes(text: str) -> str:
    """Without sites in brackets and re-posters' marks at the end, several of them in a row."""
    for _ in range(6):
        shorter = _without_mark(text.rstrip(" ._-" if text.endswith("--") else " ._"))
        if shorter == text:
            break
        text = shorter
    return text


def _without_mark(text: str) -> str:
    if text.endswith(_CLOSING):
        opening = max(text.rfind("["), text.rfind("("), text.rfind("{"), 0)
        inside = text[opening + 1 : -1]
        may_be = "." in inside or inside.strip().lower() in _SHORT_SITES
        at = len(text[:opening].rstrip(" ._-"))
        found = compiled(_SUFFIX, re.IGNORECASE).match(text, at) if may_be else None
        if found and not any(site in found[0].lower() for site in _KEPT_SITES):
            return text[: found.start()]
    dash = text.rfind("-")
    return text[:dash] if dash > 0 and _is_mark(text[dash + 1 :].lower(), text[:dash].lower()) else text


def _is_mark(word: str, before: str) -> bool:
    """Whether what stands behind a dash is a re-poster's; the 1 of a codec is none."""
    if word == "1" and before.endswith(_CODECS_1):
        return False
    return word in _SUFFIXES or word[:5] == _RAKUV
