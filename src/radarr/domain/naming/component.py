"""One path component out of whatever strangers wrote."""

import re
import unicodedata

COMPONENT_BYTES = 255
"""What file systems take for one name, in bytes of UTF-8."""

COLON_MODES: dict[str, tuple[tuple[str, str], ...]] = {
    "delete": ((":", ""),),
    "dash": ((":", "-"),),
    "space_dash": ((":", " -"),),
    "space_dash_space": ((":", " - "),),
    "smart": ((": ", " - "), (":", "-")),
}

_ILLEGAL = str.maketrans({"\\": "+", "/": "+", "<": "", ">": "", "|": "", '"': "", "?": "!", "*": "-"})
_JOINERS = "\u200c\u200d"  # they shape letters in Persian and Indic titles
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9\xb9\xb2\xb3]|lpt[0-9\xb9\xb2\xb3]) *(?=\.|$)", re.IGNORECASE)


def printable(text: str) -> str:
    """NFC text of one line: no control or bidirectional characters, no halves of characters, spaces are spaces."""
    kept = (_printable(char) for char in unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", "".join(kept))


def safe_component(text: str, *, colon: str = "smart", limit: int = COMPONENT_BYTES) -> str:
    """A name that every file system takes and that stays in its folder; "" if nothing is left.

    `limit` in bytes of UTF-8. `colon` is one of COLON_MODES.
    """
    text = printable(text)
    for old, new in COLON_MODES[colon]:
        text = text.replace(old, new)
    text = unicodedata.normalize("NFC", text.translate(_ILLEGAL))  # what was apart may now combine
    text = re.sub(" +", " ", text).strip(" .")
    text = _RESERVED.sub(lambda match: f"{match[1]}_", text, count=1) if _RESERVED.match(text) else text
    return shorten(text, limit).rstrip(" .")


def shorten(text: str, limit: int) -> str:
    """The beginning that fits into `limit` bytes of UTF-8, cut where a letter ends."""
    if len(text.encode()) <= limit:
        return text
    cut = len(text.encode()[:limit].decode(errors="ignore"))
    while cut and (unicodedata.combining(text[cut]) or text[cut] in _JOINERS):
        cut -= 1
    return text[:cut].rstrip()


def _printable(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Zs", "Zl", "Zp"} or char in "\t\r\n":
        return " "
    if category in {"Cc", "Cs"} or (category == "Cf" and char not in _JOINERS):
        return ""
    return char
