"""What a name may speak of."""

from typing import NamedTuple

from radarr.domain.movie import MAIN_SLOT, Movie, MovieFile
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import UNKNOWN, Quality, Revision


class FileFacts(NamedTuple):
    """What is true of a file besides its movie; empty where nothing is known. `scene_name` is the release's name."""

    slot: str = MAIN_SLOT
    quality: Quality = UNKNOWN
    revision: Revision = Revision()
    edition: str = ""
    group: str | None = None
    scene_name: str = ""
    formats: tuple[str, ...] = ()

    @classmethod
    def of_release(cls, slot: str, parsed: ParsedRelease, formats: tuple[str, ...] = ()) -> "FileFacts":
        """What a release name claims."""
        return cls(slot, parsed.quality, parsed.revision, parsed.edition, parsed.group, parsed.name, formats)

    @classmethod
    def of_file(cls, slot: str, file: MovieFile, formats: tuple[str, ...] = ()) -> "FileFacts":
        """What the library knows."""
        return cls(slot, file.quality, file.revision, file.edition, file.group, file.scene_name, formats)


class NameFacts(NamedTuple):
    """All that a token may ask for."""

    movie: Movie
    file: FileFacts
