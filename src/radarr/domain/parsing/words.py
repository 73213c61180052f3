"""A name cut into words, and how to look around in them."""

from bisect import bisect_left
from typing import NamedTuple


class Words(NamedTuple):
    """`words` as written, `low` in small letters, `starts` and `ends` offsets into `text`.

    `pairs[i]` is word i and its neighbour run together, "" where more than one character parts them, so that
    `WEB-DL`, `WEB DL` and `WEBDL` are one entry of a table. `kinds` are bits: what the words can tell at all.
    """

    text: str
    words: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pairs: tuple[str, ...]
    kinds: int

    def before(self, at: int) -> str:
        """The character in front of a word, "" at the start."""
        return self.text[self.starts[at] - 1 : self.starts[at]] if self.starts[at] else ""

    def after(self, at: int) -> str:
        """The character behind a word, "" at the end."""
        return self.text[self.ends[at] : self.ends[at] + 1]

    def near(self, at: int) -> str:
        """The word at a position in small letters, "" where there is none."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def first_since(self, offset: int) -> int:
        """The first word that begins at an offset or behind it; the number of words where none does."""
        return bisect_left(self.starts, offset)

    def since(self, offset: int) -> "Words":
        """The words that begin at an offset or behind it."""
        text, words, low, starts, ends, pairs, kinds = self
        at = bisect_left(starts, offset)
        return Words(text, words[at:], low[at:], starts[at:], ends[at:], pairs[at:], kinds)

    def without(self, start: int, end: int) -> "Words":
        """The words that do not begin between two offsets."""
        text, words, low, starts, ends, pairs, kinds = self
        a, b = bisect_left(starts, start), bisect_left(starts, end)
        columns = (words[:a] + words[b:], low[:a] + low[b:], starts[:a] + starts[b:])
        return Words(text, *columns, ends[:a] + ends[b:], pairs[:a] + pairs[b:], kinds)


def word_set(words: str) -> frozenset[str]:
    """A table of words, written as one text."""
    return frozenset(words.split())
