"""One path component out of whatever strangers wrote."""

import re
import unicodedata

from radarr.domain.naming.shortening import shorten

COMPONENT_BYTES = 255
"""What file systems take for one name, in bytes of UTF-8."""

COLON_MODES: dict[str, tuple[tuple[str, str], ...]] = {
    "delete": ((":", ""),),
    "dash": ((":", "-"),),
    "space_dash": ((":", " -"),),
    "space_dash_space": ((":", " - "),),
    "smart": ((": ", " - "), (":", "-")),
}

DROP = "drop"
"""In place of a colon mode: no sign stands for a colon, nor for any other that file systems refuse."""

_ILLEGAL = str.maketrans({"\\": "+", "/": "+", "<": "", ">": "", "|": "", '"': "", "?": "!", "*": "-"})
_JOINERS = "\u200c\u200d"  # they shape letters in Persian and Indic titles
_DROPPED = str.maketrans(dict.fromkeys('\\/<>|"?*:', ""))
_DEVICE = re.compile(
    r"(con|conin\$|conout\$|prn|aux|nul|com[0-9\xb9\xb2\xb3]|lpt[0-9\xb9\xb2\xb3]) *(?:\.|$)", re.IGNORECASE
)


def printable(text: str) -> str:
    """NFC text of one line: no control or bidirectional characters, no halves of characters, spaces are spaces."""
    kept = (_printable(char) for char in unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", "".join(kept))


def safe_component(text: str, *, colon: str = "smart", limit: int = COMPONENT_BYTES) -> str:
    """A name that every file system takes and that stays in its folder; "" if nothing is left.

    `limit` in bytes of UTF-8. `colon` is one of COLON_MODES, or DROP. Windows' devices, as `nul` and `com1.x`, get
    a `_` for their dot.
    """
    text = _legal(printable(text).rstrip(": "), colon)  # at the end a colon parts nothing
    text = re.sub(" +", " ", unicodedata.normalize("NFC", text)).strip(" .")  # what was apart may now combine
    text = _DEVICE.sub(r"\1_", text, count=1) if _DEVICE.match(text) else text
    return shorten(text, limit).rstrip(" .")


def _legal(text: str, colon: str) -> str:
    if colon == DROP:
        return text.translate(_DROPPED)
    for old, new in COLON_MODES[colon]:
        text = text.replace(old, new)
    return text.translate(_ILLEGAL)


def _printable(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Zs", "Zl", "Zp"} or char in "\t\r\n":
        return " "
    if category in {"Cc", "Cs"} or (category == "Cf" and char not in _JOINERS):
        return ""
    return "" if category == "Cn" and _is_no_character(ord(char)) else char


def _is_no_character(point: int) -> bool:
    """Whether it is one of those that Unicode will never assign, and that XML refuses; the others may be new."""
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF  # noqa: PLR2004
