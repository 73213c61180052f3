"""Where the title ends and the technical tail begins: at the year, or at a mark that stands for it.

The year in brackets is the film's; else the last one in front of the first technical word, since titles have years
too ("1776", "Blade Runner 2049") and theirs come first. German and French groups may leave it out, and so do anime
groups that put a checksum behind the name.
"""

import re
from typing import NamedTuple

from radarr.domain.parsing.edition import Edition, edition_at, edition_before
from radarr.domain.parsing.kinds import EDITION, LANGUAGE, YEAR
from radarr.domain.parsing.languages import is_language
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.vocabulary import SURE, YEARS, is_checksum
from radarr.domain.parsing.words import Words, word_set

_SUBGROUP = r"\s*\[[^\[\]]{1,60}\][\s._-]*"
_BRACKET = r"[ ._]\["  # no title has square ones
_GLUED_VERSION = r"(?<=[^\W\d_])v\d$"
_MAY_BE_ID = frozenset("{tT")
_ID_STARTS = frozenset({"tt", "Tt", "tT", "TT"})
_OPENS = frozenset("[{")
_ID = r"(?:\{(?:imdb|tmdb)[^{}]{0,20}\}|tt\d{7,8}(?!\d))[\s._-]*"  # in front
_MARKERS = frozenset({"german", "truefrench"})
_TITLE_GERMANS = word_set("the a an my our old young good in of from for and by to der die das ein eine im von aus und")
"""Words behind which "German" is the title's: no title ends with them."""
_SWAYING = EDITION | LANGUAGE
_SPOKEN = frozenset({"multi", "vostfr", "dubbed", "subbed"})
"""What stands where languages do and names none."""
_LEADING = " ._-\"'"
_SIGNS_BEHIND = ("?", "+", ")", " *")
_CYRILLIC = range(0x400, 0x500)
_TRAILING = " ._-([{,<\"'|:;~\u2013\u2014\u2022\u00b7"


class Frame(NamedTuple):
    """The title lies between two offsets of the text; the tail begins at a word. `year` 0 is none.

    `first` is the first word that begins behind the title.
    """

    start: int
    end: int
    tail: int
    year: int
    edition: Edition | None
    first: int


def find_frame(words: Words) -> Frame | None:
    """The frame of a film's name, None where the name is not built like one."""
    text, low, kinds = words.text, words.low, words.kinds
    at = words.alone.get(YEAR)
    if (
        at
        and text[0].isalnum()
        and (not kinds & _SWAYING or _is_behind(words, at))
        and text[:2] not in _ID_STARTS
        and SURE.isdisjoint(low[1:at])
    ):  # as nearly all
        digits = low[at]
        before, _, behind = words.spaced.partition(digits)  # quicker than to find it
        bare = text[: len(before)].rstrip(_TRAILING)
        if digits not in behind and bare[-1].isalnum() and "[" not in bare and "(" not in bare:
            return tuple.__new__(Frame, (0, len(bare), at, YEARS[digits], None, at))
    years = words.years
    start = _title_start(words) if text.lstrip()[:1] in _OPENS or text[:2] in _ID_STARTS else 0
    first = words.first_since(start) if start else 0
    year = years[0] if len(years) == 1 and years[0] > first else _year_at(words, first) if years else None
    tail, marker = year, None
    if kinds & LANGUAGE and not _MARKERS.isdisjoint(low):
        marker = _marker_at(words, first, year)
        tail = year if marker is None else marker
    if tail is None:
        return _anime_frame(words, start, first)
    if not SURE.isdisjoint(low[first + 1 : tail]):
        tail = _before_technique(words, first + 1, tail)
    edition = edition_before(words, tail, first + 1) if kinds & EDITION else None
    last = edition.first if edition else tail
    if edition is None and marker is not None:
        edition = edition_at(words, marker + 1)
    return _trimmed(words, start, words.start(last), tail, 0 if year is None else YEARS[low[year]], edition)


def _is_behind(words: Words, year: int) -> bool:
    """Whether what may end a title in place of the year stands behind it."""
    alone = words.alone
    return (not words.kinds & EDITION or alone.get(EDITION, 0) > year) and (
        not words.kinds & LANGUAGE or alone.get(LANGUAGE, 0) > year or _MARKERS.isdisjoint(words.low)
    )


def _title_start(words: Words) -> int:
    """Behind a group in brackets, or an id, in front of the title; `[REC] 2007` is a title in brackets."""
    if words.text[0] in _MAY_BE_ID:
        found = compiled(_ID, re.IGNORECASE).match(words.text)
        return found.end() if found else 0
    found = compiled(_SUBGROUP).match(words.text)
    if not found:
        return 0
    behind = words.low[words.first_since(found.end()) :]
    is_title = bool(behind) and behind[0] in YEARS and not any(word in YEARS for word in behind[1:])
    return 0 if is_title else found.end()


