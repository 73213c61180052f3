r"""A text in few letters: what patterns of ASCII can tell apart, in lower case.

A pattern that names no foreign character tells foreign characters apart by their class alone. So a text is folded once:
ASCII to lower case, every other character to one that stands for its class, and the standard library's engine, which
sees `\w`, `\d`, `\s` and `\b` of these as .NET does, reads it for every pattern. Lengths and places stay.
"""

import unicodedata

LETTER, DIGIT, SPACE, OTHER = "\u01bb", "\u0663", "\u2003", "\u2021"
"""A letter without case, an Arabic digit, a wide space and a double dagger."""
ALPHABET = "".join(chr(code) for code in range(128) if not chr(code).isupper()) + LETTER + DIGIT + SPACE + OTHER
"""Every character of a folded text."""

_KELVIN = "\u212a"
_WORD = ("L", "Mn", "Nd", "Pc")


class _Folding(dict[int, str]):
    """What `str.translate` asks; remembers what it was asked, at most every character there is."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(char: str) -> str:
    if char.isascii():
        return char.lower()
    if char == _KELVIN:
        return "k"
    category = unicodedata.category(char)
    if category == "Nd":
        return DIGIT
    if category.startswith("Z") or char == "\x85":
        return SPACE
    return LETTER if category.startswith(_WORD) else OTHER


_FOLDING = _Folding()


def fold(text: str) -> str:
    """A text as the quick patterns read it; as long as it was."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)
