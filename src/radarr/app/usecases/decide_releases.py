"""Decide releases for the slots of films, and write every reason down."""

import logging
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

import anyio.lowlevel
from anyio import to_thread

from radarr.app.usecases.gather_facts import GatherFacts
from radarr.app.usecases.keep_pending import keep_pending
from radarr.app.usecases.ledger_entry import ledger_entry
from radarr.app.usecases.pending_alarm import PendingAlarm
from radarr.app.usecases.read_releases import Reading, read_releases, with_waiting
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.belief import believed
from radarr.domain.decision.candidate import Candidate, Decision, Unmatched
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.fingerprint import fingerprint
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.rank import rank
from radarr.domain.decision.waiting import end_of_delay
from radarr.domain.history import LedgerEntry
from radarr.domain.movie import Movie, Slot
from radarr.domain.movie_index import F, Film, MovieIndex
from radarr.domain.profile import Profile
from radarr.domain.release import Release
from radarr.ports.errors import Refused
from radarr.ports.meter import Meter, NoMeter
from radarr.ports.store import Transaction

log = logging.getLogger(__name__)

_AT_ONCE = 25  # names read before others get their turn: a millisecond or two
_ENTRIES_AT_ONCE = 200  # lines of the ledger made before others get their turn: the same
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


class DecideReleases:
    """Decide releases for the slots of films.

    - The same release of several indexers is one candidate with alternates.
    - What waits for a film by now is decided with what is offered: the best of all is taken.
    - Every rule runs for every slot; all reasons go to the ledger. What is only too early waits until it is due.
    - A slot that cannot be decided, its profile being gone, is told of and left out.
    - What matches no film of the library is not kept.
    - A claim that a file of the film has contradicted counts as what it turned out to be.
    - Custom formats are asked once a release, whatever the number of its slots, and of the slot's file by the same
      measure.
    """

    def __init__(
        self,
        facts: GatherFacts,
        scores: ScoreReleases,
        meter: Meter | None = None,
        alarm: PendingAlarm | None = None,
    ) -> None:
        self._alarm = alarm
        self._facts = facts
        self._scores = scores
        self._meter = meter or NoMeter()

    @property
    def asks_formats(self) -> bool:
        """Whether there is any custom format to ask."""
        return self._scores.asks

    async def read(
        self, releases: Sequence[Release], index: MovieIndex[F], searched: Film | None = None
    ) -> tuple[Reading, ...]:
        """Find out what each release is, which takes no transaction. `searched` is the only film that will do, if any.

        Others get their turn in between, however many there are.
        """
        return await read_releases(releases, index, searched)

    async def score(self, readings: Sequence[Reading], movies: Iterable[Movie]) -> tuple[Reading, ...]:
        """Ask the custom formats about the releases of these films, which takes no transaction."""
        films = {movie.id: movie for movie in movies}
        if not self._scores.asks:
            return tuple(readings)
        asked = [
            (at, (reading.release, reading.parsed, films[reading.movie_id]))
            for at, reading in enumerate(readings)
            if reading.parsed is not None and reading.scored is None and reading.movie_id in films
        ]
        answers = list(readings)
        found = await self._scores.releases([each for _, each in asked])
        for (at, _), scored in zip(asked, found, strict=True):
            answers[at] = answers[at]._replace(scored=scored)
        return tuple(answers)

    async def execute(
        self, tx: Transaction, readings: Sequence[Reading], wanted: Iterable[Wanted], kind: SearchKind
    ) -> Verdicts:
        """Reads and writes inside `tx`. What is of a film that is not wanted is left out."""
        films = {w.movie.id: w for w in wanted}
        by_film: dict[int, list[Reading]] = {}
        unmatched: list[Unmatched] = []
        for reading in await self.score(readings, (w.movie for w in films.values())):
            if not reading.movie_id or reading.parsed is None:
                unmatched.append(Unmatched(reading.release, reading.parsed, reading.rejections))
            elif reading.movie_id in films:
                by_film.setdefault(reading.movie_id, []).append(reading)
        decisions: list[Decision] = []
        entries: list[LedgerEntry] = []
        spaces: dict[int, int | None] = {}
        waiting = await tx.pending.of_movies(list(films))
        for movie_id in dict.fromkeys((*by_film, *(each.movie_id for each in waiting))):
            movie, known = films[movie_id].movie, [each for each in waiting if each.movie_id == movie_id]
            offered = by_film.get(movie_id, [])
            own = await self.score(with_waiting(offered, known), [movie]) if known else offered
            for slot in films[movie_id].slots:
                try:
                    ranked, facts = await self._of_slot(tx, own, movie, slot, kind, spaces)
                except Refused as error:
                    log.warning("the slot %s is left out: %s", slot.name, error)
                    continue
                if kind is not SearchKind.USER_INTERACTIVE:  # who only looks on changes nothing
                    self._ring(await keep_pending(tx, slot.id, ranked, facts, known))
                entries += await _entries(ranked, facts)
                decisions += ranked
        await tx.ledger.record(tuple(entries))
        self._count(decisions, kind)
        return Verdicts(tuple(decisions), tuple(unmatched))

    async def _of_slot(
        self,
        tx: Transaction,
        readings: Sequence[Reading],
        movie: Movie,
        slot: Slot,
        kind: SearchKind,
        spaces: MutableMapping[int, int | None],
    ) -> tuple[tuple[Decision, ...], Facts]:
        slot = await self._scores.today(slot, movie)
        facts = await self._facts.execute(tx, movie, slot, kind, spaces)
        decisions = end_of_delay(await _decided(readings, movie, slot, facts), facts)
        return await _ranked(decisions, facts.profile), facts

    def _ring(self, due_at: datetime | None) -> None:
        if self._alarm is not None:
            self._alarm.bring_forward(due_at)

    def _count(self, decisions: Sequence[Decision], kind: SearchKind) -> None:
        reasons = [rejection.reason.value for decision in decisions for rejection in decision.rejections]
        self._meter.decided(kind.value, accepted=sum(decision.accepted for decision in decisions), reasons=reasons)


