"""Titles and editions as people sort and write them."""

import re
import unicodedata

_ARTICLE = re.compile(r"(the|an|a) +(\S.*)", re.IGNORECASE)
_ACCENTED = re.compile(r"([A-Za-z])[\u0300-\u036f]+")  # Latin letters alone: elsewhere the mark makes the letter
_POSSESSIVE = re.compile(r"['\u2019](?=[sm]?(?: |$))", re.IGNORECASE)
_BRACKET = re.compile(r"[][(){}]")
_AFTER_A_WORD = re.compile(r"[,:;?]+(?= |$)")
_ALONE = re.compile(r"(?<= )[^\w\s](?= )")
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)", re.IGNORECASE)
_CAPITALS = frozenset({"imax", "3d", "sdr", "hdr", "dv"})


def clean_title(title: str) -> str:
    """Without what makes file names awkward: marks on Latin letters, brackets, punctuation; `&` is spelled out."""
    text = title.replace("&", "and").replace("/", " ").replace("\\", " ")
    text = _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", text))
    for pattern in (_POSSESSIVE, _BRACKET, _AFTER_A_WORD, _ALONE):
        text = pattern.sub("", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def title_the(title: str) -> str:
    """With a leading article at the end: `Matrix, The`."""
    match = _ARTICLE.fullmatch(title)
    return f"{match[2]}, {match[1]}" if match else title


def edition_tags(edition: str) -> str:
    """Each word with a capital: `Director's Cut`, `25th Anniversary IMAX`."""
    return " ".join(map(_edition_word, edition.split()))


def _edition_word(word: str) -> str:
    if word.lower() in _CAPITALS:
        return word.upper()
    if _ORDINAL.fullmatch(word):
        return word.lower()
    return word[:1].upper() + word[1:]
