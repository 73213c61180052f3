"""How often a group has mended its release: `v2`, PROPER, REPACK, RERIP, REAL."""

from radarr.domain.parsing.kinds import REVISION
from radarr.domain.parsing.words import Words
from radarr.domain.quality import Revision

_DIGITS = frozenset("123456789")
_REPACKS: dict[str, int] = {
    word + number: int(number or 1) for word in ("repack", "rerip") for number in ("", *_DIGITS)
}
"""Which repack a word, or the pair RE-PACK, is."""
WORDS = frozenset(_REPACKS) | {"proper", "real"}
_FIRST = Revision()


def find_revision(words: Words) -> Revision:
    """The revision; version 1 where nothing is said. REPACK2 is the second repack, so version 3."""
    if not words.kinds & REVISION:
        return _FIRST
    low, pairs = words.low, words.pairs
    telling = [at for at, kind in words.told.items() if kind & REVISION]
    version = next((version for at in telling if (version := _explicit(words, at)) is not None), 1)
    repacks = [repack for at in telling if (repack := _REPACKS.get(low[at]) or _REPACKS.get(pairs[at]))]
    if repacks or "proper" in low:
        version = version + max(repacks, default=1)
    real = [at for at in telling if low[at] == "real" and words.word(at) == "REAL"]
    return Revision(version, len(real), bool(repacks))


def _explicit(words: Words, at: int) -> int | None:
    """`v2` in brackets, behind the year or an episode (`01v2`); elsewhere it is a word of the title or a codec.

    Version 0, a draft that is worse than the first, is told behind a digit only.
    """
    head, v, tail = words.low[at].rpartition("v")
    if not v or not tail.isdecimal():
        return None
    if head:
        return int(tail) if head.isdecimal() else None
    bracketed = words.before(at) == "[" and words.after(at) == "]"
    return int(tail) or None if bracketed or words.near(at - 1)[-1:].isdecimal() else None
