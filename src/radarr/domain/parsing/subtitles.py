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
    for word, low in zip(reversed(words.words), reversed(words.low), strict=True):
        kind = low.removesuffix("s").removesuffix("sub")
        if kind != low.removesuffix("s") and kind and not kind.endswith(_SOFT):
            return word
    return None if BARE.isdisjoint(words.low) else GENERIC
