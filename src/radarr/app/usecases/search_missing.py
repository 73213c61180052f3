"""Search for films that are wanted and not there, or could be better."""

import logging
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import anyio
import anyio.lowlevel
from anyio import to_thread

from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.indexer_feeds import IndexerFeeds
from radarr.app.usecases.indexer_gate import IndexerGate
from radarr.app.usecases.search_again import SearchAgain
from radarr.app.usecases.search_movie import Part, SearchMovie
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.searching.missed import missed
from radarr.domain.searching.policy import Planned, Terms, Value, available_at, due, interval
from radarr.domain.searching.purse import Purse, Room, choose, new_purse
from radarr.domain.searching.recording import searched
from radarr.domain.searching.want import SearchRecord, Want
from radarr.domain.searching.worth import worth_asking
from radarr.ports.clock import Clock
from radarr.ports.errors import LeaseLost, PortError, Unauthorised
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_PAGE = 100  # slots a query: some milliseconds
_AT_MOST = 40  # films a round, at indexers that may take minutes each
_LOOKED_AT = 400  # films a round whose offers are looked at; most of them need no search
_WORTH_A_THREAD = 200  # films whose planning would hold up everything else
_AT_ONCE = 50  # films a transaction, or until others get their turn


class _Library(NamedTuple):
    """What is looked for, slots for which something is under way left out."""

    wants: tuple[Want, ...]
    due: list[Planned]


