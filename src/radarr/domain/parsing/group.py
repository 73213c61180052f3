"""Who made the release."""

import re

from radarr.domain.parsing.audio import CODECS
from radarr.domain.parsing.bracket_group import (
    SOFTSUBS_MARK,
    group_in_brackets,
    group_in_front,
    group_of_softsubs,
)
from radarr.domain.parsing.languages import WORDS as LANGUAGE_WORDS
from radarr.domain.parsing.languages import is_language
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.tokens import split_words
from radarr.domain.parsing.vocabulary import CHECKSUM_LENGTH, SURE, is_checksum, is_technical
from radarr.domain.parsing.words import word_set

_KNOWN = (
    "D-Z0N3",
    "E.N.D",
    "BluDragon",
    "TMd",
    "Eml HDTeam",
    "126811",
    "-ZR-",
    "Fight-BB",
    "Koten_Gars",
    "YIFY",
    "KRaLiMaRKo",
    "BEN THE MEN",
    "LMain",
    "DarQ",
    "VARYG",
    "Anime Time",
    "Hakata Ramen",
    "Project Angel",
)
"""Names that no rule would find: with signs and blanks in them, or in no place where names stand."""
_BLANKS = str.maketrans("._", "  ")
_KNOWN_PLAIN = tuple(name.lower().translate(_BLANKS) for name in _KNOWN)
"""Whatever separates their words in a name."""
KNOWN_ENDS = frozenset(name[-3:].replace(" ", sign) for name in _KNOWN_PLAIN for sign in " ._")
ANYWHERE = "hqmux"
_CLOSING = ("]", ")")
_COUNTS = r"\s*\([A-Z]:\d{1,7}/[A-Z]:\d{1,7}\)$"
LONGEST = 40  # characters
_NEAR = 30  # characters
_DASHED = r"-([^\W_]{1,40})(?:@[^\W_]{1,40})?$"
_ENDED = r"-([A-Za-z0-9]{1,40})(?![^\W_])"
_SITE_END = r"[\w.-]*\.[a-z0-9]{2,}(?!\w)"
_LINES = r"(?:480|576|720|1080|2160)[pi]"
_IDS = frozenset({"imdb", "tmdb"})
_ID = r"(?:imdb|tmdb)(?:id)?$"
_SEASON = r"s\d{2}(?:e\d{2})?"
_NOT_GROUPS = word_set("""webdl bluray dtshd dtsma dtsx dtses dtshr mpeg2 vc1 dualaudio webrip hdtv hdtc hdts ac3 dvdr
    sdtv sddvd eac3""")
_BIT = "bit"
NOT_GROUP_ENDS = frozenset(word[at:] for word in _NOT_GROUPS for at in range(len(word))) | LANGUAGE_WORDS | {_BIT}
_DASH_WORDS = frozenset({"web", "blu", "dts", "mpeg", "vc", "dual", "re", "hc", "hd", "dl", "pt", "pl", "x"})


def find_group(text: str, tail: int = 0) -> str | None:
    """The group that made a release, None where none is told; the title, before `tail`, tells none."""
    low = text.lower()
    if text[-1:].isalnum() and text[0].isalnum() and "]." not in text[-6:]:  # as nearly all
        if low[-3:] not in KNOWN_ENDS and ANYWHERE not in low and SOFTSUBS_MARK not in low:
            return _behind_dash(text, tail)
    elif not text[-1:].isalnum():
        text = text.rstrip(" ._-")
    if "]." in text[-6:]:
        text = text[: text.rfind(".")]
    elif text.endswith(")"):
        text = compiled(_COUNTS).sub("", text)
    low = text.lower()
    return (
        (group_in_front(text, tail) if text.lstrip()[:1] == "[" else None)
        or (_known(text) if low.rstrip(")] ")[-3:] in KNOWN_ENDS else None)
        or (_anywhere(text, low, tail) if ANYWHERE in low else None)
        or (group_of_softsubs(text) if SOFTSUBS_MARK in low else None)
        or (group_in_brackets(text, tail) if text.endswith(_CLOSING) else None)
        or _behind_dash(text, tail)
    )


def _known(text: str) -> str | None:
    bare = text.rstrip(")] ")
    plain = bare.lower().translate(_BLANKS)
    for name, known in zip(_KNOWN, _KNOWN_PLAIN, strict=True):
        if plain.endswith(known) and (not name[0].isalnum() or bare[: -len(name)][-1:] in {"-", " ", ".", "_", "["}):
            return bare[-len(name) :]
    return None


def _anywhere(text: str, low: str, tail: int) -> str | None:
    """The name that stands in the midst of technique."""
    at = low.rfind(ANYWHERE, tail)
    past = at + len(ANYWHERE)
    apart = at > 0 and not text[at - 1].isalnum() and not text[past : past + 1].isalnum()
    return text[at:past] if apart and len(low) == len(text) else None


