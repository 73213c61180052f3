"""Subtitles that are burnt into the picture: a word that ends in SUB or SUBS, or a bare HC or SUBBED."""

from radarr.domain.parsing.kinds import SUBTITLES
from radarr.domain.parsing.words import Words

GENERIC = "Generic Hardcoded Subs"
BARE = frozenset({"hc", "subbed"})
ENDINGS = ("sub", "subs")
_SOFT = ("soft", "multi", "horrible")


def find_hardcoded_subs(words: Words, first: int = 0, past: int | None = None) -> str | None:
    """The last such word as written from one word to before another; None where there are none.

    `GENERIC` where no language is told.
    """
    if not words.kinds & SUBTITLES:
        return None
    low = words.low[first:past]
    for at in range(len(low) - 1, -1, -1):
        if (word := low[at]).endswith(ENDINGS):
            kind = word.removesuffix("s").removesuffix("sub")
            if kind and not kind.endswith(_SOFT):
                return words.word(first + at)
    return None if BARE.isdisjoint(low) else GENERIC