async def _decided(readings: Sequence[Reading], movie: Movie, slot: Slot, facts: Facts) -> list[Decision]:
    decisions: list[Decision] = []
    for start in range(0, len(readings), _AT_ONCE):
        for reading in readings[start : start + _AT_ONCE]:
            if candidate := _candidate(reading, movie, slot, facts):
                decision = decide(candidate, facts)
                if reading.rejections:
                    decision = replace(decision, rejections=(*reading.rejections, *decision.rejections))
                decisions.append(decision)
        if len(readings) > _AT_ONCE:
            await anyio.lowlevel.checkpoint()
    return decisions


async def _ranked(decisions: Sequence[Decision], profile: Profile) -> tuple[Decision, ...]:
    if len(decisions) < _WORTH_A_THREAD:
        return rank(decisions, profile)
    return await to_thread.run_sync(rank, decisions, profile)


async def _entries(decisions: Sequence[Decision], facts: Facts) -> list[LedgerEntry]:
    profile = fingerprint(facts.profile)
    entries: list[LedgerEntry] = []
    for start in range(0, len(decisions), _ENTRIES_AT_ONCE):
        entries += [ledger_entry(decision, facts, profile) for decision in decisions[start : start + _ENTRIES_AT_ONCE]]
        if len(decisions) > _ENTRIES_AT_ONCE:
            await anyio.lowlevel.checkpoint()
    return entries


def _candidate(reading: Reading, movie: Movie, slot: Slot, facts: Facts) -> Candidate | None:
    if reading.parsed is None:
        return None
    parsed = believed(reading.parsed, facts.claims) if facts.claims else reading.parsed
    if reading.scored is None:
        return Candidate(reading.release, parsed, movie, slot)
    inputs, (formats, out_of_time) = reading.scored
    score = facts.profile.score(formats)
    return Candidate(reading.release, parsed, movie, slot, formats, score, inputs, out_of_time)
