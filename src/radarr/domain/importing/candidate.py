"""A finished download as a possible file of a slot."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.library import LibraryRules
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.media.contradictions import Claim, Contradiction, contradictions
from radarr.domain.media.languages import heard
from radarr.domain.media.measured import Measured
from radarr.domain.media.resolution import measured_quality
from radarr.domain.movie import Movie, Slot
from radarr.domain.naming.facts import FilmFacts
from radarr.domain.naming.names import NO_FACTS
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import Profile
from radarr.domain.quality import Quality


class ImportFile(NamedTuple):
    """One file of a download: `name` as the client lists it, below its save path, `/`-separated; size in bytes."""

    name: str
    size: int
    wanted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """All that an import may know. `base` is the folder, absolute and ours, that the files' names are relative to.

    `key` names the import: always the same for the same download and slot, and made of letters, digits and `-`.
    """

    key: str
    download_id: int | None
    movie: Movie
    film: FilmFacts = NO_FACTS
    slot: Slot
    profile: Profile
    parsed: ParsedRelease
    formats: tuple[str, ...] = ()
    score: int = 0
    shown_formats: tuple[str, ...] = ()
    """Those of the formats that `{Custom Formats}` shows in names."""
    inputs: FormatInputs | None = None
    """What the formats saw of the release."""
    infohash: str | None = None
    base: str
    files: tuple[ImportFile, ...]
    rules: LibraryRules
    held_extras: tuple[str, ...] = ()
    """What came with the slot's present file, relative to the root folder."""
    expected_size: int = 0
    """Bytes that the release was said to have; 0 is unknown."""
    free_space: int | None = None
    """Bytes free in the slot's root folder; None is unknown."""
    measured: Measured | None = None
    """What the film's file itself says; None where that is not known."""
    now: datetime

    @property
    def quality(self) -> Quality:
        """What the film is, as far as that is known: as measured, else as its name says."""
        return measured_quality(self.parsed, self.measured.video) if self.measured else self.parsed.quality

    @property
    def is_less(self) -> bool:
        """Whether its quality is measured to be below the one that was grabbed."""
        return self.profile.rank(self.quality) < self.profile.rank(self.parsed.quality)

    @property
    def lies(self) -> tuple[Contradiction, ...]:
        """What the measurement disproves of what the release claims."""
        return contradictions(self.parsed, self.measured, self.movie.runtime) if self.measured else ()

    def claim(self, *, refused: bool) -> ClaimRecord | None:
        """What is remembered of the release's claim; None where nothing was measured."""
        if self.measured is None:
            return None
        lies = self.lies
        return ClaimRecord(
            at=self.now,
            movie_id=self.movie.id,
            slot_id=self.slot.id,
            infohash=self.infohash or "",
            title=self.parsed.name,
            group=(self.parsed.group or "").casefold() or None,
            quality=self.parsed.quality,
            revision=self.parsed.revision,
            languages=self.parsed.languages,
            found=self.quality,
            heard=heard(self.measured) if any(lie.claim is Claim.LANGUAGE for lie in lies) else (),
            lies=tuple(lie.message for lie in lies),
            refused=refused,
        )


def import_key(download_id: int, slot_id: int) -> str:
    """The key of the import of a download into a slot."""
    return f"{download_id}-{slot_id}"
