"""Subtitles that are burnt into the picture: a word that ends in SUB or SUBS, or a bare HC or SUBBED."""

from radarr.domain.parsing.tokens import Words

GENERIC = "Generic Hardcoded Subs"
_SOFT = ("soft", "multi", "horrible")


def find_hardcoded_subs(words: Words) -> str | None:
    """The last such word as written, `GENERIC` where no language is told, None where there are none."""
    for word, low in zip(reversed(words.words), reversed(words.low), strict=True):
        kind = low.removesuffix("s").removesuffix("sub")
        if kind != low.removesuffix("s") and kind and not kind.endswith(_SOFT):
            return word
    return GENERIC if "hc" in words.low or "subbed" in words.low else None
