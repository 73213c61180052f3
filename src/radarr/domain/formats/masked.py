"""The name of a release as formats see it: without its film's title, and what it says of languages."""

import re
import unicodedata

from radarr.domain.parsing.cleanup import clean
from radarr.domain.parsing.frame import find_frame
from radarr.domain.parsing.ids import find_imdb_id, find_tmdb_id
from radarr.domain.parsing.tokens import tokenise

_CARRIERS = ("nzb", "par2")
_UNKNOWN, _ORIGINAL = "Unknown", "Original"


def without_title(name: str) -> str:
    """The name without extension and with a placeholder for its title, which no format may match."""
    text = clean(name).text
    frame = find_frame(tokenise(text))
    if frame is None:
        return text
    placeholder = "A.Movie" if "." in text[frame.start : frame.end] else "A Movie"
    front = "" if _is_id(text[: frame.start]) else text[: frame.start]
    return f"{front}{placeholder}{text[frame.end :]}{_behind(name, text)}"


def _is_id(front: str) -> bool:
    """Whether what stands in front of the title is its id, which is no group's and tells formats nothing."""
    return bool(front) and (find_imdb_id(front) is not None or find_tmdb_id(front) is not None)


def _behind(name: str, text: str) -> str:
    """What was taken off the end but for extensions: a re-poster's mark is there for formats to see."""
    whole = unicodedata.normalize("NFC", name).strip()
    _, found, rest = whole.rpartition(text)
    if not found or not rest:
        return ""
    extensions = "|".join(map(re.escape, filter(None, (*_CARRIERS, clean(name).extension))))
    return re.sub(rf"(?:\.(?:{extensions}))+$", "", rest, flags=re.IGNORECASE)


def spoken(languages: tuple[str, ...], original: str) -> tuple[str, ...]:
    """Nothing told is the film's own language, and so is "Original"; Unknown where that is doubled.

    `original` is "" where nobody knows it; nothing told is then "Original" itself, since what is unknown never
    speaks against a release.
    """
    if not original:
        return (_ORIGINAL,) if languages == (_UNKNOWN,) else languages
    if languages == (_UNKNOWN,):
        return (original,)
    named = tuple(language for language in languages if language != _ORIGINAL)
    if len(named) == len(languages):
        return named
    return (*named, _UNKNOWN if original in named else original)
