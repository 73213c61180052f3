"""A film in several pieces."""

import re

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.extensions import split_extension
from radarr.domain.importing.reason import ImportReason, ImportRejection

_PART = re.compile(r"(?<![a-z0-9])(?:cd|dvd|dis[ck]|part|pt|p)[ ._-]*(?:\d{1,2}|([a-d]))(?![a-z0-9])", re.IGNORECASE)
_DISC_FOLDERS = frozenset({"bdmv", "video_ts", "hvdvd_ts"})


def multi_part(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """A slot has one file: a first part alone would pass for the film. A disc's files are parts, too."""
    film = contents.film
    if film is None:
        return None
    if any(folder.lower() in _DISC_FOLDERS for folder in film.name.split("/")[:-1]):
        return _no(f"{film.name} is one piece of a disc, which cannot be one file")
    whole = _whole(film.name)
    for other in contents.videos:
        if whole and other != film and _whole(other.name) == whole:
            return _no(f"the film is in several parts, {film.name} and {other.name} among them")
    return None


def _whole(name: str) -> str:
    """The name with its part's mark taken for any of that kind, number or letter; "" if it has none."""
    stem = split_extension(name)[0]
    return _PART.sub(lambda mark: "*a" if mark[1] else "*1", stem).lower() if _PART.search(stem) else ""


def _no(message: str) -> ImportRejection:
    return ImportRejection(ImportReason.MULTI_PART_MOVIE, message)
