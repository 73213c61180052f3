"""Subtitles that are burnt into the picture: a word that ends in SUB or SUBS, or a bare HC or SUBBED."""

from radarr.domain.parsing.kinds import SUBTITLES
from radarr.domain.parsing.words import Words

GENERIC = "Generic Hardcoded Subs"
BARE = frozenset({"hc", "subbed"})
ENDINGS = ("sub", "subs")
_SOFT = ("soft", "multi", "horrible")


def find_hardcoded_subs(words: Words) -> str | None:
    """The last such word as written, `GENERIC` where no language is told, None where there are none."""
    if not words.kinds & SUBTITLES:
        return None
    for at in range(len(words.low) - 1, -1, -1):
        if (word := words.low[at]).endswith(ENDINGS):
            kind = word.removesuffix("s").removesuffix("sub")
            if kind and not kind.endswith(_SOFT):
                return words.word(at)
    return None if BARE.isdisjoint(words.low) else GENERIC
