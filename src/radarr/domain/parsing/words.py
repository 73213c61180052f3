"""A name cut into words, and how to look around in them."""

from bisect import bisect_left
from collections.abc import Mapping
from types import MappingProxyType

from radarr.domain.parsing.kinds import YEAR

_NONE_ALONE: Mapping[int, int] = MappingProxyType({})


class Words:
    """`low` are the words in small letters, each as long as it is in `text`; `starts` are their offsets.

    `pairs[i]` is word i and its neighbour run together where that is a word we know and one character at most parts
    them, else "": so `WEB-DL`, `WEB DL` and `WEBDL` are one entry of a table.
    `kinds` are bits: what the words can tell at all; `told` has those of each word that may tell something, and of the
    pair that begins at it, in order.
    `alone` has the position of a word by its kinds, where no other word has one of them: mostly a name has one word
    for each thing it tells, which then need not be looked for. Nothing may be missing in `told` for it.
    `spaced` is the text in small letters with a blank for each sign; it spares nearly all names the list of starts.
    """

    __slots__ = ("_starts", "alone", "kinds", "low", "pairs", "spaced", "text", "told")  # quicker than a NamedTuple

    def __init__(
        self,
        text: str,
        spaced: str,
        low: list[str],
        pairs: list[str],
        kinds: int,
        told: dict[int, int],
        starts: list[int] | None = None,
        alone: Mapping[int, int] = _NONE_ALONE,
    ) -> None:  # by position: by keywords it would take twice as long
        self.text = text
        self.spaced = spaced
        self.low = low
        self.pairs = pairs
        self.kinds = kinds
        self.told = told
        self._starts = starts
        self.alone = alone

    @property
    def years(self) -> list[int]:
        """The positions of words that may be a year."""
        return [at for at, kind in self.told.items() if kind & YEAR]

    @property
    def starts(self) -> list[int]:
        """The offsets of all words."""
        if self._starts is None:
            self._starts = starts_of(self.spaced)
        return self._starts

    @property
    def words(self) -> list[str]:
        """All words as written."""
        return [self.text[start : start + len(low)] for start, low in zip(self.starts, self.low, strict=True)]

    def start(self, at: int) -> int:
        """The offset of a word: where a name has it once, there is but one place to find."""
        if self._starts is None:
            word = self.low[at]
            place = self.spaced.find(word)
            if place == self.spaced.rfind(word):
                return place
        return self.starts[at]

    def word(self, at: int) -> str:
        """A word as written."""
        start = self.start(at)
        return self.text[start : start + len(self.low[at])]

    def end(self, at: int) -> int:
        """The offset behind a word."""
        return self.start(at) + len(self.low[at])

    def before(self, at: int) -> str:
        """The character in front of a word, "" at the start."""
        start = self.start(at)
        return self.text[start - 1] if start else ""

    def after(self, at: int) -> str:
        """The character behind a word, "" at the end."""
        end = self.start(at) + len(self.low[at])
        return self.text[end : end + 1]

    def near(self, at: int) -> str:
        """The word at a position in small letters, "" where there is none."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def first_since(self, offset: int) -> int:
        """The first word that begins at an offset or behind it; the number of words where none does."""
        return bisect_left(self.starts, offset) if self._starts is not None else len(self.spaced[:offset].split())

    def without(self, start: int, end: int) -> "Words":
        """The words that do not begin between two offsets."""
        low, starts, pairs = self.low, self.starts, self.pairs
        a, b = bisect_left(starts, start), bisect_left(starts, end)
        low, pairs, starts = low[:a] + low[b:], pairs[:a] + pairs[b:], starts[:a] + starts[b:]
        told = {i if i < a else i - b + a: kind for i, kind in self.told.items() if i < a or i >= b}
        return Words(self.text, self.spaced, low, pairs, self.kinds, told, starts)


def starts_of(spaced: str) -> list[int]:
    """The offsets of what stands between blanks."""
    starts: list[int] = []
    start = 0
    for word in spaced.split(" "):
        if word:
            starts.append(start)
            start += len(word)
        start += 1
    return starts


def word_set(words: str) -> frozenset[str]:
    """A table of words, written as one text."""
    return frozenset(words.split())
