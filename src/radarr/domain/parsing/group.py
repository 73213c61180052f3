"""Who made the release."""

import re

from radarr.domain.parsing.languages import is_language
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.tokens import split_words, tokenise
from radarr.domain.parsing.vocabulary import SURE, is_checksum, is_technical
from radarr.domain.parsing.words import word_set

_KNOWN = ("D-Z0N3", "E.N.D", "BluDragon", "TMd", "Eml HDTeam", "126811", "-ZR-", "Fight-BB", "Koten_Gars", "YIFY")
"""Names that no rule would find: with signs and blanks in them, or in no place where names stand."""
_KNOWN_LOW = tuple(name.lower() for name in _KNOWN)
_GLUED_BRACKETS = frozenset({"taoe", "qxr"})
_SUBGROUP = r"\s*\[([^\[\]\s](?:[^\[\]]{0,40}[^\[\]\s])?)\]"
_SOFTSUBS_MARK = "softsubs "
_CLOSING = ("]", ")")
_SOFTSUBS = r"\(([^()\[\]]{1,30})\)?\]?$"
_COUNTS = r"\s*\([A-Z]:\d{1,7}/[A-Z]:\d{1,7}\)$"
_BRACKETED = r"\[([^\W_]{1,30}|(?:YTS|YIFY)\.[A-Z]{2,3})\]$"
_LONGEST = 40  # characters
_DASHED = r"-([^\W_]{1,40})(?:@[^\W_]{1,40})?$"
_SEASON = r"s\d{2}(?:e\d{2})?"
_NOT_GROUPS = word_set("""webdl bluray dtshd dtsma dtsx dtses dtshr mpeg2 vc1 dualaudio webrip hdtv hdtc hdts ac3 dvdr
    sdtv sddvd eac3""")
_NOT_GROUP_ENDS = frozenset(word[at:] for word in _NOT_GROUPS for at in range(len(word)))
_DASH_WORDS = frozenset({"web", "blu", "dts", "mpeg", "vc", "dual", "re", "hc", "hd", "dl", "pt", "pl", "x"})


def find_group(text: str, tail: int = 0) -> str | None:
    """The group that made a release, None where none is told; the title, before `tail`, tells none."""
    text = text.rstrip(" ._-" if text.endswith((" -", "--")) else " ._")
    if ")" in text[-2:]:
        text = compiled(_COUNTS).sub("", text)
    low = text.lower()
    return (
        (_in_front(text, tail) if "[" in text else None)
        or (_known(text) if low.rstrip(")] ").endswith(_KNOWN_LOW) else None)
        or (_in_softsubs(text) if _SOFTSUBS_MARK in low else None)
        or (_in_brackets(text, tail) if text.endswith(_CLOSING) else None)
        or _behind_dash(text, tail)
    )


def _in_front(text: str, tail: int) -> str | None:
    """`[Group] Title`, as anime groups do."""
    found = compiled(_SUBGROUP).match(text)
    if not found or found.end() >= (tail or len(text)):
        return None
    return found[1] if any(not is_technical(word) for word in tokenise(found[1]).low) else None


def _known(text: str) -> str | None:
    bare = text.rstrip(")] ")
    lowered = bare.lower()
    for name, low in zip(_KNOWN, _KNOWN_LOW, strict=True):
        if lowered.endswith(low) and (not name[0].isalnum() or bare[: -len(name)][-1:] in {"-", " ", ".", "_", "["}):
            return bare[-len(name) :]
    return None


def _in_softsubs(text: str) -> str | None:
    """`[Softsubs (Group)]`."""
    at = text.lower().rfind(_SOFTSUBS_MARK, max(0, len(text) - 50))
    found = compiled(_SOFTSUBS).match(text, at + len(_SOFTSUBS_MARK)) if at >= 0 else None
    return found[1] if found else None


def _in_brackets(text: str, tail: int) -> str | None:
    """The last word of all in brackets of its own, or the last one in round brackets full of technique."""
    bare = text.rstrip(")") if text.endswith("])") else text
    opening = bare.rfind("[")
    if opening > tail and (found := compiled(_BRACKETED, re.IGNORECASE).match(bare, opening)):
        word = found[1]
        apart = bare[opening - 1] in " ._-]"
        if (apart and not is_technical(word.lower()) and not is_checksum(word)) or word.lower() in _GLUED_BRACKETS:
            return word
    return _in_round_brackets(text, tail) if text.endswith(")") else None


def _in_round_brackets(text: str, tail: int) -> str | None:
    opening = text.rfind("(")
    inside = tokenise(text[opening + 1 : -1])
    if opening < tail or len(inside.low) < 2 or not any(word in SURE for word in inside.low):  # noqa: PLR2004
        return None
    last = len(inside.low) - 1
    return None if is_technical(inside.low[last]) or inside.before(last) != " " else inside.word(last)


def _behind_dash(text: str, tail: int) -> str | None:
    """The word behind the last dash, at the end but for a language or brackets."""
    dash = text.rfind("-")
    word = text[dash + 1 :]
    if word.isalnum():  # as of nearly all
        return _whole_name(text, dash, word, tail) if dash >= tail and dash >= 0 and len(word) <= _LONGEST else None
    if dash < 0:
        return None
    bare = _without_afterword(text)
    found = compiled(_DASHED).search(bare, max(tail, bare.rfind("-")))
    return _whole_name(bare, found.start(), found[1], tail) if found else None


def _without_afterword(text: str) -> str:
    """Without brackets behind the group and without a language behind it (`-GRP English`)."""
    bare = text
    while bare.endswith("]") or (bare.endswith(")") and bare.rfind("(") > bare.rfind("-") > 0):
        opening = bare.rfind("[" if bare.endswith("]") else "(")
        if opening <= 0 or bare.find("-", opening) > 0:
            break
        bare = bare[:opening].rstrip(" ._")
    if bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare.rstrip(")")
    return bare if bare[bare.rfind("-") + 1 :].isalnum() else _without_language(bare)


def _without_language(bare: str) -> str:
    words = split_words(bare[-30:])
    if len(words) > 1 and is_language(words[-1].lower()) and bare[bare.rfind(words[-1]) - 1] in " _.":
        return bare[: len(bare) - len(words[-1]) - 1]
    return bare


def _whole_name(bare: str, dash: int, word: str, tail: int) -> str | None:
    """The name with a part before a further dash where that is the group's (`-SCP-2223`), not technique's."""
    head, low = bare[:dash], word.lower()
    if low in SURE or (low in _NOT_GROUP_ENDS and _last_word(head) + low in _NOT_GROUPS):
        return None
    if is_checksum(word) or (low[0] == "s" and compiled(_SEASON).fullmatch(low)):
        return None
    first = head.rfind("-", tail + 1)
    part = head[first + 1 :] if first > 0 else ""
    if part.isalnum() and not _is_of_technique(bare, first, part):
        return f"{part}-{word}"
    return None if word.isdecimal() else word


def _last_word(head: str) -> str:
    """The word that a text ends with in small letters, "" where it ends with none."""
    return split_words(head[-30:])[-1].lower() if head[-1:].isalnum() else ""


def _is_of_technique(bare: str, dash: int, part: str) -> bool:
    word_before = tokenise(bare[max(0, dash - 20) : dash]).low[-1:]
    return is_technical(part.lower()) or bool(word_before and word_before[0] in _DASH_WORDS)
