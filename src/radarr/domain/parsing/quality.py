"""Source, lines and modifier become one of the thirty qualities; what a name leaves out is filled in by habit."""

from collections.abc import Callable
from functools import cache

from radarr.domain.parsing.cleanup import Cleaned, clean
from radarr.domain.parsing.detection import EXTENSION, NAME
from radarr.domain.parsing.detection import UNKNOWN as UNKNOWN_EVIDENCE
from radarr.domain.parsing.kinds import DISC, LANGUAGE, RAW, REMUX, RESOLUTION, SOURCE
from radarr.domain.parsing.modifier import DISC_EXTENSIONS, is_disc, is_mpeg2, is_raw_hd, is_remux
from radarr.domain.parsing.resolution import LINES, find_resolution, first_resolution
from radarr.domain.parsing.revision import find_revision
from radarr.domain.parsing.source import FAMILIES, PARTED_WEB_HD, Family, Tag, find_source
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
_MAY_BE_REMUX = REMUX | LANGUAGE  # German groups name remuxes like discs
_FULL_HD = 1080
_HD = 720
_PAL = 576
_SD = 480


@cache
def _find(source: int, lines: int, modifier: int = 0) -> Quality:
    """Less than HD is all one, but for 576 lines of a disc. By numbers, since enumerations take long to hash."""
    told = lines if lines >= _HD or (lines == _PAL and source == _BLURAY) else _SD
    return find_quality(Source(source), told, Modifier(modifier))


_BY_LINES: dict[str, tuple[int, int]] = {
    word: (source, swaying)
    for family, source, swaying in (
        (Family.BLURAY, _BLURAY, RAW | DISC | _MAY_BE_REMUX),
        (Family.WEBDL, _WEBDL, RAW),
        (Family.WEBRIP, _WEBRIP, RAW),
    )
    for word, other in FAMILIES.items()
    if other is family and word not in {"bd", PARTED_WEB_HD}
}
"""Words, alone in telling a source, of which the lines alone make a quality where no word of some kinds sways it."""


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
    kinds, alone, low = words.kinds, words.alone, words.low
    if RESOLUTION in alone and SOURCE in alone and (lines := LINES.get(low[alone[RESOLUTION]])):
        at = alone[SOURCE]
        read = _BY_LINES.get(words.pairs[at] or low[at])  # as most names are read
        if read and not kinds & read[1] and (read[0] != _BLURAY or _is_plain_disc(low, cleaned.extension)):
            return _find(read[0], lines), NAME, NAME
    lines = find_resolution(words) if kinds & RESOLUTION else 0
    lines_from = NAME if lines else UNKNOWN_EVIDENCE
    tag = find_source(words) if kinds & SOURCE else None
    if kinds & RAW and is_raw_hd(words) and not is_disc(words, cleaned.extension):
        return BY_NAME["Raw-HD"], NAME, NAME
    if tag:
        return _PLAIN.get(tag.family) or _READERS[tag.family](words, lines, tag, cleaned.extension), NAME, lines_from
    found, source_from = _without_source(words, lines, cleaned.extension)
    if found is not UNKNOWN or cleaned.extension not in _BY_EXTENSION:
        return found, source_from, lines_from
    return _BY_EXTENSION[cleaned.extension], EXTENSION, EXTENSION


_PLAIN: dict[Family, Quality] = {
    Family.DVD: BY_NAME["DVD"],
    Family.DVDR: BY_NAME["DVD-R"],
    Family.REGIONAL: BY_NAME["REGIONAL"],
    Family.SCREENER: BY_NAME["DVDSCR"],
    Family.TELECINE: BY_NAME["TELECINE"],
    Family.CAM: BY_NAME["CAM"],
    Family.WORKPRINT: BY_NAME["WORKPRINT"],
}


def _is_plain_disc(low: list[str], extension: str) -> bool:
    """Whether neither an old codec nor the file's kind sways what a Blu-ray's lines make of it."""
    return extension not in DISC_EXTENSIONS and _OLD_CODECS.isdisjoint(low)


def _bluray(words: Words, lines: int, _: Tag, extension: str) -> Quality:
    """Without lines, HD is a Blu-ray's habit; a remux of 720 lines is none."""
    if (words.kinds & DISC or extension in DISC_EXTENSIONS) and is_disc(words, extension):
        return BY_NAME["BR-DISK"]
    if not _OLD_CODECS.isdisjoint(words.low):
        return BY_NAME["Bluray-480p"]
    remux = words.kinds & _MAY_BE_REMUX and is_remux(words)
    if not lines:
        return BY_NAME["Remux-1080p" if remux else "Bluray-720p"]
    modifier = _REMUX if remux and lines >= _FULL_HD else 0
    return _find(_BLURAY, lines, modifier)


def _bluray_rip(words: Words, lines: int, tag: Tag, _: str) -> Quality:
    """A rip has the lines that its name tells; that its disc had 2160 tells nothing of one in an old codec."""
    low = words.low
    of_disc = low[tag.at].startswith("uhd") and not _OLD_CODECS.isdisjoint(low) and LINES.keys().isdisjoint(low)
    return _find(_BLURAY, 0 if of_disc else lines)


def _web(words: Words, lines: int, tag: Tag, _: str) -> Quality:
    source = _WEBDL if tag.family is Family.WEBDL else _WEBRIP
    if not lines and _is_bracketed(words, tag, "webdl"):
        return _find(source, _HD)
    return _find(source, lines)


def _broadcast(words: Words, lines: int, tag: Tag, _: str) -> Quality:
    if tag.family is Family.HDTV and is_mpeg2(words):
        return BY_NAME["Raw-HD"]
    if not lines and (tag.family is Family.HDTV and _is_parted_or_bracketed(words, tag)):
        return BY_NAME["HDTV-720p"]
    if "hrws" in words.pairs and lines < _HD:
        return BY_NAME["HDTV-720p"]
    if tag.family is Family.SDTV and lines > _FULL_HD and words.low[tag.at] != "tv":
        lines = 0  # no such broadcast has them
    return _find(_TV, lines)


def _telesync(words: Words, _: int, __: Tag, ___: str) -> Quality:
    """Whatever lines are told first: who films a screen tells them in front of where the film came from."""
    return BY_NAME["TELESYNC"]._replace(resolution=first_resolution(words))


_READERS: dict[Family, Callable[[Words, int, Tag, str], Quality]] = {
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


def _without_source(words: Words, lines: int, extension: str) -> tuple[Quality, str]:
    """A remux is of a disc; lines alone are taken for broadcast, unless the extension knows better."""
    if is_disc(words, extension):
        return BY_NAME["BR-DISK"], NAME
    if is_remux(words) and lines:
        if lines == _PAL:
            return UNKNOWN, UNKNOWN_EVIDENCE  # as likely of a DVD
        modifier = _REMUX if lines >= _FULL_HD else 0
        return _find(_BLURAY, lines, modifier), UNKNOWN_EVIDENCE
    if lines:
        return _by_lines(lines, extension)
    return BY_NAME["SDTV"] if "x264" in words.low else UNKNOWN, UNKNOWN_EVIDENCE


def _by_lines(lines: int, extension: str) -> tuple[Quality, str]:
    by_extension = _BY_EXTENSION.get(extension)
    source, source_from = (by_extension.source.value, EXTENSION) if by_extension else (_TV, UNKNOWN_EVIDENCE)
    return _find(source, lines), source_from
