"""Which cut of the film it is: `Director's Cut`, `Extended`, `50th Anniversary Edition`, `IMAX`.

A small grammar over words: [fore-word] name [noun] [after-word], or one word that needs no other.
"""

from typing import NamedTuple

from radarr.domain.parsing.kinds import EDITION
from radarr.domain.parsing.words import Words, word_set

_FORE = frozenset({"recut", "extended", "ultimate"})
_NAMES = word_set("directors director's collectors collector's theatrical ultimate extended despecialized")
_PARTED = frozenset({"director", "collector"})  # and a lone S, where a dot stands for the apostrophe
_ORDINALS = ("st", "nd", "rd", "th")
_APOSTROPHES = str.maketrans("\u2019\u00b4`", "'''")
_NAMES_WITH_NOUN = word_set("special rouge final assembly imperial diamond signature hunter rekall")
_NOUNS = frozenset({"cut", "edition", "version"})
_ALONE = word_set("uncensored remastered unrated uncut openmatte imax fanedit restored 2in1 3in1 4in1")
_AFTER = word_set("extended uncensored remastered unrated uncut openmatte imax fanedit")
_LONGEST = 6  # words
_SPELT = {name.replace("'", sign) for name in _NAMES for sign in ("'", *map(chr, _APOSTROPHES))}
_BEGINNINGS = _FORE | _SPELT | _PARTED | _NAMES_WITH_NOUN | _ALONE
"""Words and pairs without which no edition begins, but for an anniversary's."""
_ANNIVERSARY = "anniversary"
WORDS = _BEGINNINGS | {_ANNIVERSARY}


class Edition(NamedTuple):
    """An edition as written, separators turned to blanks, and the words `first` to before `past` that tell it."""

    text: str
    first: int
    past: int


def find_edition(words: Words, first: int = 0) -> Edition | None:
    """The first edition at or behind a word."""
    if not words.kinds & EDITION:
        return None
    for told, kind in words.told.items():
        if kind & EDITION:
            for at in (told - 1, told) if words.low[told] == _ANNIVERSARY else (told,):
                if at >= first and (edition := edition_at(words, at)):
                    return edition
    return None


def edition_before(words: Words, past: int, first: int) -> Edition | None:
    """The longest edition that ends right before a word, as in `Film.Extended.Cut.2012`."""
    begin = max(first, past - _LONGEST)
    if not any(kind & EDITION for at, kind in words.told.items() if begin <= at < past):
        return None
    for at in range(begin, past):
        edition = edition_at(words, at)
        if edition and edition.past == past:
            return edition
    return None


def edition_at(words: Words, at: int) -> Edition | None:
    """The edition that begins at a word."""
    if not _may_begin(words, at) or words.near(at - 1) == "non":
        return None
    past = _named(words, at) or _named(words, at + 1, fore=at) or _one_of(words, at, _ALONE)
    if not past:
        return None
    past = _one_of(words, past, _AFTER) or past
    return Edition(" ".join(words.word(i) for i in range(at, past)), at, past)


def _may_begin(words: Words, at: int) -> bool:
    if at >= len(words.low):
        return False
    return words.low[at] in _BEGINNINGS or words.pairs[at] in _BEGINNINGS or words.near(at + 1) == _ANNIVERSARY


def _named(words: Words, at: int, fore: int | None = None) -> int:
    """Where a name and its noun end, 0 where none begins; behind a fore-word if one is told."""
    if fore is not None and words.near(fore) not in _FORE:
        return 0
    if words.near(at) in _FORE and _plainly_named(words, at + 1):
        return 0  # it is the fore-word of a longer one
    if length := _name(words, at):
        return at + length + (words.near(at + length) in _NOUNS)
    if words.near(at) in _NAMES_WITH_NOUN and words.near(at + 1) in _NOUNS:
        return at + 2
    if words.near(at + 1) == _ANNIVERSARY and _is_ordinal(words.near(at)):
        return at + 2 + (words.near(at + 2) in _NOUNS)
    return 0


def _name(words: Words, at: int) -> int:
    """How many words the name has that begins at a word: `Director.s` has two; 0 where none does."""
    word = words.near(at)
    if word.translate(_APOSTROPHES) in _NAMES:
        return 1
    return 2 if word in _PARTED and words.near(at + 1) == "s" else 0


def _is_ordinal(word: str) -> bool:
    """`25th`: a year in front of an anniversary is the film's."""
    return word.endswith(_ORDINALS) and word[:-2].isdecimal()


def _plainly_named(words: Words, at: int) -> bool:
    return bool(_name(words, at)) or (words.near(at) in _NAMES_WITH_NOUN and words.near(at + 1) in _NOUNS)


def _one_of(words: Words, at: int, table: frozenset[str]) -> int:
    """Where a word of a table, or a pair such as `Open Matte`, ends; 0 where it is none."""
    if words.near(at) in table:
        return at + 1
    return at + 2 if at < len(words.low) and words.pairs[at] in table else 0
