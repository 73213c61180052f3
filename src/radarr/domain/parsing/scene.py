"""Names as scene groups write them, by which programs for subtitles and databases of releases know a file."""

from radarr.domain.parsing.cleanup import clean
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.parsing.release import parse
from radarr.domain.quality import UNKNOWN

_AT_THE_END = " _-."


def scene_title(name: str, known: ParsedRelease | None = None) -> str | None:
    """The name as it was released, None where it is no scene name. `known` is what `parse` says of it, if it was asked.

    A scene name has dots in place of blanks and tells a title, a quality and a group. Extensions, wide brackets, sites
    and marks around it are of those who passed it on, and are not in the answer.
    """
    title = clean(name).text.rstrip(_AT_THE_END)
    if "." not in title or " " in title:
        return None
    parsed = known if known and title == name else parse(title)
    if parsed is None or not parsed.group or parsed.quality == UNKNOWN:
        return None
    return None if parsed.title.isdecimal() and not parsed.year else title  # it has a year, and no title


def is_scene(name: str) -> bool:
    """Whether a name is written as scene groups do, but for what others added around it."""
    return scene_title(name) is not None
