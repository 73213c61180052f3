"""A name as words: cut once, in linear time; everything else looks words up in tables.

Two words that one separator parts are also seen as one, so that `WEB-DL`, `WEB DL` and `WEBDL` are one entry.
"""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’´`][^\W_]+)*")  # noqa: RUF001 - apostrophes as names have them
_GLUED = re.compile(r"(blu|bluray|bd|bdrip|bdremux|remux|uhd|uhdbd|hdtv|dvd|webdl|web)(\d{3,4}[pi])")
_RESOLUTION_LENGTH = range(5, 14)


class Words(NamedTuple):
    """`words` as written, `low` in small letters, `starts` and `ends` offsets into `text`.

    `pairs[i]` is word i and its neighbour run together, "" where more than one character parts them.
    """

    text: str
    words: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pairs: tuple[str, ...]

    def before(self, at: int) -> str:
        """The character in front of a word, "" at the start."""
        return self.text[self.starts[at] - 1 : self.starts[at]] if self.starts[at] else ""

    def after(self, at: int) -> str:
        """The character behind a word, "" at the end."""
        return self.text[self.ends[at] : self.ends[at] + 1]

    def near(self, at: int) -> str:
        """The word at a position in small letters, "" where there is none."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def since(self, offset: int) -> "Words":
        """The words that begin at an offset or behind it."""
        first = next((at for at, start in enumerate(self.starts) if start >= offset), len(self.words))
        return Words(self.text, *(column[first:] for column in self[1:]))  # type: ignore[arg-type]


def word_set(words: str) -> frozenset[str]:
    """A table of words, written as one text."""
    return frozenset(words.split())


def tokenise(text: str) -> Words:
    """The words of a text."""
    spans = [span for found in _WORD.finditer(text) for span in _parted(found)]
    starts, ends = tuple(s for s, _ in spans), tuple(e for _, e in spans)
    words = tuple(text[start:end] for start, end in spans)
    low = tuple(word.lower() for word in words)
    gaps = [start - end for start, end in zip(starts[1:], ends, strict=False)]
    pairs = tuple(a + b if gap <= 1 else "" for a, b, gap in zip(low, low[1:], gaps, strict=False))
    return Words(text, words, low, starts, ends, (*pairs, "") if low else ())


def _parted(found: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """The span of a word, or two where a resolution is glued to a source, as in `BD1080p`."""
    start, end = found.span()
    if end - start in _RESOLUTION_LENGTH and (glued := _GLUED.fullmatch(found[0].lower())):
        return (start, start + glued.end(1)), (start + glued.end(1), end)
    return ((start, end),)
