"""Decide releases for the slots of films, and write every reason down."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from radarr.app.usecases.gather_facts import GatherFacts
from radarr.domain.decision.candidate import Candidate, Decision, Unmatched
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.fingerprint import fingerprint
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.merging import merge_duplicates
from radarr.domain.decision.rank import rank
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.history import LedgerEntry, Outcome
from radarr.domain.matching import Match, MovieIndex, match
from radarr.domain.movie import Movie, Slot
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release
from radarr.ports.store import Transaction

log = logging.getLogger(__name__)


class Wanted(NamedTuple):
    """A film and those of its slots that are looked for."""

    movie: Movie
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Decisions, ranked within each slot, and what belongs to no film here."""

    decisions: tuple[Decision, ...]
    unmatched: tuple[Unmatched, ...]

    def best(self, slot_id: int) -> tuple[Decision, ...]:
        """The accepted ones of a slot, best first."""
        return tuple(d for d in self.decisions if d.accepted and d.candidate.slot.id == slot_id)


class DecideReleases:
    """Decide releases for the slots of films.

    - The same release of several indexers is one candidate with alternates.
    - Every rule runs for every slot; all reasons go to the ledger.
    - What matches no film of the library is not kept.
    """

    def __init__(self, facts: GatherFacts) -> None:
        self._facts = facts

    async def execute(
        self,
        tx: Transaction,
        releases: Iterable[Release],
        wanted: Iterable[Wanted],
        kind: SearchKind,
        searched: Movie | None = None,
    ) -> Verdicts:
        """Reads and writes inside `tx`. `searched` is the film that was searched for, None for the feed."""
        slots = {w.movie.id: w.slots for w in wanted}
        index = MovieIndex([w.movie for w in wanted])
        candidates: dict[int, list[Candidate]] = {}
        unmatched: list[Unmatched] = []
        for release in merge_duplicates(releases):
            parsed, found = _read(release, index, searched)
            if found.movie is None or parsed is None:
                unmatched.append(Unmatched(release, parsed, found.rejections))
                continue
            for slot in slots[found.movie.id]:
                candidates.setdefault(slot.id, []).append(Candidate(release, parsed, found.movie, slot))
        decisions: list[Decision] = []
        for group in candidates.values():
            facts = await self._facts.execute(tx, group[0].movie, group[0].slot, kind)
            ranked = rank([decide(candidate, facts) for candidate in group], facts.profile)
            await tx.ledger.record(tuple(_entry(decision, facts) for decision in ranked))
            decisions += ranked
        return Verdicts(tuple(decisions), tuple(unmatched))


def _read(release: Release, index: MovieIndex, searched: Movie | None) -> tuple[ParsedRelease | None, Match]:
    """What its name says, and whose film it is. One name that breaks us must not cost the others their chance."""
    try:
        parsed = parse(release.title)
        return parsed, match(release, parsed, index, searched)
    except Exception as error:
        log.exception("the release %r could not be read", release.title)
        message = f"its name could not be read ({type(error).__name__}); the log says more"
        return None, Match(None, (Rejection(Reason.DECISION_ERROR, message),))


def _entry(decision: Decision, facts: Facts) -> LedgerEntry:
    candidate = decision.candidate
    release = candidate.release
    return LedgerEntry(
        movie_id=candidate.movie.id,
        slot_id=candidate.slot.id,
        kind=facts.kind,
        guid=release.guid,
        indexer_id=release.indexer_id,
        indexer=release.indexer,
        title=release.title,
        infohash=release.infohash,
        size=release.size,
        seeders=release.seeders,
        flags=tuple(sorted(release.flags)),
        published_at=release.published_at,
        quality=candidate.parsed.quality.name,
        formats=candidate.formats,
        score=candidate.score,
        rank=decision.rank,
        rejections=decision.rejections,
        outcome=Outcome.ACCEPTED if decision.accepted else Outcome.REJECTED,
        profile=facts.profile.name,
        fingerprint=fingerprint(facts.profile),
        first_seen=facts.now,
        last_seen=facts.now,
    )
