"""What a release name says: `parse`, and each property for names that are no film's."""

from radarr.domain.parsing.cleanup import clean
from radarr.domain.parsing.edition import find_edition
from radarr.domain.parsing.folder import parse_folder
from radarr.domain.parsing.frame import find_frame
from radarr.domain.parsing.group import find_group
from radarr.domain.parsing.languages import find_languages
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.parsing.path import parse_path
from radarr.domain.parsing.quality import parse_detection, parse_quality
from radarr.domain.parsing.release import parse
from radarr.domain.parsing.revision import find_revision
from radarr.domain.parsing.scene import is_scene, scene_title
from radarr.domain.parsing.subtitles import find_hardcoded_subs
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.quality import Revision

__all__ = [
    "ParsedRelease",
    "is_scene",
    "parse",
    "parse_detection",
    "parse_edition",
    "parse_folder",
    "parse_group",
    "parse_hardcoded_subs",
    "parse_languages",
    "parse_path",
    "parse_quality",
    "parse_revision",
    "scene_title",
]


def parse_revision(name: str) -> Revision:
    """The revision that any name tells."""
    return find_revision(tokenise(clean(name).text))


def parse_edition(name: str) -> str:
    """The edition that any name tells, "" for none; what a name begins with is a title's (`Unrated Fens`)."""
    words = tokenise(clean(name).text)
    frame = find_frame(words)
    edition = (frame.edition if frame else None) or find_edition(words, words.first_since(frame.end) if frame else 1)
    return edition.text if edition else ""


def parse_group(name: str) -> str | None:
    """The group that any name tells, None for none."""
    words = tokenise(clean(name).text)
    frame = find_frame(words)
    return find_group(words.text, frame.end if frame else 0)


def parse_languages(name: str) -> tuple[str, ...]:
    """The languages of all words of a name, the title's too; ("Unknown",) for none."""
    return find_languages(tokenise(clean(name).text))


def parse_hardcoded_subs(name: str) -> str | None:
    """The mark of burnt-in subtitles that any name tells, None for none."""
    return find_hardcoded_subs(tokenise(clean(name).text))
