"""What a name may speak of."""

from dataclasses import replace
from typing import NamedTuple

from radarr.domain.languages import by_iso
from radarr.domain.media.measured import Measured
from radarr.domain.movie import MAIN_SLOT, Movie, MovieFile
from radarr.domain.naming.measured import media_facts
from radarr.domain.naming.media import MediaFacts
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import UNKNOWN, Quality, Revision


class FilmFacts(NamedTuple):
    """What catalogues tell of a film besides its names; empty where nothing is known.

    `translations` are (language, title), the language as in `domain.languages`.
    """

    collection: str = ""
    certification: str = ""
    translations: tuple[tuple[str, str], ...] = ()


class FileFacts(NamedTuple):
    """What is true of a file besides its movie; empty where nothing is known.

    `scene_name` is the release's name, `stem` the file's own without its extension; `formats` are the custom formats
    that are to show in names.
    """

    slot: str = MAIN_SLOT
    quality: Quality = UNKNOWN
    revision: Revision = Revision()
    edition: str = ""
    group: str | None = None
    scene_name: str = ""
    formats: tuple[str, ...] = ()
    stem: str = ""
    media: MediaFacts = MediaFacts()

    @classmethod
    def of_release(
        cls, slot: str, parsed: ParsedRelease, formats: tuple[str, ...] = (), measured: Measured | None = None
    ) -> "FileFacts":
        """What a release name claims; of picture and sound what was measured, where something was."""
        return cls(
            slot,
            parsed.quality,
            parsed.revision,
            parsed.edition,
            parsed.group,
            parsed.name,
            formats,
            media=media_facts(measured, parsed.name) if measured else MediaFacts.of_release(parsed),
        )

    @classmethod
    def of_file(cls, slot: str, file: MovieFile, formats: tuple[str, ...] = ()) -> "FileFacts":
        """What the library knows; of picture and sound what was measured, else what the release claimed."""
        return cls(
            slot,
            file.quality,
            file.revision,
            file.edition,
            file.group,
            file.scene_name,
            formats,
            _stem(file.path),
            _media(file),
        )


class NameFacts(NamedTuple):
    """All that a token may ask for."""

    movie: Movie
    file: FileFacts
    film: FilmFacts = FilmFacts()

    def translated(self, codes: str) -> "NameFacts":
        """With the film's title in the first of these languages that has one, as in "DE|FR"; else as it is."""
        titles = dict(self.film.translations)
        for code in codes.split("|"):
            language = by_iso(code)
            title = titles.get(language.name) if language else None
            if title:
                return self._replace(movie=replace(self.movie, title=title))
        return self


def _media(file: MovieFile) -> MediaFacts:
    if file.measured:
        return media_facts(file.measured, file.scene_name)
    claimed = parse(file.scene_name)
    return MediaFacts.of_release(claimed) if claimed else MediaFacts()


def _stem(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    return name.rpartition(".")[0] or name
