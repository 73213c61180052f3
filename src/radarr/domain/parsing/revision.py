"""How often a group has mended its release: `v2`, PROPER, REPACK, RERIP, REAL."""

from radarr.domain.parsing.tokens import Words
from radarr.domain.quality import Revision

_REPACKS = ("repack", "rerip")
_DIGITS = frozenset("123456789")


def find_revision(words: Words) -> Revision:
    """The revision; version 1 where nothing is said. REPACK2 is the second repack, so version 3."""
    explicit = next((version for at in range(len(words.low)) if (version := _explicit(words, at))), 0)
    repacks = [number for at in range(len(words.low)) if (number := _repack(words, at))]
    proper = "proper" in words.low
    version = explicit or 1
    if repacks or proper:
        version = version + max(repacks, default=1)
    return Revision(version, words.words.count("REAL"), bool(repacks))


def _explicit(words: Words, at: int) -> int:
    """`v2` in brackets, behind the year or an episode (`01v2`); elsewhere it is a word of the title or a codec."""
    head, v, tail = words.low[at].rpartition("v")
    if not v or tail not in _DIGITS:
        return 0
    if head:
        return int(tail) if head.isdecimal() else 0
    bracketed = words.before(at) == "[" and words.after(at) == "]"
    return int(tail) if bracketed or words.near(at - 1)[-1:].isdecimal() else 0


def _repack(words: Words, at: int) -> int:
    """Which repack a word (or the pair RE-PACK) is, 0 for none."""
    for text in (words.low[at], words.pairs[at]):
        for word in _REPACKS:
            number = text.removeprefix(word)
            if number != text and (not number or number in _DIGITS):
                return int(number or 1)
    return 0
