"""Source, lines and modifier become one of the thirty qualities; what a name leaves out is filled in by habit."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from radarr.domain.parsing.cleanup import Cleaned, clean
from radarr.domain.parsing.kinds import SOURCE
from radarr.domain.parsing.modifier import is_disc, is_mpeg2, is_raw_hd, is_remux
from radarr.domain.parsing.resolution import find_resolution, first_resolution
from radarr.domain.parsing.revision import find_revision
from radarr.domain.parsing.source import Family, Tag, find_source
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.parsing.words import Words, word_set
from radarr.domain.quality import BY_NAME, UNKNOWN, Modifier, Quality, Revision, Source, find_quality

_BROADCAST_EXTENSIONS = word_set(
    """
    m4v 3gp nsv ty strm rm rmvb m3u ifo mov qt divx xvid bivx nrg pva wmv asf asx ogm ogv m2v avi bin dat dvr-ms mpg
    mpeg mp4 avc vp3 svq3 nuv viv dv fli flv wpl ts wtv
    """
)
_EXTENSIONS: dict[str, str] = {
    **dict.fromkeys(_BROADCAST_EXTENSIONS, "SDTV"),
    **dict.fromkeys(("img", "iso", "vob"), "DVD"),
    **dict.fromkeys(("mkv", "mk3d"), "WEBDL-720p"),
    "m2ts": "Bluray-720p",
}
_OLD_CODECS = frozenset({"xvid", "divx"})
_BY_EXTENSION = {extension: BY_NAME[name] for extension, name in _EXTENSIONS.items()}
_find = cache(find_quality)  # of few sources, modifiers and numbers of lines
_FULL_HD = 1080
_HD = 720
_PAL = 576
_SD = 480


class _Facts(NamedTuple):
    words: Words
    lines: int
    extension: str


def parse_quality(name: str) -> tuple[Quality, Revision]:
    """Quality and revision of any name, also of one that is no film; Unknown where nothing tells."""
    cleaned = clean(name)
    words = tokenise(cleaned.text)
    return find_name_quality(words, cleaned), find_revision(words)


def find_name_quality(words: Words, cleaned: Cleaned) -> Quality:
    """The quality that a name's words tell, else its extension."""
    facts = _Facts(words, find_resolution(words), cleaned.extension)
    tag = find_source(words) if words.kinds & SOURCE else None
    if is_raw_hd(words) and not is_disc(words):
        return BY_NAME["Raw-HD"]
    found = _of_source(facts, tag) if tag else _without_source(facts)
    return found if found is not UNKNOWN else _BY_EXTENSION.get(cleaned.extension, UNKNOWN)


def _of_source(facts: _Facts, tag: Tag) -> Quality:
    plain = _PLAIN.get(tag.family)
    return plain or _READERS[tag.family](facts, tag)


_PLAIN: dict[Family, Quality] = {
    Family.DVD: BY_NAME["DVD"],
    Family.DVDR: BY_NAME["DVD-R"],
    Family.REGIONAL: BY_NAME["REGIONAL"],
    Family.SCREENER: BY_NAME["DVDSCR"],
    Family.TELECINE: BY_NAME["TELECINE"],
    Family.CAM: BY_NAME["CAM"],
    Family.WORKPRINT: BY_NAME["WORKPRINT"],
}


def _up_to_hd(lines: int, sd: tuple[int, ...] = ()) -> int:
    return lines if lines >= _HD or lines in sd else _SD


def _bluray(facts: _Facts, _: Tag) -> Quality:
    """Without lines, HD is a Blu-ray's habit; a remux of 720 lines is none."""
    words = facts.words
    if is_disc(words):
        return BY_NAME["BR-DISK"]
    if not _OLD_CODECS.isdisjoint(words.low):
        return BY_NAME["Bluray-480p"]
    remux = is_remux(words)
    if not facts.lines:
        return BY_NAME["Remux-1080p" if remux else "Bluray-720p"]
    modifier = Modifier.REMUX if remux and facts.lines >= _FULL_HD else Modifier.NONE
    return _find(Source.BLURAY, _up_to_hd(facts.lines, sd=(_PAL,)), modifier)


def _bluray_rip(facts: _Facts, _: Tag) -> Quality:
    """A rip has the lines that its name tells, whatever its codec."""
    return _find(Source.BLURAY, _up_to_hd(facts.lines, sd=(_PAL,)), Modifier.NONE)


def _web(facts: _Facts, tag: Tag) -> Quality:
    source = Source.WEBDL if tag.family is Family.WEBDL else Source.WEBRIP
    if not facts.lines and _is_bracketed(facts.words, tag, "webdl"):
        return _find(source, _HD, Modifier.NONE)
    return _find(source, _up_to_hd(facts.lines), Modifier.NONE)


def _broadcast(facts: _Facts, tag: Tag) -> Quality:
    if tag.family is Family.HDTV and is_mpeg2(facts.words):
        return BY_NAME["Raw-HD"]
    words = facts.words
    if not facts.lines and (tag.family is Family.HDTV and _is_parted_or_bracketed(words, tag)):
        return BY_NAME["HDTV-720p"]
    if "hrws" in words.pairs and facts.lines < _HD:
        return BY_NAME["HDTV-720p"]
    return _find(Source.TV, _up_to_hd(facts.lines), Modifier.NONE)


def _telesync(facts: _Facts, _: Tag) -> Quality:
    """Whatever lines are told first: who films a screen tells them in front of where the film came from."""
    return BY_NAME["TELESYNC"]._replace(resolution=first_resolution(facts.words))


_READERS: dict[Family, Callable[[_Facts, Tag], Quality]] = {
    Family.TELESYNC: _telesync,
    Family.BLURAY: _bluray,
    Family.BDRIP: _bluray_rip,
    Family.WEBDL: _web,
    Family.WEBRIP: _web,
    Family.HDTV: _broadcast,
    Family.SDTV: _broadcast,
}


def _is_parted_or_bracketed(words: Words, tag: Tag) -> bool:
    """`HD TV` and `[HDTV]` are written by those who mean high definition; scene groups' `HDTV` is not."""
    return words.low[tag.at] == "tv" or _is_bracketed(words, tag, "hdtv")


def _is_bracketed(words: Words, tag: Tag, word: str) -> bool:
    return words.low[tag.at] == word and words.before(tag.at) == "[" and words.after(tag.at) == "]"


def _without_source(facts: _Facts) -> Quality:
    """A remux is of a disc; lines alone are taken for broadcast, unless the extension knows better."""
    words = facts.words
    if is_disc(words):
        return BY_NAME["BR-DISK"]
    if is_remux(words) and facts.lines:
        modifier = Modifier.REMUX if facts.lines >= _FULL_HD else Modifier.NONE
        return _find(Source.BLURAY, _up_to_hd(facts.lines, sd=(_PAL,)), modifier)
    if facts.lines:
        return _by_lines(facts)
    return BY_NAME["SDTV"] if "x264" in words.low else UNKNOWN


def _by_lines(facts: _Facts) -> Quality:
    by_extension = _BY_EXTENSION.get(facts.extension, UNKNOWN)
    source = by_extension.source if by_extension != UNKNOWN else Source.TV
    return _find(source, _up_to_hd(facts.lines), Modifier.NONE)
