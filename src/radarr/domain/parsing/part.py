"""Which of several files, or releases, of one film a name is: `CD1`, `Part 2`, `disc.1`.

A mark behind the title only: in front of the year "Part 2" is the title's, and another film.
"""

from radarr.domain.parsing.kinds import PART
from radarr.domain.parsing.words import Words

_WORDS = ("cd", "disc", "disk", "part", "pt")
MARKS: dict[str, int] = {f"{word}{number}": number for word in _WORDS for number in range(1, 10)}
MARKS |= {"dvd1": 1, "dvd2": 2}  # DVD5 and DVD9 are sizes of discs


def find_part(words: Words, first: int = 0) -> int:
    """The number of the last mark at or behind a word that stands behind the title, 0 where there is none."""
    if words.kinds & PART:
        for at, kind in reversed(words.told.items()):
            if kind & PART and at >= first and (number := MARKS.get(words.pairs[at]) or MARKS.get(words.low[at])):
                return number
    return 0
