"""Ids of catalogues in a name: `tt0133093`, `{tmdb-603}`."""

import re

from radarr.domain.parsing.patterns import compiled

_IMDB = r"(?<![^\W_])tt\d{7,8}(?!\d)"
_TMDB = r"tmdb(?:id)?[-=](\d{1,9})(?!\d)"


def find_imdb_id(text: str) -> str | None:
    """`tt` and seven or eight digits."""
    found = compiled(_IMDB, re.IGNORECASE).search(text) if "tt" in text.lower() else None
    return found[0].lower() if found else None


def find_tmdb_id(text: str) -> int | None:
    """The number behind `tmdb-` or `tmdbid-`."""
    found = compiled(_TMDB, re.IGNORECASE).search(text) if "tmdb" in text.lower() else None
    return int(found[1]) if found else None
