"""Finished downloads of Sintel."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from radarr.domain.importing.candidate import ImportFile, ImportRequest, import_key
from radarr.domain.importing.contents import sort_out
from radarr.domain.importing.reason import ImportRejection
from radarr.domain.importing.rules import ImportRule
from radarr.domain.library import LibraryRules
from radarr.domain.movie import Movie, MovieFile, Slot
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.quality import BY_NAME

NOW = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)
GIB = 1 << 30
NAME = "Sintel.2010.1080p.BluRay.x264-GRP"
PARSED = ParsedRelease(NAME, "Sintel", ("Sintel",), 2010, BY_NAME["Bluray-1080p"], group="GRP")
RULES = LibraryRules(
    folder_format="{Movie CleanTitle} ({Release Year})",
    file_format="{Movie CleanTitle} {(Release Year)} {[Quality Full]}{-Release Group}",
)
TARGET = "Sintel (2010)/Sintel (2010) [Bluray-1080p]-GRP"


def file(name: str, size: float = 4 * GIB, *, wanted: bool = True) -> ImportFile:
    return ImportFile(name, int(size), wanted)


def present(path: str = f"{TARGET}.mkv", quality: str = "HDTV-1080p", **more: Any) -> MovieFile:
    return MovieFile(id=3, path=path, size=GIB, quality=BY_NAME[quality], added_at=NOW, **more)


def download(
    *files: ImportFile | str, held: MovieFile | None = None, title: str = "Sintel", **more: Any
) -> ImportRequest:
    slot = Slot(id=7, movie_id=1, profile="HD-1080p", root_id=2, file=held)
    request = ImportRequest(
        key=import_key(5, 7),
        download_id=5,
        movie=Movie(id=1, tmdb_id=45745, title=title, year=2010, added_at=NOW, slots=(slot,)),
        slot=slot,
        profile=next(profile for profile in DEFAULT_PROFILES if profile.name == "HD-1080p"),
        parsed=PARSED,
        infohash="ab" * 20,
        base="/downloads/",
        files=tuple(file(entry) if isinstance(entry, str) else entry for entry in files),
        rules=RULES,
        now=NOW,
    )
    return replace(request, **more)


def ask(rule: ImportRule, request: ImportRequest) -> ImportRejection | None:
    return rule(request, sort_out(request))
