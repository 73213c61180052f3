"""Titles that are the same to people, though not to the letter.

What differs is what translators, uploaders and cataloguers handle each in their own way: a leading article, the word
for "and", umlauts with and without their e, Roman numerals, and the Latin letters that a Cyrillic or Greek name is
written in. Such a key is a weaker proof than `clean_title`, so whoever uses it also wants the year.
"""

import re
import unicodedata

from radarr.domain.titles import without_accents

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc\u044c\u044a]")  # and the hard and soft signs of Cyrillic
_ARTICLES = frozenset({"the", "a", "an", "der", "das", "le", "la", "les", "el", "los", "las", "il", "het", "een"})
"""Those that begin titles and mean nothing else: "die" is English, too."""
_TRAILING = re.compile(r",\s*(?:the|an?|der|die|das|les?|la|el|los|las|il|het)\s*$")
_INNER = frozenset(
    {"a", "an", "and", "e", "en", "es", "et", "i", "ja", "kai", "ke", "och", "og", "of", "or", "oraz", "the", "und"}
    | {"ve", "y"}
)
_NUMERALS = {
    roman: str(number)
    for number, roman in enumerate(
        ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii"), 2
    )
} | {"xviii": "18", "xix": "19", "xx": "20"}
_SPELT = str.maketrans({"ß": "ss", "æ": "a", "ø": "o", "œ": "o", "ł": "l", "đ": "d"})
_CYRILLIC = (
    "аa бb вv гg ґg дd еe зz иi іi кk лl мm нn оo пp рr сs тt уu фf ыi эe єe "  # noqa: RUF001 - letters meant so
    "жzh хkh цts чch шsh щshch юiu яia ђdj јj љlj њnj џdz"  # noqa: RUF001 - as above
)
_GREEK = "αa βv γg δd εe ζz ηi ιi κk λl μm νn οo πp ρr σs τt υy ωo θth ξx φph χch ψps"  # noqa: RUF001 - as above
_LETTERS = str.maketrans({pair[0]: pair[1:] for pair in f"{_CYRILLIC} {_GREEK}".split()})
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_UMLAUT = re.compile("(?<=[aou])e")
_SOUNDS = (
    *(("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "h"), ("ts", "c"), ("tz", "c")),
    *(("ph", "f"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oy", "u"), ("j", "i"), ("y", "i")),
)
_TWICE = re.compile(r"(.)\1+")


def loose_title(title: str) -> str:
    """A key that spellings of one title share; "" where nothing of it is left."""
    plain = _TRAILING.sub("", unicodedata.normalize("NFKC", title).casefold())
    words = _WORD.findall(without_accents(_APOSTROPHES.sub("", plain).translate(_SPELT)))
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    last = len(words) - 1
    kept = [word for at, word in enumerate(words) if not 0 < at < last or word not in _INNER]
    return _UMLAUT.sub("", "".join(_NUMERALS.get(word, word) if at else word for at, word in enumerate(kept)))


def is_foreign(title: str) -> bool:
    """Whether it is written in letters that others write in Latin ones, each in their own way."""
    return not title.isascii() and _FOREIGN.search(title) is not None


def sound(title: str) -> str:
    """A key that a Cyrillic or Greek title and its transliterations have in common."""
    latin = loose_title(title).translate(_LETTERS)
    for letters, sounds in _SOUNDS:
        latin = latin.replace(letters, sounds)
    return _TWICE.sub(r"\1", latin)
