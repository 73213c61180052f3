"""Show what was considered for a film, and what would have got it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from anyio import to_thread

from radarr.app.usecases.gather_facts import GatherFacts
from radarr.app.usecases.pause_work import PauseWork
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.merging import merge_duplicates
from radarr.domain.decision.nearest import nearness
from radarr.domain.decision.rank import rank
from radarr.domain.decision.standing import standing
from radarr.domain.decision.waiting import is_delay_over
from radarr.domain.history import LedgerEntry, Outcome
from radarr.domain.movie import Movie, Slot
from radarr.domain.recall import release_of
from radarr.domain.revisit import Recalled, asked, decided_again, recalled
from radarr.ports.driving.why import Considered, SlotStory, WhyReport
from radarr.ports.errors import Gone, Refused
from radarr.ports.store import Store, Transaction

_AT_ONCE = 200  # decisions read before others get their turn: a few milliseconds
_ORDER = (Outcome.GRABBED, Outcome.ACCEPTED, Outcome.GRAB_FAILED, Outcome.REJECTED)
_TAKEN = frozenset({Outcome.GRABBED, Outcome.ACCEPTED})
_FAR = 1000  # changes: of a release for which none helps


class ShowWhy:
    """Show what was considered for a film, and what would have got it.

    - The same release of several indexers and rounds is one line.
    - Each is decided again by what is true and wanted now; the reasons shown are those that it was refused for.
    - The smallest change that gets a release accepted is proven by deciding with it.
    - What was grabbed or accepted comes first, then what came nearest: by the number of changes, then as it would rank.
    """

    def __init__(
        self,
        facts: GatherFacts,
        scores: ScoreReleases,
        store: Store,
        pause: PauseWork,
        *,
        observe: bool = False,
    ) -> None:
        self._facts = facts
        self._scores = scores
        self._store = store
        self._pause = pause
        self._observe = observe

    async def execute(self, movie_id: int, slot: str = "") -> WhyReport:
        """See ports.driving.why."""
        async with self._store.snapshot() as tx:
            movie = await tx.movies.get(movie_id)
            if movie is None:
                raise Gone(f"there is no film {movie_id}")
            slots = _chosen(movie, slot)
            entries = await _remembered(tx, movie_id)
            known = [await self._facts.execute(tx, movie, each, SearchKind.SCHEDULED) for each in slots]
        stories = []
        for each, facts in zip(slots, known, strict=True):
            own = [entry for entry in entries if entry.slot_id == each.id]
            scored = await self._scores.today(each, movie)
            lines = await to_thread.run_sync(self._lines, movie, scored, facts, own)
            said = [*standing(movie, scored, facts, is_offered=bool(own)), *await self._at_rest()]
            missed = (line for line in lines if line.changes and line.outcome not in _TAKEN)
            nearest = next(missed, None)
            stories.append(SlotStory(slot=each, standing=tuple(said), considered=tuple(lines), nearest=nearest))
        return WhyReport(movie=movie, slots=tuple(stories))

    async def _at_rest(self) -> list[str]:
        pause = await self._pause.current()
        said = [f"the daemon is paused {pause}"] if pause else []
        return [*said, "the daemon only observes, and grabs nothing"] if self._observe else said

    def _lines(self, movie: Movie, slot: Slot, facts: Facts, entries: Sequence[LedgerEntry]) -> list[Considered]:
        groups = {group[0].id: group for group in grouped(entries)}
        latest = recalled(group[0] for group in groups.values())
        decisions = decided_again(latest, asked(latest, movie, self._scores.formats), movie, slot, facts)
        places = _places(decisions, facts)
        facts = replace(facts, delay_over=is_delay_over(decisions, facts))
        told = [
            _Line(_considered(groups.pop(each.entry.id), each, decision, facts), place)
            for each, decision, place in zip(latest, decisions, places, strict=True)
        ]
        unread = [Considered(entries=group, obstacle="its name tells no film") for group in groups.values()]
        told += [_Line(line, len(entries)) for line in unread]
        return [line.considered for line in sorted(told, key=_Line.order)]


class _Line(NamedTuple):
    considered: Considered
    place: int
    """Where it would stand if all were accepted."""

    def order(self) -> tuple[int, int, int]:
        line = self.considered
        far = 0 if line.acceptable else len(line.changes) or _FAR
        return (_ORDER.index(line.outcome), far, self.place)


def grouped(entries: Sequence[LedgerEntry]) -> list[tuple[LedgerEntry, ...]]:
    """Entries of one slot by the release that they are about, each seen last first."""
    known = {(entry.indexer_id, entry.guid): entry for entry in entries}
    offers = [release_of(entry)._replace(alternates=()) for entry in entries]
    groups = ([lead, *lead.alternates] for lead in merge_duplicates(offers))
    return [
        tuple(
            sorted(
                (known[offer.indexer_id, offer.guid] for offer in group),
                key=lambda entry: (entry.last_seen, entry.id),
                reverse=True,
            )
        )
        for group in groups
    ]


def _considered(entries: tuple[LedgerEntry, ...], latest: Recalled, decision: Decision, facts: Facts) -> Considered:
    if decision.accepted:
        return Considered(entries=entries, acceptable=True)
    near = nearness(decision.candidate, replace(facts, kind=latest.kind), latest.before_rules)
    return Considered(entries=entries, changes=tuple(change.words for change in near.changes), obstacle=near.obstacle)


def _places(decisions: Sequence[Decision], facts: Facts) -> list[int]:
    """Where each would stand if all were accepted, 0 first."""
    by_name = {id(decision.candidate): at for at, decision in enumerate(decisions)}
    places = [0] * len(decisions)
    for place, ranked in enumerate(rank([Decision(each.candidate) for each in decisions], facts.profile)):
        places[by_name[id(ranked.candidate)]] = place
    return places


def _chosen(movie: Movie, name: str) -> tuple[Slot, ...]:
    if not name:
        return movie.slots
    slot = movie.slot(name)
    if slot is None:
        raise Refused(f"{movie} has no slot {name!r}", remedy=f"it has {', '.join(s.name for s in movie.slots)}")
    return (slot,)


async def _remembered(tx: Transaction, movie_id: int) -> list[LedgerEntry]:
    """All decisions of a film, a few at a time."""
    found: list[LedgerEntry] = []
    after = (movie_id, 0)
    while page := await tx.ledger.walk(after, _AT_ONCE):
        found += [entry for entry in page if entry.movie_id == movie_id]
        after = (page[-1].movie_id, page[-1].id)
        if page[-1].movie_id != movie_id:
            break
    return found
