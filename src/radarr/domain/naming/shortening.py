"""Text made to fit, in bytes of UTF-8 as file systems count, and cut where a letter ends."""

import unicodedata

ELLIPSIS = "\x01"
"""Stands for the dots of an abridged value until its name is put together; no value has one."""
DOTS = "..."

_JOINERS = "\u200c\u200d"  # they shape letters in Persian and Indic titles


def shorten(text: str, limit: int) -> str:
    """The beginning that fits into `limit` bytes of UTF-8, cut where a letter ends."""
    if len(text.encode()) <= limit:
        return text
    cut = len(text.encode()[:limit].decode(errors="ignore"))
    while cut and _belongs_to_the_letter_before(text[cut]):
        cut -= 1
    return text[:cut].rstrip()


def abridge(text: str, limit: int) -> str:
    """At most `limit` bytes, with three dots for what is left out; a negative limit keeps the end.

    A limit that leaves no room for more than dots cuts without any.
    """
    size = abs(limit)
    if len(text.encode()) <= size:
        return text
    keep = shorten if limit > 0 else _ending
    if size <= len(DOTS):
        return keep(text, size)
    kept = keep(text, size - len(DOTS))
    return kept.rstrip(" .") + ELLIPSIS if limit > 0 else ELLIPSIS + kept


def _ending(text: str, limit: int) -> str:
    """The end that fits."""
    encoded = text.encode()
    cut = len(text) - len(encoded[len(encoded) - limit :].decode(errors="ignore"))
    while cut < len(text) and _belongs_to_the_letter_before(text[cut]):
        cut += 1
    return text[cut:].lstrip()


def _belongs_to_the_letter_before(char: str) -> bool:
    return bool(unicodedata.combining(char)) or char in _JOINERS
