"""What sets a quality apart from others of its source: an untouched disc, a remux, a raw broadcast."""

from radarr.domain.parsing import kinds
from radarr.domain.parsing.words import Words, word_set

_DISC_CODECS = frozenset({"avc", "hevc", "vc1", "mvc", "mpeg2", "bdmv", "iso"})
_DISC_MEDIA = frozenset({"bluray", "bd", "hddvd"})
_DISC_NAMES = word_set(
    """
    bdiso uhdiso bd25 bd50 bd66 bd100 uhd25 uhd50 uhd66 uhd100 brdisk brdisc bddisk 3dbd fullbluray
    """
)
_WHOLE = frozenset({"complete", "disk", "disc", "untouched"})
_FULL = "full"  # right in front of the disc's name
DISC = _DISC_NAMES | _DISC_CODECS | _WHOLE | {_FULL}
"""Words without one of which no name is a disc's."""
ENCODED = word_set(
    """
    720p 1280x720 mkv xvid wmv d3g bdrip remux bdremux uhdremux 4kuhdremux dvd dvdrip
    x264 x265 h264 h265 x266 h266 264 265
    """
)
DISC_EXTENSIONS = frozenset({"iso", "avc", "bdmv"})
"""Of files that are a disc's image, or a part of a disc."""
_ENCODED_EXTENSIONS = frozenset({"mkv", "wmv", "mk3d"})
_FULL_HD = frozenset({"1080p", "1920x1080"})
REMUX = frozenset({"remux", "bdremux", "uhdremux", "4kuhdremux"})
_REMUX_AFTER_DASH = frozenset({"hybrid", "bd", "uhd", "1080p", "2160p", "1080i", "web"})
RAW = frozenset({"rawhd", "mpeg2hdtv", "hdtvmpeg2"})


def is_raw_hd(words: Words) -> bool:
    """A broadcast as it was sent: said so, or HDTV in MPEG-2."""
    return bool(words.kinds & kinds.RAW) and not RAW.isdisjoint((*words.low, *words.pairs))


def is_mpeg2(words: Words) -> bool:
    """Whether the picture is in MPEG-2."""
    return "mpeg2" in words.low or "mpeg2" in words.pairs


def is_disc(words: Words, extension: str = "") -> bool:
    """A whole disc: named so, or a Blu-ray beside a codec that only discs are named with; no disc is one MKV."""
    if not (words.kinds & kinds.DISC or extension in DISC_EXTENSIONS) or extension in _ENCODED_EXTENSIONS:
        return False
    if not ENCODED.isdisjoint(words.low) and "hddvd" not in words.low and "hddvd" not in words.pairs:
        return False  # as nearly all
    seen = {*words.low, *words.pairs, extension}
    if _is_encoded(words, seen):
        return False
    if not _DISC_NAMES.isdisjoint(seen):
        return True
    if _DISC_MEDIA.isdisjoint(seen):
        return False
    return (
        not _DISC_CODECS.isdisjoint(seen)
        or (not _WHOLE.isdisjoint(seen) and _is_whole(words))
        or (_FULL in seen and _is_full(words))
    )


def _is_whole(words: Words) -> bool:
    """Whether a word of wholeness stands behind the year: in front of it, it is the title's."""
    return not _WHOLE.isdisjoint(words.low[words.years[-1] if words.years else 0 :])


def _is_full(words: Words) -> bool:
    """`Full.Blu-ray`, of which `Full.BluRay` is one known word."""
    return any(
        word == _FULL and words.pairs[at + 1 : at + 2] in (["bluray"], ["hddvd"]) for at, word in enumerate(words.low)
    )


def _is_encoded(words: Words, seen: set[str]) -> bool:
    found = ENCODED & seen
    if "hddvd" in seen:
        found -= {"dvd"}
    return (
        bool(found)
        or ("hevc" in seen and not _FULL_HD.isdisjoint(seen))
        or _has_german_tracks(words)
        or is_german_remux(words)
    )


def _has_german_tracks(words: Words) -> bool:
    """German groups that name their soundtracks (DL, ML) never mean the disc itself."""
    german = words.low.index("german") if "german" in words.low else len(words.low)
    return not {"dl", "ml"}.isdisjoint(words.low[german:])


def is_remux(words: Words) -> bool:
    """The disc's own streams in another container; `-Remux` is a group, but behind a resolution or the like."""
    if words.kinds & kinds.REMUX:
        for at, word in enumerate(words.low):
            if word in REMUX and (words.before(at) not in {"-", ""} or words.near(at - 1) in _REMUX_AFTER_DASH):
                return True
    return is_german_remux(words)


def is_german_remux(words: Words) -> bool:
    """German groups name a remux like a disc: the year, then German, then Blu-ray and a disc's codec."""
    if not words.kinds & kinds.LANGUAGE or "german" not in words.low:
        return False
    year = next((at for at, w in enumerate(words.low) if len(w) == 4 and w.isdecimal() and at), len(words.low))  # noqa: PLR2004
    german = words.low.index("german", year) if "german" in words.low[year:] else len(words.low)
    tail = frozenset(words.low[german:]) | frozenset(words.pairs[german:])
    codecs = _DISC_CODECS - {"iso", "bdmv"}
    return "bluray" in tail and not codecs.isdisjoint(tail) and ENCODED.isdisjoint(tail)
