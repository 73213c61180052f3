"""The title as a person would write it, and the further titles that a name gives."""

import re

from radarr.domain.parsing.patterns import compiled

_ALSO = r"(?<![^\W_])a\.k\.a\.?(?![^\W_])"
_PARTS = r"[ (]aka | / "
_ARTICLE = "a"
_SIGNS = frozenset("&@-")
"""Signs that stand where words do: as letters, they keep the dot behind them, which no key of a title holds."""
_SHORTENED = frozenset({"dr"})


def read_title(text: str) -> str:
    """Dots and underscores become blanks, but for those of acronyms ("R.I.P.D.")."""
    spelt = text.replace("_", " ")
    if "." not in spelt:
        return spelt.strip()
    low = spelt.lower()
    parts = spelt.split(".")
    if min(map(len, parts)) > 1 and ("dr" not in low or _SHORTENED.isdisjoint(low.split("."))):
        return " ".join(parts).strip()
    if ".k.a" in low and (also := compiled(_ALSO, re.IGNORECASE).sub("AKA", text)) != text:
        return read_title(also)
    return _with_acronyms(parts).strip()


def alternatives(title: str) -> tuple[str, ...]:
    """The title first, then the titles that it joins by AKA or ` / `."""
    if " / " not in title and "aka " not in title.lower():
        return (title,)
    parts = [_part(part) for part in compiled(_PARTS, re.IGNORECASE).split(title)]
    further = [part for part in parts if part]
    return (title, *further) if len(further) > 1 and len(further) == len(parts) else (title,)


def _part(text: str) -> str:
    stripped = text.strip(" -(")
    return stripped.rstrip(")") if stripped.count(")") > stripped.count("(") else stripped


def _with_acronyms(parts: list[str]) -> str:
    pieces: list[str] = []
    in_acronym = False
    for at, part in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if _keeps_dot(part, following, in_acronym=in_acronym, is_last=at + 1 == len(parts)):
            pieces.append(f"{part}.")
            in_acronym = True
            continue
        pieces.append(f" {part} " if in_acronym else f"{part} ")
        in_acronym = False
    return "".join(pieces)


def _keeps_dot(part: str, following: str, *, in_acronym: bool, is_last: bool) -> bool:
    """A single letter is of an acronym, but for the last word; "a" only among others, else it is an article."""
    if part.lower() in _SHORTENED:
        return True
    if len(part) != 1 or not (part.isalpha() or part in _SIGNS):
        return False
    if part in _SIGNS:
        return not is_last
    if part.lower() == _ARTICLE:
        return in_acronym or len(following) == 1
    return in_acronym or not (is_last or (following.isdecimal() and len(following) == 1))
