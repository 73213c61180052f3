"""What a release name says."""

from typing import NamedTuple

from radarr.domain.parsing.detection import UNKNOWN as UNKNOWN_EVIDENCE
from radarr.domain.quality import UNKNOWN, Quality, Revision


class ParsedRelease(NamedTuple):
    """What a name claims; empty where it is silent.

    `titles` is the full title first, then its alternatives; `year` 0 is none; `languages` is ("Unknown",)
    where none was found; names of qualities and languages are Radarr's. `source_from` and `resolution_from` say what
    they are known from (`detection`); `stereo` how a picture in 3D is laid out; `part` is 0 for a whole film.
    """

    name: str
    title: str
    titles: tuple[str, ...]
    year: int = 0
    quality: Quality = UNKNOWN
    revision: Revision = Revision()
    edition: str = ""
    group: str | None = None
    languages: tuple[str, ...] = ("Unknown",)
    codec: str = ""
    audio: tuple[str, ...] = ()
    hdr: tuple[str, ...] = ()
    hardcoded_subs: str | None = None
    imdb_id: str | None = None
    tmdb_id: int | None = None
    source_from: str = UNKNOWN_EVIDENCE
    resolution_from: str = UNKNOWN_EVIDENCE
    stereo: str = ""
    part: int = 0
