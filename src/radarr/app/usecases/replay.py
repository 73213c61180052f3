"""Decide again what the ledger remembers, by the settings in force and by others."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import anyio
from anyio import to_thread

from radarr.app.usecases.gather_facts import GatherFacts
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.terms import ReleaseProfile
from radarr.domain.formats.parts import Both
from radarr.domain.history import LedgerEntry
from radarr.domain.movie import Movie, Slot
from radarr.domain.profile import Profile
from radarr.domain.replay import Action, Case, Replayed, replay
from radarr.ports.driving.replay import ReplayOrder, ReplayReport, Totals
from radarr.ports.errors import Refused
from radarr.ports.store import Store, Transaction

_PAGE = 250  # decisions read before others get their turn: some milliseconds


class Trial(NamedTuple):
    """Other wishes: profiles by name, release profiles, and custom formats beside those in force."""

    profiles: Mapping[str, Profile]
    release_profiles: tuple[ReleaseProfile, ...]
    formats: Both


ReadTrial = Callable[[Mapping[str, object], str], Trial]
"""Makes wishes of sections of a configuration, and where they stand. Raises Refused."""


class Replay:
    """Decide again what the ledger remembers, by the settings in force and by others.

    - By today's library, queue and blocklist; no indexer is asked, nothing is grabbed or written.
    - A release counts as it came: by the feed, or by a search that nobody looked at.
    - Of each slot the best that is accepted is what would be grabbed.
    - A thread does the work, a few hundred decisions at a time; one replay at a time.
    """

    def __init__(self, facts: GatherFacts, store: Store, read: ReadTrial) -> None:
        self._facts = facts
        self._store = store
        self._read = read
        self._one_at_a_time = anyio.Lock()

    async def execute(self, order: ReplayOrder) -> ReplayReport:
        """See ports.driving.replay."""
        async with self._one_at_a_time:
            trial = await to_thread.run_sync(self._read, order.settings, order.source)
            if order.profile and order.profile not in trial.profiles:
                known = ", ".join(trial.profiles)
                raise Refused(f"there is no quality profile {order.profile!r}", remedy=f"there are {known}")
            then = _Then(self._facts, trial, order.profile)
            slots: list[Replayed] = []
            async for cases in self._cases(then):
                slots += await to_thread.run_sync(_replayed, cases, trial.formats)
        return await to_thread.run_sync(_report, slots)

    async def _cases(self, then: "_Then") -> AsyncIterator[list[Case]]:
        """Slot by slot, each with all that is remembered of it."""
        after = (0, 0)
        kept: list[LedgerEntry] = []
        spaces: dict[int, int | None] = {}
        served: frozenset[int] | None = None
        while True:
            async with self._store.snapshot() as tx:
                page = await tx.ledger.walk(after, _PAGE)
                entries = [*kept, *page]
                last = entries[-1].movie_id if page else None  # of which more may come
                kept = [entry for entry in entries if entry.movie_id == last]
                whole = [entry for entry in entries if entry.movie_id != last]
                served = await tx.downloads.served_slots() if served is None else served
                cases = await self._of_films(tx, whole, then, spaces, served)
            if cases:
                yield cases
            if not page:
                return
            after = (page[-1].movie_id, page[-1].id)

    async def _of_films(
        self,
        tx: Transaction,
        entries: Sequence[LedgerEntry],
        then: "_Then",
        spaces: dict[int, int | None],
        served: frozenset[int],
    ) -> list[Case]:
        by_slot: dict[int, list[LedgerEntry]] = {}
        for entry in entries:
            by_slot.setdefault(entry.slot_id, []).append(entry)
        movies = await tx.movies.some({entry.movie_id for entry in entries})
        cases: list[Case] = []
        for movie, slot in [(film, slot) for film in movies for slot in film.slots if slot.id in by_slot]:
            now = await self._facts.execute(tx, movie, slot, SearchKind.SCHEDULED, spaces, served)
            cases.append(Case(movie, slot, by_slot[slot.id], now, await then.facts(tx, movie, slot, now)))
        return cases


class _Then:
    """How a slot is decided by the other wishes."""

    def __init__(self, facts: GatherFacts, trial: Trial, profile: str) -> None:
        self._trial = trial
        self._profile = profile
        scores = ScoreReleases(trial.profiles, trial.formats.then)
        self._facts = facts.under(trial.profiles, scores, trial.release_profiles)

    async def facts(self, tx: Transaction, movie: Movie, slot: Slot, now: Facts) -> Facts | None:
        """None where they are those in force, so that nothing can come out otherwise."""
        trial = self._trial
        name = self._profile or slot.profile
        if now.queue:  # what is under way scores by the other formats
            found = await self._facts.execute(tx, movie, replace(slot, profile=name), now.kind, {})
            known = replace(found, now=now.now, free_space=now.free_space, resting_indexers=now.resting_indexers)
        else:
            known = replace(now, profile=trial.profiles[name], release_profiles=trial.release_profiles)
        alike = replace(known, profile=replace(known.profile, id=now.profile.id)) == now
        return None if alike and trial.formats.now is trial.formats.then else known


def _replayed(cases: Iterable[Case], formats: Both) -> list[Replayed]:
    return [replay(case, formats) for case in cases]


def _report(slots: Sequence[Replayed]) -> ReplayReport:
    return ReplayReport(
        releases=sum(slot.releases for slot in slots),
        now=_totals(slots, "now"),
        then=_totals(slots, "then"),
        slots=tuple(s for s in slots if (s.now.action, s.then.action) != (Action.LEAVE, Action.LEAVE)),
    )


def _totals(slots: Iterable[Replayed], side: str) -> Totals:
    total = Totals()
    for slot in slots:
        choice = slot.now if side == "now" else slot.then
        upgraded = choice.action is Action.UPGRADE
        total = Totals(
            total.grabbed + (choice.action is Action.GRAB),
            total.upgraded + upgraded,
            total.left + (choice.action is Action.LEAVE),
            total.size + choice.size,
            total.replaced + (slot.held if upgraded else 0),
        )
    return total
