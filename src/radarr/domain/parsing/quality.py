"""Source, lines and modifier become one of the thirty qualities; what a name leaves out is filled in by habit."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from radarr.domain.parsing.cleanup import Cleaned, clean
from radarr.domain.parsing.detection import EXTENSION, NAME
from radarr.domain.parsing.detection import UNKNOWN as UNKNOWN_EVIDENCE
from radarr.domain.parsing.kinds import RAW, SOURCE
from radarr.domain.parsing.modifier import is_disc, is_mpeg2, is_raw_hd, is_remux
from radarr.domain.parsing.resolution import LINES, find_resolution, first_resolution
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
_BLURAY, _TV, _WEBDL, _WEBRIP = (source.value for source in (Source.BLURAY, Source.TV, Source.WEBDL, Source.WEBRIP))
_REMUX = Modifier.REMUX.value
_FULL_HD = 1080
_HD = 720
_PAL = 576
_SD = 480


@cache
def _find(source: int, lines: int, modifier: int = 0) -> Quality:
    """Of few sources, modifiers and numbers of lines; of plain numbers, since enumerations take long to hash."""
    return find_quality(Source(source), lines, Modifier(modifier))


class _Facts(NamedTuple):
    words: Words
    lines: int
    extension: str


def parse_quality(name: str) -> tuple[Quality, Revision]:
    """Quality and revision of any name, also of one that is no film; Unknown where nothing tells."""
    cleaned = clean(name)
    words = tokenise(cleaned.text)
    return find_name_quality(words, cleaned)[0], find_revision(words)


def parse_detection(name: str) -> tuple[str, str]:
    """What the source and the number of lines of any name are known from (`detection`)."""
    cleaned = clean(name)
    return find_name_quality(tokenise(cleaned.text), cleaned)[1:]


def find_name_quality(words: Words, cleaned: Cleaned) -> tuple[Quality, str, str]:
    """The quality that a name's words tell, else its extension, and what its source and lines are known from."""
    facts = _Facts(words, find_resolution(words), cleaned.extension)
    lines_from = NAME if facts.lines else UNKNOWN_EVIDENCE
    tag = find_source(words) if words.kinds & SOURCE else None
    if words.kinds & RAW and is_raw_hd(words) and not is_disc(words):
        return BY_NAME["Raw-HD"], NAME, NAME
    if tag:
        return _of_source(facts, tag), NAME, lines_from
    found, source_from = _without_source(facts)
    if found is not UNKNOWN or cleaned.extension not in _BY_EXTENSION:
        return found, source_from, lines_from
    return _BY_EXTENSION[cleaned.extension], EXTENSION, EXTENSION


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
    modifier = _REMUX if remux and facts.lines >= _FULL_HD else 0
    return _find(_BLURAY, _up_to_hd(facts.lines, sd=(_PAL,)), modifier)


def _bluray_rip(facts: _Facts, tag: Tag) -> Quality:
    """A rip has the lines that its name tells; that its disc had 2160 tells nothing of one in an old codec."""
    low = facts.words.low
    of_disc = low[tag.at].startswith("uhd") and not _OLD_CODECS.isdisjoint(low) and LINES.keys().isdisjoint(low)
    return _find(_BLURAY, _up_to_hd(0 if of_disc else facts.lines, sd=(_PAL,)))


def _web(facts: _Facts, tag: Tag) -> Quality:
    source = _WEBDL if tag.family is Family.WEBDL else _WEBRIP
    if not facts.lines and _is_bracketed(facts.words, tag, "webdl"):
        return _find(source, _HD)
    return _find(source, _up_to_hd(facts.lines))


def _broadcast(facts: _Facts, tag: Tag) -> Quality:
    if tag.family is Family.HDTV and is_mpeg2(facts.words):
        return BY_NAME["Raw-HD"]
    words = facts.words
    if not facts.lines and (tag.family is Family.HDTV and _is_parted_or_bracketed(words, tag)):
        return BY_NAME["HDTV-720p"]
    if "hrws" in words.pairs and facts.lines < _HD:
        return BY_NAME["HDTV-720p"]
    return _find(_TV, _up_to_hd(facts.lines))


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


def _without_source(facts: _Facts) -> tuple[Quality, str]:
    """A remux is of a disc; lines alone are taken for broadcast, unless the extension knows better."""
    words = facts.words
    if is_disc(words):
        return BY_NAME["BR-DISK"], NAME
    if is_remux(words) and facts.lines:
        modifier = _REMUX if facts.lines >= _FULL_HD else 0
        return _find(_BLURAY, _up_to_hd(facts.lines, sd=(_PAL,)), modifier), UNKNOWN_EVIDENCE
    if facts.lines:
        return _by_lines(facts)
    return BY_NAME["SDTV"] if "x264" in words.low else UNKNOWN, UNKNOWN_EVIDENCE


def _by_lines(facts: _Facts) -> tuple[Quality, str]:
    by_extension = _BY_EXTENSION.get(facts.extension)
    source, source_from = (by_extension.source.value, EXTENSION) if by_extension else (_TV, UNKNOWN_EVIDENCE)
    return _find(source, _up_to_hd(facts.lines)), source_from
