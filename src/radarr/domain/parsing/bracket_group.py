"""Groups that stand in brackets: in front of a title, behind it, or last of the technique in round ones."""

import re

from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.parsing.vocabulary import SURE, is_checksum, is_technical

_GLUED_BRACKETS = frozenset({"taoe", "qxr"})
_SUBGROUP = r"\s*\[([^\[\]\s](?:[^\[\]]{0,40}[^\[\]\s])?)\]"
SOFTSUBS_MARK = "softsubs "
_SOFTSUBS = r"\(([^()\[\]]{1,30})\)?\]?$"
_NO_GROUPS = frozenset({"unknown"})
"""A library's name for what it could not tell."""
_BRACKETED = r"\[([^\W_]{1,30}|(?:YTS|YIFY)\.[A-Z]{2,3})\]$"


def group_in_front(text: str, tail: int) -> str | None:
    """`[Group] Title`, as anime groups do."""
    found = compiled(_SUBGROUP).match(text)
    if not found or found.end() >= (tail or len(text)) or _is_site(found[1]):
        return None
    return found[1] if any(not is_technical(word) for word in tokenise(found[1]).low) else None


def _is_site(name: str) -> bool:
    """Whether the name in brackets is a site's, whose ending may be new: groups write both parts big."""
    _, dot, ending = name.rpartition(".")
    return bool(dot) and ending.isalpha() and ending.islower() and " " not in name


def group_of_softsubs(text: str) -> str | None:
    """`[Softsubs (Group)]`."""
    at = text.lower().rfind(SOFTSUBS_MARK, max(0, len(text) - 50))
    found = compiled(_SOFTSUBS).match(text, at + len(SOFTSUBS_MARK)) if at >= 0 else None
    return found[1] if found else None


def group_in_brackets(text: str, tail: int) -> str | None:
    """The last word of all in brackets of its own, or the last one in round brackets full of technique."""
    bare = text.rstrip(")") if text.endswith("])") else text
    opening = bare.rfind("[")
    if opening > tail and (found := compiled(_BRACKETED, re.IGNORECASE).match(bare, opening)):
        word = found[1]
        apart = bare[opening - 1] in " ._-]" and word.lower() not in _NO_GROUPS
        if (apart and not is_technical(word.lower()) and not is_checksum(word)) or word.lower() in _GLUED_BRACKETS:
            return word
    return _among_technique(text, tail)


def _among_technique(text: str, tail: int) -> str | None:
    opening = text.rfind("(" if text.endswith(")") else "[")
    inside = tokenise(text[opening + 1 : -1])
    if opening < tail or len(inside.low) < 2 or not any(word in SURE for word in inside.low):  # noqa: PLR2004
        return None
    last = len(inside.low) - 1
    return None if is_technical(inside.low[last]) or inside.before(last) != " " else inside.word(last)