class SearchMissing:
    """Search for films that are wanted and not there, or could be better.

    - When a film is due, and which comes first: `domain.searching.policy`.
    - Only indexers that may tell anything new are asked (`worth`); a film that no indexer could tell anything new of,
      or only one that rests after failures, is not searched, and rests as if it had been.
    - Each indexer's budget lasts for the day (`purse`); films that have just become available may use what is left.
    - What was missed of a feed is searched for after these and before all others, at that indexer alone.
    - A slot for which something is under way is not searched, and takes no other's place.
    """

    def __init__(
        self,
        search: SearchMovie,
        ask: AskIndexers,
        gate: IndexerGate,
        feeds: IndexerFeeds,
        store: Store,
        clock: Clock,
        *,
        terms: Mapping[str, Terms],
        upgrades: bool,
    ) -> None:
        """`terms` by name of the profile; `upgrades`: search also for better than what is there."""
        self._search = search
        self._ask = ask
        self._gate = gate
        self._feeds = feeds
        self._store = store
        self._clock = clock
        self._terms = terms
        self._upgrades = upgrades
        self._one_at_a_time = anyio.Lock()
        self._again = SearchAgain(clock)
        self._purses: dict[int, Purse] = {}
        self._searches = 0
        self._problem: PortError | None = None

    async def execute(self) -> None:
        """One round. Raises Unavailable, Unauthorised of the indexer manager."""
        async with self._one_at_a_time:
            self._searches, self._problem = 0, None
            library = await self._look()
            if library.due or self._feeds.gaps():
                await self._round(library)
            if self._problem:
                raise self._problem

    async def _look(self) -> _Library:
        found: list[Want] = []
        async with self._store.snapshot() as tx:
            busy = {slot_id for download in await tx.downloads.open() for slot_id in download.slot_ids}
            after = 0
            while page := await tx.searching.wants(after, _PAGE):
                after = page[-1].slot_id
                found += [want for want in page if want.slot_id not in busy and self._may_be_searched(want)]
        now = self._clock.now()
        many = len(found) >= _WORTH_A_THREAD
        planned = await to_thread.run_sync(due, found, self._terms, now) if many else due(found, self._terms, now)
        return _Library(tuple(found), planned)

    def _may_be_searched(self, want: Want) -> bool:
        return (want.missing or self._upgrades) and not self._again.waits(want.slot_id)

    async def _round(self, library: _Library) -> None:
        indexers = frozenset(info.id for info in await self._ask.indexers() if info.automatic)
        if not indexers:
            return
        await self._gate.count_others()
        await self._search_due([one for one in library.due if one.value is Value.NEW], indexers)
        await self._catch_up(library, indexers)
        await self._search_due([one for one in library.due if one.value is not Value.NEW], indexers)

    async def _search_due(self, planned: Sequence[Planned], indexers: frozenset[int]) -> None:
        answered: list[Planned] = []
        rooms, looked_at = self._rooms(), 0
        for number, one in enumerate(planned):
            worth = self._worth(one, indexers)
            if worth != indexers:
                worth, looked_at = worth | await self._open_offers(one.want, indexers), looked_at + 1
            if not worth or (worth != indexers and all(rooms[key].rests for key in worth if key in rooms)):
                answered.append(one)
            elif able := choose(worth, rooms, self._purses, at_once=one.value is Value.NEW):
                await self._search_one(one.want, Part(able))
                rooms = self._rooms()
            if self._searches >= _AT_MOST or looked_at >= _LOOKED_AT:
                break
            if number % _AT_ONCE == 0:
                await anyio.lowlevel.checkpoint()
        await self._rest(answered)

    def _worth(self, one: Planned, indexers: frozenset[int]) -> frozenset[int]:
        """The indexers that may tell anything new of it, as far as feeds tell."""
        record = one.want.record
        if record is None:
            return indexers
        after = self._after(one.want, self._terms[one.want.profile])
        if after.searches <= record.searches:  # the count begins anew, and with it what was said is over
            return indexers
        now = self._clock.now()
        return worth_asking(record, indexers, self._feeds.read_since(), now, interval(after.searches))

    async def _open_offers(self, want: Want, indexers: frozenset[int]) -> frozenset[int]:
        async with self._store.snapshot() as tx:
            return await tx.searching.open_offers(want.slot_id) & indexers

    async def _catch_up(self, library: _Library, indexers: frozenset[int]) -> None:
        gaps = {key: gap for key, gap in self._feeds.gaps().items() if key in indexers}
        if not gaps:
            return
        new = {one.want.slot_id for one in library.due if one.value is Value.NEW}
        left = {key: gap.left for key, gap in gaps.items()}
        wants = [want for want in library.wants if want.slot_id not in new]
        films = await to_thread.run_sync(missed, wants, self._terms, gaps, self._clock.now())
        waiting: set[int] = set()
        for want, at in films:
            open_at = frozenset(key for key in at if left[key])
            able = choose(open_at, self._rooms(), self._purses, at_once=False)
            waiting |= open_at - able
            if not able or self._searches >= _AT_MOST:
                waiting |= able
                continue
            await self._search_one(want, Part(able, counts=False))
            self._feeds.caught_up(able, 1)
            left.update({key: left[key] - 1 for key in able})
        self._feeds.caught_up(gaps.keys() - waiting)
        await self._gate.save()

    async def _search_one(self, want: Want, part: Part) -> None:
        """The film that comes first must not keep the others from being searched."""
        self._searches += 1
        try:
            report = await self._search.execute(want.movie_id, SearchKind.SCHEDULED, (want.slot_id,), part)
        except (LeaseLost, Unauthorised):
            raise
        except PortError as error:
            log.warning("film %d could not be searched: %s", want.movie_id, error)
            self._problem = self._problem or error
        except Exception:
            log.exception("film %d could not be searched", want.movie_id)
        else:
            self._again.note(want.slot_id, postponed=want.slot_id in report.postponed)
            for answer in report.answers:
                if purse := self._purses.get(answer.indexer.id):
                    self._purses[answer.indexer.id] = purse.spend(answer.requests)

    async def _rest(self, answered: Sequence[Planned]) -> None:
        """Films of which the feeds have told everything rest as if they had been searched."""
        for start in range(0, len(answered), _AT_ONCE):
            async with self._store.transaction() as tx:
                for one in answered[start : start + _AT_ONCE]:
                    await tx.searching.save(one.want.slot_id, self._after(one.want, self._terms[one.want.profile]))
        if answered:
            log.info("%d films need no search: the feeds were read since their last ones", len(answered))

    def _after(self, want: Want, terms: Terms) -> SearchRecord:
        return searched(
            want.record,
            (),
            self._clock.now(),
            fingerprint=terms.fingerprint,
            missing=want.missing,
            available=available_at(want, terms.profile),
        )

    def _rooms(self) -> Mapping[int, Room]:
        """What may be spent now, and purses filled accordingly."""
        now, rooms = self._clock.monotonic(), self._gate.rooms()
        self._purses = {
            key: self._purses[key].filled(room, now) if key in self._purses else new_purse(room, now)
            for key, room in rooms.items()
        }
        return rooms
