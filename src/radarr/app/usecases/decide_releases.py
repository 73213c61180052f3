"""Decide releases for the slots of films, and write every reason down."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import anyio.lowlevel
from anyio import to_thread

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
from radarr.domain.matching import Match, match
from radarr.domain.movie import Movie, Slot
from radarr.domain.movie_index import F, Film, MovieIndex
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release
from radarr.ports.meter import Meter, NoMeter
from radarr.ports.store import Transaction

log = logging.getLogger(__name__)

_AT_ONCE = 8  # names read before others get their turn: a millisecond or so
_WORTH_A_THREAD = 200  # releases whose comparison with each other would hold up everything else


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


class Reading(NamedTuple):
    """A release, what its name says, and the id of the film that it is, 0 none; then with the reasons.

    One that may be the film searched for, or another, is that film's, with a reason against it: a person may know.
    """

    release: Release
    parsed: ParsedRelease | None
    movie_id: int
    rejections: tuple[Rejection, ...] = ()


class DecideReleases:
    """Decide releases for the slots of films.

    - The same release of several indexers is one candidate with alternates.
    - Every rule runs for every slot; all reasons go to the ledger.
    - What matches no film of the library is not kept.
    """

    def __init__(self, facts: GatherFacts, meter: Meter | None = None) -> None:
        self._facts = facts
        self._meter = meter or NoMeter()

    async def read(
        self, releases: Sequence[Release], index: MovieIndex[F], searched: Film | None = None
    ) -> tuple[Reading, ...]:
        """Find out what each release is, which takes no transaction. `searched` is the only film that will do, if any.

        Others get their turn in between, however many there are.
        """
        merged = await _merged(releases)
        readings: list[Reading] = []
        for start in range(0, len(merged), _AT_ONCE):
            readings += [_read(release, index, searched) for release in merged[start : start + _AT_ONCE]]
            await anyio.lowlevel.checkpoint()
        return tuple(readings)

    async def execute(
        self, tx: Transaction, readings: Iterable[Reading], wanted: Iterable[Wanted], kind: SearchKind
    ) -> Verdicts:
        """Reads and writes inside `tx`. What is of a film that is not wanted is left out."""
        films = {w.movie.id: w for w in wanted}
        candidates: dict[int, list[Candidate]] = {}
        doubts: dict[Release, tuple[Rejection, ...]] = {}
        unmatched: list[Unmatched] = []
        for release, parsed, movie_id, rejections in readings:
            if not movie_id or parsed is None:
                unmatched.append(Unmatched(release, parsed, rejections))
            elif film := films.get(movie_id):
                doubts[release] = rejections
                for slot in film.slots:
                    candidates.setdefault(slot.id, []).append(Candidate(release, parsed, film.movie, slot))
        decisions: list[Decision] = []
        entries: list[LedgerEntry] = []
        spaces: dict[int, int | None] = {}
        for group in candidates.values():
            facts = await self._facts.execute(tx, group[0].movie, group[0].slot, kind, spaces)
            ranked = rank(await _decided(group, facts, doubts), facts.profile)
            profile = fingerprint(facts.profile)
            entries += (_entry(decision, facts, profile) for decision in ranked)
            decisions += ranked
        await tx.ledger.record(tuple(entries))
        self._count(decisions, kind)
        return Verdicts(tuple(decisions), tuple(unmatched))

    def _count(self, decisions: Sequence[Decision], kind: SearchKind) -> None:
        reasons = [rejection.reason.value for decision in decisions for rejection in decision.rejections]
        self._meter.decided(kind.value, accepted=sum(decision.accepted for decision in decisions), reasons=reasons)


async def _decided(
    candidates: Sequence[Candidate], facts: Facts, doubts: Mapping[Release, tuple[Rejection, ...]]
) -> list[Decision]:
    decisions: list[Decision] = []
    for start in range(0, len(candidates), _AT_ONCE):
        for candidate in candidates[start : start + _AT_ONCE]:
            decision = decide(candidate, facts)
            decisions.append(replace(decision, rejections=(*doubts[candidate.release], *decision.rejections)))
        if len(candidates) > _AT_ONCE:
            await anyio.lowlevel.checkpoint()
    return decisions


async def _merged(releases: Sequence[Release]) -> tuple[Release, ...]:
    if len(releases) < _WORTH_A_THREAD:
        return merge_duplicates(releases)
    return await to_thread.run_sync(merge_duplicates, releases)


def _read(release: Release, index: MovieIndex[F], searched: Film | None) -> Reading:
    """What its name says, and whose film it is. One name that breaks us must not cost the others their chance."""
    try:
        parsed = parse(release.title)
        found: Match[F] = match(release, parsed, index, searched)
    except Exception as error:
        log.exception("the release %r could not be read", release.title)
        message = f"its name could not be read ({type(error).__name__}); the log says more"
        return Reading(release, None, 0, (Rejection(Reason.DECISION_ERROR, message),))
    movie = found.movie or next((film for film in found.among if searched and film.id == searched.id), None)
    return Reading(release, parsed, movie.id if movie else 0, found.rejections)


def _entry(decision: Decision, facts: Facts, profile: str) -> LedgerEntry:
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
        fingerprint=profile,
        first_seen=facts.now,
        last_seen=facts.now,
    )
