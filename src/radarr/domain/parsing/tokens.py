"""A name as words: cut once, in linear time; everything else looks words up in tables.

Nearly all names are plain: ASCII without apostrophes, where whatever is no letter or digit is a blank.
"""

from functools import reduce
from itertools import accumulate
from operator import or_

from radarr.domain.parsing.kinds import GLUED, HEAD, SUBTITLES
from radarr.domain.parsing.patterns import compiled
from radarr.domain.parsing.vocabulary import MEANINGS, PAIRS, parted, shape
from radarr.domain.parsing.words import Words, starts_of

_WORD = r"([^\W_]+(?:['’´`][^\W_]+)*)"  # noqa: RUF001 - apostrophes as names have them
_SIGN = r"_|[^\w'’´`]|(?<![^\W_])['’´`]|['’´`](?![^\W_])"  # noqa: RUF001 - as above
_ASCII = chr(127)
_LONG_I = "İ"
_APOSTROPHE = "'"  # the usual one: where there are others a name is read with more care
_SPACING = bytes(
    code if code > ord(_ASCII) or chr(code) == _APOSTROPHE else ord(chr(code).lower()) if chr(code).isalnum() else 32
    for code in range(256)
)
"""What becomes of a byte of UTF-8: a blank for what is ASCII but no letter, digit or apostrophe, and small letters."""


def tokenise(text: str) -> Words:
    """The words of a text."""
    if text.isascii() and "'" not in text and "`" not in text:
        words = _cut(text, text.encode().translate(_SPACING).decode())
    else:
        words = _cut(text, _spaced(text))
    return words if not words.kinds & GLUED else _without_glue(text, words.spaced)


def _spaced(text: str) -> str:
    """The text in small letters with a blank for each sign; mostly without asking letter by letter."""
    spaced = _lower(text).encode("utf-8", "surrogatepass").translate(_SPACING).decode("utf-8", "surrogatepass")
    plain = spaced.replace(" ", "").replace(_APOSTROPHE, "").isalnum() and "`" not in text
    if plain and (_APOSTROPHE not in spaced or _are_within_words(spaced)):
        return spaced
    return compiled(_SIGN).sub(" ", _lower(text))


def _are_within_words(spaced: str) -> bool:
    """Whether each apostrophe has letters or digits on both sides."""
    return not ("' " in spaced or " '" in spaced or "''" in spaced or "'" in {spaced[0], spaced[-1]})


def split_words(text: str) -> list[str]:
    """The words of a text as written and nothing of them, for a look at a few."""
    return compiled(_WORD).findall(text)


def _cut(text: str, spaced: str) -> Words:  # noqa: C901 - a call for each word would take longer than all of it
    """Words from what stands between blanks, each of which is one character of the text.

    One loop does it all, since no other part of a name's reading has as many steps.
    """
    low = spaced.split()
    last = len(low) - 1
    pairs = [""] * len(low)
    told: dict[int, int] = {}
    alone: dict[int, int] = {}
    starts: list[int] | None = None
    kinds = SUBTITLES if "sub" in spaced else 0
    several = 0
    for at, kind in enumerate(map(MEANINGS.get, low)):
        if kind:
            if kind >= HEAD:
                kind -= HEAD  # noqa: PLW2901 - one of many steps that would each take their time
                if at < last and (pair := low[at] + low[at + 1]) in PAIRS:
                    # no word that ends so has two blanks behind it, else it is to be seen
                    if f"{low[at]}  " in spaced:
                        starts = starts or starts_of(spaced)
                    if not starts or starts[at + 1] - starts[at] == len(low[at]) + 1:
                        pairs[at] = pair
                        kind |= PAIRS[pair]  # noqa: PLW2901 - as above
                if not kind:
                    continue
        elif kind is None and not low[at].isalpha():
            kind = shape(low[at])  # noqa: PLW2901 - as above
            if not kind:
                continue
        else:
            continue
        if kinds & kind:
            several |= kind
        told[at] = kind
        alone[kind] = at
        kinds |= kind
    if several:
        alone = {kind: at for kind, at in alone.items() if not kind & several}
    return Words(text, spaced, low, pairs, kinds, told, starts, alone)


def _without_glue(text: str, spaced: str) -> Words:
    """The words of a text where a resolution and the source that it is glued to are two."""
    pieces = _apart(compiled(_WORD).split(text))  # what parts words, and words, in turn
    low = [_lower(word) for word in pieces[1::2]]
    starts = list(accumulate(map(len, pieces[:-1])))[::2]
    pairs = [""] * len(low)
    told = {at: kind for at, word in enumerate(low) if (kind := MEANINGS.get(word, 0) or shape(word))}
    for at, gap in enumerate(pieces[2:-1:2]):
        if len(gap) < 2 and low[at] + low[at + 1] in PAIRS:  # noqa: PLR2004
            pairs[at] = low[at] + low[at + 1]
            told[at] |= PAIRS[pairs[at]]
    kinds = reduce(or_, told.values(), 0)
    return Words(text, spaced, low, pairs, kinds, told, starts)


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
