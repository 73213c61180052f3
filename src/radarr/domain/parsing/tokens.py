"""A name as words: cut once, in linear time; everything else looks words up in tables."""

import re
from itertools import accumulate

from radarr.domain.parsing.kinds import GLUED
from radarr.domain.parsing.vocabulary import kinds_of, parted
from radarr.domain.parsing.words import Words

_WORD = re.compile(r"([^\W_]+(?:['’´`][^\W_]+)*)")  # noqa: RUF001 - apostrophes as names have them


def tokenise(text: str) -> Words:
    """The words of a text."""
    pieces = _WORD.split(text)  # what parts words and words in turn
    words, low, pairs, kinds = _told(pieces)
    if kinds & GLUED:
        pieces = _without_glue(pieces)
        words, low, pairs, kinds = _told(pieces)
    offsets = tuple(accumulate(map(len, pieces)))
    return Words(text, words, low, offsets[:-1:2], offsets[1::2], pairs, kinds)


def split_words(text: str) -> list[str]:
    """The words of a text as written and nothing of them, for a look at a few."""
    return _WORD.findall(text)


def _told(pieces: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], int]:
    """Words, words in small letters, pairs and kinds."""
    words = tuple(pieces[1::2])
    if not words:
        return (), (), (), 0
    low = tuple(map(str.lower, words))
    pairs = [a + b if len(gap) < 2 else "" for a, b, gap in zip(low, low[1:], pieces[2::2], strict=False)]  # noqa: PLR2004
    pairs.append("")
    return words, low, tuple(pairs), kinds_of(low, pairs)


def _without_glue(pieces: list[str]) -> list[str]:
    """With a resolution and the source that it is glued to as two words."""
    apart = pieces[:1]
    for word, gap in zip(pieces[1::2], pieces[2::2], strict=True):
        source, lines = parted(word)
        apart += (source, "", lines, gap) if lines else (word, gap)
    return apart
