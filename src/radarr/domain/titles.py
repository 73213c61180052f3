"""Titles as keys: what two spellings of one title have in common, and how an indexer is asked for it."""

import re
import unicodedata

_FILLERS = frozenset({"a", "an", "the", "and", "or", "of"})
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc]")  # part of a word: "that's" is one
_AS_WRITTEN = "æ=ae Æ=Ae œ=oe Œ=Oe ß=ss ø=o Ø=O ł=l Ł=L đ=d Đ=D ð=d Ð=D þ=th Þ=Th \u0131=i"
_PLAIN = dict(pair.split("=") for pair in _AS_WRITTEN.split())
"""Letters without a decomposition, as names of releases write them."""
_LETTERS = str.maketrans(_PLAIN)
_UMLAUTS = str.maketrans({**_PLAIN, "ä": "ae", "ö": "oe", "ü": "ue"})
_RAISED = re.compile("[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u00bc-\u00be\u2153-\u215e]")
_ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
)
_TO_ROMAN = {str(number): roman for number, roman in enumerate(_ROMAN, 1)}
_DIGITS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_ARTICLE = re.compile(r"^(?:the|an|a(?! to )) (?=\S)")  # "A to Z" begins with a letter
_SIGN = re.compile(r"[^\w\s]|_")
_NUMBER = re.compile(r"(?<=[^\W\d])\d{1,2}(?!\d)")


def without_accents(text: str) -> str:
    """Letters without their marks; what is no mark stays."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _words(title: str) -> list[str]:
    """With digits and letters of other shapes as plain ones: a raised 3 is a 3, and the one letter for IV is IV."""
    lowered = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", title)).casefold().translate(_UMLAUTS)
    return _WORD.findall(without_accents(lowered))


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
    plain = _RAISED.sub(lambda digit: f" {digit[0]}", _APOSTROPHES.sub("", title))
    plain = without_accents(unicodedata.normalize("NFKC", plain).translate(_LETTERS))
    plain = plain.replace("&", " and ").replace(".", "")
    words = _WORD.findall(plain) or [title.strip()]
    return " ".join((*words, str(year)) if year else words)


def sort_title(title: str) -> str:
    """What a title is sorted by: small letters, no leading article, no signs, no accents.

    A title of signs alone stays, in small letters.
    """
    lowered = " ".join(without_accents(title).lower().split())
    plain = " ".join(_SIGN.sub("", _ARTICLE.sub("", lowered)).split())
    return plain or lowered


def slug(text: str, *, dashes: bool = False, trim: str = "-_", collapse: str = "-_") -> str:
    """The part of an address that a title becomes: a-z, 0-9, `-` and `_`; "" where nothing of that is left.

    Other signs vanish, or become dashes if `dashes`. Of a run of `collapse` the last one stays; `trim` go at the end.
    """
    plain = re.sub(r"\s", "-", without_accents(text.lower()))
    plain = re.sub(r"[^a-z0-9_-]", "-" if dashes else "", plain).rstrip(trim)
    return re.sub(f"[{re.escape(collapse)}]+([{re.escape(collapse)}])", r"\1", plain) if collapse else plain


def to_roman(number: int) -> str:
    """The Roman numeral of 1 to 3999 in capitals; "" of any other."""
    if not 0 < number < 4000:  # noqa: PLR2004 - the largest that these letters write
        return ""
    numeral = ""
    for value, letters in _DIGITS:
        numeral += letters * (number // value)
        number %= value
    return numeral


def from_roman(numeral: str) -> int | None:
    """The number of a Roman numeral as it is properly written, in capitals or not; None of all else."""
    capitals = rest = numeral.upper()
    number = 0
    for value, letters in _DIGITS:
        while rest.startswith(letters):
            number, rest = number + value, rest[len(letters) :]
    return number if number and capitals == to_roman(number) else None
