"""A name cut into words, and how to look around in them."""

from bisect import bisect_left


class Words:
    """`low` are the words in small letters, each as long as it is in `text`; `starts` are their offsets.

    `pairs[i]` is word i and its neighbour run together where that is a word we know and one character at most parts
    them, else "": so `WEB-DL`, `WEB DL` and `WEBDL` are one entry of a table.
    `kinds` are bits: what the words can tell at all.
    """

    __slots__ = ("kinds", "low", "pairs", "starts", "text")  # a NamedTuple is slower to make, and to ask by far

    def __init__(self, text: str, low: list[str], starts: list[int], pairs: list[str], kinds: int) -> None:
        self.text = text
        self.low = low
        self.starts = starts
        self.pairs = pairs
        self.kinds = kinds

    @property
    def words(self) -> list[str]:
        """All words as written."""
        return [self.word(at) for at in range(len(self.low))]

    def word(self, at: int) -> str:
        """A word as written."""
        start = self.starts[at]
        return self.text[start : start + len(self.low[at])]

    def end(self, at: int) -> int:
        """The offset behind a word."""
        return self.starts[at] + len(self.low[at])

    def before(self, at: int) -> str:
        """The character in front of a word, "" at the start."""
        return self.text[self.starts[at] - 1] if self.starts[at] else ""

    def after(self, at: int) -> str:
        """The character behind a word, "" at the end."""
        end = self.starts[at] + len(self.low[at])
        return self.text[end : end + 1]

    def near(self, at: int) -> str:
        """The word at a position in small letters, "" where there is none."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def first_since(self, offset: int) -> int:
        """The first word that begins at an offset or behind it; the number of words where none does."""
        return bisect_left(self.starts, offset)

    def since(self, offset: int) -> "Words":
        """The words that begin at an offset or behind it."""
        at = bisect_left(self.starts, offset)
        return Words(self.text, self.low[at:], self.starts[at:], self.pairs[at:], self.kinds)

    def without(self, start: int, end: int) -> "Words":
        """The words that do not begin between two offsets."""
        low, starts, pairs = self.low, self.starts, self.pairs
        a, b = bisect_left(starts, start), bisect_left(starts, end)
        return Words(self.text, low[:a] + low[b:], starts[:a] + starts[b:], pairs[:a] + pairs[b:], self.kinds)


def word_set(words: str) -> frozenset[str]:
    """A table of words, written as one text."""
    return frozenset(words.split())