def _behind_dash(text: str, tail: int) -> str | None:
    """The word behind the last dash, at the end but for a language, brackets or an ending that no one knows."""
    dash = text.rfind("-")
    word = text[dash + 1 :]
    if word.isalnum():  # as of nearly all
        return _whole_name(text, dash, word, tail) if dash >= tail and dash >= 0 and len(word) <= LONGEST else None
    if dash < 0:
        return None
    bare = _without_afterword(text)
    found = compiled(_DASHED).search(bare, max(tail, bare.rfind("-")))
    return _whole_name(bare, found.start(), found[1], tail) if found else _with_ending(bare, tail)


def _with_ending(bare: str, tail: int) -> str | None:
    """The word behind the last dash, whatever stands behind it, if that is no resolution; no part of a site's name."""
    dash = bare.rfind("-")
    found = compiled(_ENDED).match(bare, dash) if dash >= tail and dash > 0 else None
    if (
        not found
        or _is_technique(bare[:dash], found[1].lower())
        or found[1].lower() == _BIT
        or is_language(found[1].lower())
        or found[1].lower() in CODECS
        or compiled(_LINES, re.IGNORECASE).search(bare, found.end())
    ):
        return None
    if compiled(_ID, re.IGNORECASE).search(bare[max(0, dash - 6) : dash]) or _is_in_site(bare, dash):
        return None
    return _whole_name(bare[: found.end()], dash, found[1], tail)


def _is_in_site(bare: str, dash: int) -> bool:
    """Whether a dash is one of a site's name (`5.1- films-of-note.net`), where technique parts no group from it."""
    start = max(bare.rfind(sign, 0, dash) for sign in " [(") + 1
    words = split_words(bare[start:dash].lower())
    site = compiled(_SITE_END).match(bare, dash)
    return bool(site) and (words[:1] == ["www"] or (start > 0 and not any(map(is_technical, words))))


def _without_afterword(text: str) -> str:
    """Without brackets behind the group and without a language behind it (`-GRP English`)."""
    bare = text
    if bare.endswith("}"):
        bare = bare[: max(bare.rfind("{"), 0)].rstrip(" ._")
    if bare.endswith(")") and _ends_in_half(bare):
        bare = bare[: max(bare.rfind("("), 0)].rstrip(" ._")
    while bare.endswith("]") or (bare.endswith(")") and bare.rfind("(") > bare.rfind("-") > 0):
        opening = bare.rfind("[" if bare.endswith("]") else "(")
        if opening <= 0 or (bare.find("-", opening) > 0 and bare[opening + 1 : opening + 5].lower() not in _IDS):
            break
        bare = bare[:opening].rstrip(" ._")
    if bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare.rstrip(")")
    return bare if bare[bare.rfind("-") + 1 :].isalnum() else _without_language(bare)


def _ends_in_half(bare: str) -> bool:
    """Whether the last dash stands in brackets and parts a word of technique: `-GRP (Fens, Multi-Subs)`."""
    dash = bare.rfind("-")
    second = bare[dash + 1 : -1].lower()
    return bare.rfind("(") < dash and second.isalnum() and is_technical(_last_word(bare[:dash]) + second)


def _without_language(bare: str) -> str:
    words = split_words(bare[-_NEAR:])
    if len(words) > 1 and is_language(words[-1].lower()) and bare[bare.rfind(words[-1]) - 1] in " _.":
        return bare[: len(bare) - len(words[-1]) - 1]
    return bare


def _whole_name(bare: str, dash: int, word: str, tail: int) -> str | None:
    """The name with a part before a further dash where that is the group's (`-SCP-2223`), not technique's."""
    head, low = bare[:dash], word.lower()
    if _is_technique(head, low):
        return None
    if (len(word) == CHECKSUM_LENGTH and is_checksum(word)) or (
        low[0] == "s" and low[1:2].isdecimal() and compiled(_SEASON).fullmatch(low)
    ):
        return None
    first = head.rfind("-", tail + 1)
    part = head[first + 1 :] if first > 0 else ""
    if part.isalnum() and not _is_of_technique(bare, first, part):
        return f"{part}-{word}"
    return None if word.isdecimal() else word


def _is_technique(head: str, low: str) -> bool:
    """Whether the word behind a dash is no name: of technique, or the second half of such a word or of a language's."""
    return low in SURE or (low in NOT_GROUP_ENDS and _is_half(_last_word(head), low))


def _is_half(first: str, second: str) -> bool:
    """Whether two words that a dash parts say one thing of technique, or are two languages (`ITA-ENG`)."""
    if second == _BIT:
        return first.isdecimal()
    return first + second in _NOT_GROUPS or (is_language(first) and is_language(second))


def _last_word(head: str) -> str:
    """The word that a text ends with in small letters, "" where it ends with none."""
    return split_words(head[-_NEAR:])[-1].lower() if head[-1:].isalnum() else ""


def _is_of_technique(bare: str, dash: int, part: str) -> bool:
    return is_technical(part.lower()) or _last_word(bare[max(0, dash - _NEAR) : dash]) in _DASH_WORDS
