"""A release name, read whole."""

import re

from radarr.domain.parsing.audio import find_audio
from radarr.domain.parsing.cleanup import Cleaned, clean
from radarr.domain.parsing.codec import find_codec
from radarr.domain.parsing.edition import find_edition
from radarr.domain.parsing.frame import Frame, find_frame
from radarr.domain.parsing.hdr import find_hdr
from radarr.domain.parsing.ids import find_imdb_id, find_tmdb_id
from radarr.domain.parsing.kinds import (
    AUDIO,
    CHANNELS,
    CODEC,
    EDITION,
    EPISODE,
    HDR,
    LANGUAGE,
    PART,
    REVISION,
    SEASON,
    STEREO,
    SUBTITLES,
)
from radarr.domain.parsing.languages import UNKNOWN as LANGUAGES_UNKNOWN
from radarr.domain.parsing.languages import find_languages
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.parsing.part import find_part
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.quality import find_name_quality
from radarr.domain.parsing.revision import find_revision
from radarr.domain.parsing.stereo import find_stereo
from radarr.domain.parsing.subtitles import find_hardcoded_subs
from radarr.domain.parsing.title import alternatives, read_title
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.parsing.words import Words
from radarr.domain.parsing.words_group import find_words_group
from radarr.domain.quality import Revision

_FIRST_REVISION = Revision()
_SPOKEN = LANGUAGE | SUBTITLES
_SOUND = AUDIO | CHANNELS
_GUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){2,3}-?[0-9a-f]{8,16}"


def parse(name: str) -> ParsedRelease | None:
    """What a release name says, None where it is no film's: an episode, a hash, a name without a year."""
    cleaned = clean(name)
    text = cleaned.text
    words = tokenise(text)
    low = words.low
    if not low or words.kinds & EPISODE or low[0] == "password" or (text[8:9] == "-" and _is_guid(text)):
        return None
    frame = find_frame(words)
    if frame is None or (words.kinds & SEASON and frame.year and _is_season(words.near(frame.tail + 1))):
        return None
    return _read(name, cleaned, words, frame)


def _is_guid(text: str) -> bool:
    return bool(compiled(_GUID, re.IGNORECASE).fullmatch(text))


def _is_season(behind: str) -> bool:
    """`2021.S03`: a season right behind the year; a title may well hold such a word."""
    return behind[:1] == "s" and len(behind) == 3 and behind[1:].isdecimal()  # noqa: PLR2004


def _read(name: str, cleaned: Cleaned, words: Words, frame: Frame) -> ParsedRelease:
    """What a name says; who is asked of a thing that no word tells would answer so: it is not asked."""
    text, spaced, kinds = words.text, words.spaced, words.kinds
    start, end, _, year, edition, first = frame
    title = read_title(text[start:end])
    group = find_words_group(words, end)
    past: int | None = None
    spoken = words
    if group and kinds & _SPOKEN:
        spoken, past = _without_group(words, group, end)
    if edition is None and kinds & EDITION:
        edition = find_edition(words, first)
    quality, source_from, resolution_from = find_name_quality(words, cleaned)
    return tuple.__new__(  # in the order of its fields; a record's own constructor is written in Python
        ParsedRelease,
        (
            name,
            title,
            alternatives(title) if " / " in title or "aka " in title.lower() else (title,),
            year,
            quality,
            find_revision(words) if kinds & REVISION else _FIRST_REVISION,
            edition.text if edition else "",
            group,
            find_languages(spoken, first, past) if kinds & LANGUAGE or not text.isascii() else LANGUAGES_UNKNOWN,
            find_codec(words, first) if kinds & CODEC else "",
            find_audio(words, first) if kinds & _SOUND else (),
            find_hdr(words, first) if kinds & HDR else (),
            find_hardcoded_subs(spoken, first, past) if kinds & SUBTITLES else None,
            find_imdb_id(text) if "tt" in spaced else None,
            find_tmdb_id(text) if "tmdb" in spaced else None,
            source_from,
            resolution_from,
            find_stereo(words, cleaned.extension, first) if kinds & STEREO or cleaned.extension else "",
            find_part(words, first) if kinds & PART else 0,
        ),
    )


def _without_group(words: Words, group: str, tail: int) -> tuple[Words, int]:
    """A group's name may hold a language or end in SUBS; it tells nothing of the film. The words, and how many."""
    last = len(words.low) - 1
    if words.low[last] == group.lower():  # as of nearly all
        return words, last
    at = words.text.rfind(group)
    if at >= tail:
        words = words.without(at, at + len(group))
    return words, len(words.low)
