"""What a release name says, in the public form of `radarr parse --json`."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from radarr.domain.parsing import ParsedRelease, parse, parse_folder, parse_quality, scene_title
from radarr.domain.quality import UNKNOWN, Quality

_BEFORE_EDITION = ParsedRelease._fields.index("edition")


class RevisionDocument(msgspec.Struct, frozen=True):
    """A `Revision`."""

    version: int
    real: int
    repack: bool


class ParsedDocument(msgspec.Struct, frozen=True):
    """One name. For what is no release of a film all is null but the quality, where one is told.

    From `edition` to `part` the fields are those of `ParsedRelease`, in their order; `scene_title` is the name as a
    scene group released it, null for names of other people.
    """

    input: str
    parsed: bool
    title: str | None = None
    titles: tuple[str, ...] | None = None
    year: int | None = None
    quality: str | None = None
    source: str | None = None
    resolution: int | None = None
    modifier: str | None = None
    revision: RevisionDocument | None = None
    edition: str | None = None
    group: str | None = None
    languages: tuple[str, ...] | None = None
    codec: str | None = None
    audio: tuple[str, ...] | None = None
    hdr: tuple[str, ...] | None = None
    hardcoded_subs: str | None = None
    imdb_id: str | None = None
    tmdb_id: int | None = None
    source_from: str | None = None
    resolution_from: str | None = None
    stereo: str | None = None
    part: int | None = None
    scene_title: str | None = None


def parsed_document(name: str, *, folder: bool = False) -> ParsedDocument:
    """One name, of a release or of a `folder`, which may be a path: its last part counts."""
    if folder:
        name = name.rstrip("/\\").replace("\\", "/").rpartition("/")[2]
    parsed = parse_folder(name) if folder else parse(name)
    if parsed is None:
        return _unparsed(name)
    further: Iterable[Any] = parsed[_BEFORE_EDITION:]
    return ParsedDocument(  # by position: there may be millions of names
        name,
        True,  # noqa: FBT003
        parsed.title,
        parsed.titles,
        parsed.year,
        *_quality(parsed.quality),
        RevisionDocument(*parsed.revision),
        *further,
        scene_title(name, parsed),  # type: ignore[call-arg]  # it counts what may be in `further`
    )


def _unparsed(name: str) -> ParsedDocument:
    quality, _ = parse_quality(name)
    told = _quality(quality) if quality != UNKNOWN else ()
    return ParsedDocument(name, False, None, None, None, *told)  # noqa: FBT003


@cache
def _quality(quality: Quality) -> tuple[str, str, int, str]:
    return (quality.name, quality.source.name.lower(), quality.resolution, quality.modifier.name.lower())
