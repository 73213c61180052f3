"""Titles and editions as people sort and write them."""

import re
import unicodedata
from collections.abc import Callable

from radarr.domain.titles import without_accents

_ARTICLE = re.compile(r"(the|an|a) +(\S.*)", re.IGNORECASE)
_BRACKETED_END = re.compile(r" \([^()]*\)$")
_ACCENTED = re.compile(r"([A-Za-z])[\u0300-\u036f]+")  # Latin letters alone: elsewhere the mark makes the letter
_APOSTROPHE = re.compile(r"['`\xb4\u2018\u2019](?=(?:[smtd]|ve|ll|re)?(?: |$))", re.IGNORECASE)
_BRACKET = re.compile(r"[][(){}]")
_AFTER_A_WORD = re.compile(r"[,:;?]+(?= |$)")
_ALONE = re.compile(r"(?<= )[^\w\s+#$&](?= )")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)", re.IGNORECASE)
_CAPITALS = frozenset({"imax", "3d", "sdr", "hdr", "dv"})
_LIGATURES = str.maketrans({"æ": "a", "Æ": "a", "œ": "o", "Œ": "o", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ß": "s"})


def clean_title(title: str) -> str:
    """Without what makes file names awkward: marks on Latin letters, brackets, punctuation; `&` is spelled out."""
    text = title.replace("&", "and").replace("/", " ").replace("\\", " ")
    text = _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", text))
    for pattern in (_APOSTROPHE, _BRACKET, _AFTER_A_WORD, _ALONE):
        text = pattern.sub("", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def title_the(title: str) -> str:
    """With a leading article at the end, before brackets that end it: `Matrix, The`, `Office, The (US)`."""
    return _moved(title, str)


def clean_title_the(title: str) -> str:
    """Both, with the comma: `Matrix, The`, `Office, The US`."""
    return _moved(title, clean_title)


def first_character(title: str) -> str:
    """What a title is filed under: its first letter or digit in capitals, articles and one sign before it left out."""
    for char in without_accents(title_the(unicodedata.normalize("NFC", title))[:2].translate(_LIGATURES)):
        if char.isalnum():
            return char.upper()[0]
    return "_"


def edition_tags(edition: str) -> str:
    """Each word with a capital: `Director's Cut`, `25th Anniversary IMAX`."""
    return _WORD.sub(lambda word: _edition_word(word[0]), edition)


def _moved(title: str, shape: Callable[[str], str]) -> str:
    match = _ARTICLE.fullmatch(title)
    if not match:
        return shape(title)
    rest = match[2]
    while ends := _BRACKETED_END.search(rest):
        rest = rest[: ends.start()]
    return f"{shape(rest)}, {match[1]}{_before(shape(match[2][len(rest) :].strip()))}"


def _before(text: str) -> str:
    return f" {text}" if text else ""


def _edition_word(word: str) -> str:
    if word.lower() in _CAPITALS:
        return word.upper()
    if _ORDINAL.fullmatch(word):
        return word.lower()
    return word[:1].upper() + word[1:].lower()
