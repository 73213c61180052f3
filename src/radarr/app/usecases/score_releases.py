"""Tell which custom formats match, outside the event loop."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from anyio import to_thread

from radarr.domain.decision.scoring import grab_score, release_inputs, scored_today
from radarr.domain.download import Grab
from radarr.domain.formats.in_force import NO_FORMATS, Formats, Matched
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.movie import Movie, Slot
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.profile import Profile
from radarr.domain.release import Release

log = logging.getLogger(__name__)

_AT_ONCE = 50  # releases a turn in the thread: a few milliseconds, or what a bad pattern makes of it

Named = tuple[Release, ParsedRelease, Movie]
"""A release, what its name says, and the film that it is of."""
Scored = tuple[FormatInputs, Matched]


class ScoreReleases:
    """Tell which custom formats match, and what that is worth.

    - What formats see of a release is kept with its grab and its file; scores are of today, for both sides alike.
    - Patterns are people's own, and may take long: a thread asks them, so that nobody else waits.
    - One that runs out of time is no answer, and the release waits for a better one. It is told once.
    """

    def __init__(self, profiles: Mapping[str, Profile], formats: Formats = NO_FORMATS) -> None:
        self._profiles = profiles
        self.formats = formats
        self._told = {""}

    @property
    def asks(self) -> bool:
        """Whether there is any format."""
        return self.formats.index is not None

    async def releases(self, named: Sequence[Named]) -> list[Scored]:
        """Of each release what the formats see and say, in order."""
        found: list[Scored] = []
        waiting = iter(named)
        while some := tuple(islice(waiting, _AT_ONCE)):
            found += await to_thread.run_sync(self._some, some)
        return found

    def _some(self, some: Sequence[Named]) -> list[Scored]:
        return [self._one(*each) for each in some]

    def _one(self, release: Release, parsed: ParsedRelease, movie: Movie) -> Scored:
        """One name that breaks us must not cost the others their chance."""
        inputs = release_inputs(release, parsed, movie)
        try:
            matched = self.formats.matched(inputs)
        except Exception as error:
            log.exception("the custom formats could not be asked about %r", release.title)
            said = f"the custom formats could not be asked ({type(error).__name__}); the log says more"
            return inputs, Matched(out_of_time=said)
        if matched.out_of_time not in self._told:
            self._told.add(matched.out_of_time)
            log.warning("%s; releases that it cannot judge wait: mend the pattern", matched.out_of_time)
        return inputs, matched

    async def one(self, release: Release, parsed: ParsedRelease, movie: Movie) -> Scored:
        """As `releases`, of one."""
        return await to_thread.run_sync(self._one, release, parsed, movie)

    def score(self, slot: Slot, formats: Iterable[str]) -> int:
        """What these formats are worth to a slot."""
        profile = self._profiles.get(slot.profile)
        return profile.score(formats) if profile else 0

    async def today(self, slot: Slot, movie: Movie) -> Slot:
        """The slot with what its file scores by the formats and the profile of today."""
        profile = self._profiles.get(slot.profile)
        if profile is None or slot.file is None:
            return slot
        if not self.asks:
            return scored_today(slot, movie, profile, self.formats)
        return await to_thread.run_sync(scored_today, slot, movie, profile, self.formats)

    async def of_grab(self, grab: Grab, movie: Movie, profile: Profile) -> tuple[tuple[str, ...], int]:
        """The formats that match a grab, and what it scores, by the formats and the profile of today."""
        if not self.asks:
            return grab_score(grab, movie, profile, self.formats)
        return await to_thread.run_sync(grab_score, grab, movie, profile, self.formats)