def _year_at(words: Words, first: int) -> int | None:
    years = words.years
    if years and years[0] <= first:
        years = [at for at in years if at > first]
    if len(years) < 2:  # noqa: PLR2004
        return years[0] if years else None
    years = [at for at in years if not _is_of_date(words, at)] or years
    bracketed = [at for at in years if words.before(at) in {"(", "["}]
    if bracketed:
        return bracketed[0]
    technical = next((at for at in range(first + 1, len(words.low)) if words.low[at] in SURE), None)
    before = [at for at in years if technical is None or at < technical]
    return before[-1] if before else next(iter(years), None)


def _is_of_date(words: Words, year: int) -> bool:
    """`[2017-03-04]`: the day on which something was shown or posted."""
    day = words.near(year + 2)
    return words.after(year) == "-" and len(day) == len(words.near(year + 1)) == 2 and day.isdecimal()  # noqa: PLR2004


def _before_technique(words: Words, first: int, tail: int) -> int:
    """A year far behind ends no title: technique in front of it does, and the languages in front of that."""
    for at in range(first, tail):
        if words.low[at] in SURE:
            while at > first and (words.low[at - 1] in _SPOKEN or is_language(words.low[at - 1])):
                at -= 1  # noqa: PLW2901
            return at
    return tail


def _marker_at(words: Words, first: int, year: int | None) -> int | None:
    """A word that ends a title in place of the year; "The German" and "The Good German" are titles."""
    for at in range(first + 1, len(words.low) if year is None else year):
        if words.low[at] in _MARKERS and words.low[at - 1] not in _TITLE_GERMANS:
            return at
    return None


def _anime_frame(words: Words, start: int, first: int) -> Frame | None:
    """`[Group] Title (BD 1080p) [0123ABCD]`: a group in front and a checksum behind stand for the year."""
    if not start or not words.low or not is_checksum(words.low[-1]) or first >= len(words.low):
        return None
    tail = next(
        (at for at in range(first + 1, len(words.low)) if words.before(at) in {"(", "["} and _opens(words, at)), 0
    )
    if not tail:
        return None
    last = tail - 1 if _is_version(words.low[tail - 1]) and tail - 1 > first else tail
    if words.low[last - 1].isdecimal() and " - " in words.text[words.end(last - 2) : words.starts[last - 1]]:
        return None  # an episode's number
    glued = compiled(_GLUED_VERSION).search(words.low[last - 1]) if last == tail else None
    end = words.starts[last - 1] + glued.start() if glued else words.starts[last]
    return _trimmed(words, start, end, last)


def _opens(words: Words, at: int) -> bool:
    """Whether a bracket that opens before a word holds technique."""
    near = (*words.low[at : at + 2], words.pairs[at])
    return any(word in SURE or word in {"bd", "web"} for word in near) or is_checksum(words.low[at])


def _is_version(word: str) -> bool:
    return word[:1] == "v" and word[1:].isdecimal()


def _trimmed(
    words: Words, start: int, end: int, tail: int, year: int = 0, edition: Edition | None = None
) -> Frame | None:
    """The frame without what stands around its title; None where nothing is left."""
    text = words.text
    title = text[start:end]
    if "[" in title:
        title = compiled(_BRACKET).split(title, maxsplit=1)[0]
    first = start if title[:1].isalnum() else start + len(title) - len(title.lstrip(_LEADING))
    bare = title.rstrip(_TRAILING)
    if bare.endswith(_SIGNS_BEHIND) or (title.endswith(", ") and "(" in bare):
        bare = _without_sign(bare, text[start + len(bare) : start + len(bare) + 2])
    past = start + len(bare)
    if first >= past:
        return None
    # a record's own constructor is written in Python: that of tuples takes a third of its time
    return tuple.__new__(Frame, (first, past, tail, year, edition, words.first_since(past)))


def _without_sign(bare: str, behind: str) -> str:
    """Without a question mark, a plus that parts words, or people in brackets as trackers in Cyrillic name them."""
    if bare[-1] == "?":
        return bare.rstrip("?" + _TRAILING)
    if bare[-1] == "+":
        return bare[:-1] if behind[:1].isdecimal() and "+" in bare[:-1] else bare
    if bare[-1] == "*":
        return bare[:-2].rstrip(_TRAILING)
    opening = _opening(bare)
    if opening > 0 and (bare[-1] != ")" or (behind == " [" and _is_cyrillic(bare[:opening]))):
        return bare[:opening].rstrip(_TRAILING)
    return bare


def _opening(bare: str) -> int:
    """Where the bracket opens that a title ends with or that it leaves open, -1 where none does."""
    depth = int(bare[-1] != ")")
    for at in range(len(bare) - 1, -1, -1):
        depth += (bare[at] == ")") - (bare[at] == "(")
        if bare[at] == "(" and not depth:
            return at
    return -1


def _is_cyrillic(text: str) -> bool:
    return any(ord(letter) in _CYRILLIC for letter in text)
