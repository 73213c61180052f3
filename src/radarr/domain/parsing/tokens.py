"""A name as words: cut once, in linear time; everything else looks words up in tables.

Nearly all names are plain: ASCII without apostrophes, where whatever is no letter or digit is a blank.
"""

from itertools import accumulate

from radarr.domain.parsing.kinds import GLUED, HEAD
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.vocabulary import MEANINGS, TELLING_ENDS, parted, shape
from radarr.domain.parsing.words import Words

_WORD = r"([^\W_]+(?:['’´`][^\W_]+)*)"  # noqa: RUF001 - apostrophes as names have them
_SIGN = r"_|[^\w'’´`]|(?<![^\W_])['’´`]|['’´`](?![^\W_])"  # noqa: RUF001 - as above
_ASCII = chr(127)
_BLANKS = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))  # noqa: PLR2004
_LONG_I = "İ"


def tokenise(text: str) -> Words:
    """The words of a text."""
    if text.isascii() and "'" not in text and "`" not in text:
        words = _cut(text, text.lower().encode().translate(_BLANKS).decode().split(" "))
    else:
        words = _cut(text, compiled(_SIGN).sub(" ", _lower(text)).split(" "))
    return words if not words.kinds & GLUED else _without_glue(text)


def split_words(text: str) -> list[str]:
    """The words of a text as written and nothing of them, for a look at a few."""
    return compiled(_WORD).findall(text)


def _cut(text: str, pieces: list[str]) -> Words:
    """Words from what stands between blanks, each of which is one character of the text.

    One loop does it all: a fifth of the time that a name takes goes by here.
    """
    low: list[str] = []
    starts: list[int] = []
    joined: list[tuple[int, str]] = []
    kinds = start = 0
    head = ""  # the word before, where it may begin a pair and one character is between
    for word in pieces:
        if not word:
            start += 1
            head = ""
            continue
        if head and head + word in MEANINGS:
            joined.append((len(low) - 1, head + word))
        head = ""
        if word in MEANINGS:
            kind = MEANINGS[word]
            kinds |= kind
            if kind & HEAD:
                head = word
        elif word[-1] in TELLING_ENDS or word[-1] > _ASCII:
            kinds |= shape(word)
        low.append(word)
        starts.append(start)
        start += len(word) + 1
    return Words(text, low, starts, *_paired(len(low), joined, kinds))


def _paired(length: int, joined: list[tuple[int, str]], kinds: int) -> tuple[list[str], int]:
    """Known pairs at their places among as many places as there are words, and the kinds with theirs."""
    pairs = [""] * length
    for at, pair in joined:
        pairs[at] = pair
        kinds |= MEANINGS[pair]
    return pairs, kinds


def _without_glue(text: str) -> Words:
    """The words of a text where a resolution and the source that it is glued to are two."""
    pieces = _apart(compiled(_WORD).split(text))  # what parts words, and words, in turn
    low = [_lower(word) for word in pieces[1::2]]
    near = (at for at, gap in enumerate(pieces[2:-1:2]) if len(gap) < 2)  # noqa: PLR2004
    joined = [(at, pair) for at in near if (pair := low[at] + low[at + 1]) in MEANINGS]
    kinds = 0
    for word in low:
        kinds |= MEANINGS[word] if word in MEANINGS else shape(word)
    return Words(text, low, list(accumulate(map(len, pieces[:-1])))[::2], *_paired(len(low), joined, kinds))


def _lower(text: str) -> str:
    """In small letters, as long as before: one letter is two in small, and no word that we know has it."""
    return text.lower() if _LONG_I not in text else _LONG_I.join(map(str.lower, text.split(_LONG_I)))


def _apart(pieces: list[str]) -> list[str]:
    """With nothing between the two."""
    apart = pieces[:1]
    for word, gap in zip(pieces[1::2], pieces[2::2], strict=True):
        source, lines = parted(word)
        apart += (source, "", lines, gap) if lines else (word, gap)
    return apart
