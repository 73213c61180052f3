"""A release as a possible answer to what a slot wants, and what was decided."""

from dataclasses import dataclass

from radarr.domain.decision.reason import Rejection, RejectionKind
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.movie import Movie, Slot
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release


@dataclass(frozen=True, slots=True)
class Candidate:
    """One release for one slot. `formats` are the names of the custom formats that match, `score` their sum.

    `inputs` is what the formats saw, None where nobody asked; `out_of_time` says which of them could not tell.
    """

    release: Release
    parsed: ParsedRelease
    movie: Movie
    slot: Slot
    formats: tuple[str, ...] = ()
    score: int = 0
    inputs: FormatInputs | None = None
    out_of_time: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A candidate with every reason against it; none means accepted. `rank` is 1 for the best accepted one."""

    candidate: Candidate
    rejections: tuple[Rejection, ...] = ()
    rank: int | None = None

    @property
    def accepted(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.rejections

    @property
    def waits(self) -> bool:
        """Whether nothing speaks against it but what passes by itself."""
        kinds = {rejection.kind for rejection in self.rejections}
        return kinds == {RejectionKind.TEMPORARY}


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A release that is no film of ours, or not the one searched for."""

    release: Release
    parsed: ParsedRelease | None
    rejections: tuple[Rejection, ...]
