"""Kinds of words, as bits.

A name says few of the things that names can say. `Words.kinds` holds the bits of all words and pairs, so that what
looks for a thing that no word can tell returns at once. A bit may be set in vain (by a word of the title, say), and
never misses: it says where to look, not what is found.
"""

from typing import Final

SOURCE: Final = 1 << 0
CODEC: Final = 1 << 1
AUDIO: Final = 1 << 2
HDR: Final = 1 << 3
LANGUAGE: Final = 1 << 4
SUBTITLES: Final = 1 << 5
EDITION: Final = 1 << 6
REVISION: Final = 1 << 7
REMUX: Final = 1 << 8
DISC: Final = 1 << 9
RAW: Final = 1 << 10
EPISODE: Final = 1 << 11
SEASON: Final = 1 << 13
CHANNELS: Final = 1 << 14
RESOLUTION: Final = 1 << 15
YEAR: Final = 1 << 16
STEREO: Final = 1 << 17
PART: Final = 1 << 18
HEAD: Final = 1 << 19
"""A word that a known pair may begin with; the highest bit, so that it is quick to see and to take away."""
GLUED: Final = 1 << 12
"""A resolution that is glued to a source: two words in one."""
