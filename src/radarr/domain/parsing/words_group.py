"""Who made a release whose name is cut into words: the word behind the last dash at once, else as `group` finds it.

Of nearly all names the words tell that nothing but that dash can name the group, or that it parts `WEB-DL` and none is
named. What is told here `find_group` would tell as well; a test holds them to it.
"""

from radarr.domain.parsing.group import ANYWHERE, KNOWN_ENDS, LONGEST, NOT_GROUP_ENDS, find_group
from radarr.domain.parsing.kinds import EPISODE, SEASON, SUBTITLES
from radarr.domain.parsing.vocabulary import CHECKSUM_LENGTH, SURE, is_checksum
from radarr.domain.parsing.words import Words

_SPACED_KNOWN_ENDS = frozenset(end.replace("-", " ").replace(".", " ").replace("_", " ") for end in KNOWN_ENDS)
_DOUBTFUL = SURE | NOT_GROUP_ENDS
_SWAYING = SUBTITLES | SEASON | EPISODE
_DL = frozenset({"dl.", "dl "})
_WEB = frozenset({".web", " web", "[web", "(web"})
"""What stands around the dash of most names that end with no group's."""


def find_words_group(words: Words, tail: int = 0) -> str | None:
    """As `find_group`, of a text that is cut into words: nearly all names end with a dash and the group."""
    text = words.text
    spaced = words.spaced
    if (
        not words.kinds & _SWAYING
        and text[-1].isalnum()
        and text[0].isalnum()
        and spaced[-3:] not in _SPACED_KNOWN_ENDS
        and ANYWHERE not in spaced
        and "]." not in text
    ):
        head, dash, name = text.rpartition("-")  # quicker than to find it
        if not dash or (name[:3].lower() in _DL and head[-4:].lower() in _WEB):
            return None
        if (
            len(head) >= tail
            and name.isalnum()
            and words.low[-1] not in _DOUBTFUL
            and (len(name) < CHECKSUM_LENGTH or (len(name) <= LONGEST and not is_checksum(name)))
            and not name.isdecimal()
            and not head.rpartition("-")[2].isalnum()
        ):
            return name
    return find_group(text, tail)
