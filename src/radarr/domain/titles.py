"""Titles as keys: what two spellings of one title have in common, and how an indexer is asked for it."""

import re
import unicodedata

_FILLERS = frozenset({"a", "an", "the", "and", "or", "of"})
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc]")  # part of a word: "that's" is one
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d"}
)
_ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
)
_TO_ROMAN = {str(number): roman for number, roman in enumerate(_ROMAN, 1)}
_NUMBER = re.compile(r"(?<=[^\W\d])\d{1,2}(?!\d)")


def without_accents(text: str) -> str:
    """Letters without their marks; what is no mark stays."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _words(title: str) -> list[str]:
    lowered = unicodedata.normalize("NFC", title).casefold().translate(_UMLAUTS)
    return _WORD.findall(without_accents(_APOSTROPHES.sub("", lowered)))


def clean_title(title: str) -> str:
    """The key of a title: lower case, letters and digits alone, inner articles and "and", "or", "of" left out.

    A title of digits alone stays as it is. Titles without any letter or digit of their own stay too, trimmed.
    """
    words = _words(title)
    return "".join(w for at, w in enumerate(words) if not _is_filler(words, at)) or title.strip()


def _is_filler(words: list[str], at: int) -> bool:
    """Inside the title, and no letter of a spelt-out acronym such as "A N K L E"."""
    if words[at] not in _FILLERS or at in {0, len(words) - 1}:
        return False
    return words[at] != "a" or not (_is_letter(words[at - 1]) or _is_letter(words[at + 1]))


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def numeral_variants(clean: str) -> tuple[str, ...]:
    """The key with its numbers from 1 to 20 in Roman numerals, unless it begins with one; without the key itself.

    One direction is enough where both sides are given theirs: "rocky2" becomes "rockyii", which "Rocky II" is already.
    The other way would see a numeral in every word that ends in i, v or x.
    """
    variant = _NUMBER.sub(lambda found: _TO_ROMAN.get(found[0], found[0]), clean)
    return () if variant == clean else (variant,)


def search_text(title: str, year: int = 0) -> str:
    """The title as indexers' search engines like it: words alone, "&" spelt out, no accents; the year behind."""
    plain = without_accents(_APOSTROPHES.sub("", title)).replace("&", " and ").replace(".", "")
    words = _WORD.findall(plain) or [title.strip()]
    return " ".join((*words, str(year)) if year else words)
