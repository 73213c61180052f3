"""Add a film to the library."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace

import anyio

from radarr.app.usecases.add_root import AddRoot
from radarr.app.usecases.bells import OUTBOX, REFRESH_METADATA, Bells
from radarr.app.usecases.fail_download import SEARCH_TOPIC
from radarr.app.usecases.film_details import new_movie, renewed, told
from radarr.app.usecases.limit_slot import limited
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.history import EventKind, HistoryEvent
from radarr.domain.imdb import normalise_imdb
from radarr.domain.languages import by_text
from radarr.domain.movie import MAIN_SLOT, Movie, Slot
from radarr.ports.clock import Clock
from radarr.ports.driving.movies import NO_LIMITS, Limits, NewMovie
from radarr.ports.errors import Conflict, PortError, Refused
from radarr.ports.metadata import Metadata, MovieDetails
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_YEARS = range(1870, 2201)
_LONGEST = 100_000  # minutes; the longest film of all has half of that
_PATIENCE = 5.0  # seconds that a film which is given by hand waits for what the film database says


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotRules:
    """What a slot of a new film gets: a profile, a root folder's path, and what else bounds it."""

    name: str
    profile: str
    root: str
    automatic: bool = False
    limits: Limits = NO_LIMITS


class AddMovie:
    """Add a film to the library.

    - Known by title and TMDB id alone; all else is asked of the film database, which knows better than who gave it.
    - Given by hand, it is added without the film database too, which is asked later; what no film is, is refused.
    - It gets the slots asked for and those that every film gets.
    - The order to search is committed with the film.
    """

    def __init__(
        self,
        metadata: Metadata,
        add_root: AddRoot,
        store: Store,
        clock: Clock,
        bells: Bells,
        *,
        slots: Mapping[str, SlotRules],
        profiles: frozenset[str],
    ) -> None:
        self._metadata = metadata
        self._add_root = add_root
        self._store = store
        self._clock = clock
        self._bells = bells
        self._slots = slots
        self._profiles = profiles

    async def execute(self, command: NewMovie) -> Movie:
        """See ports.driving.movies."""
        if len(command.slots) > 1 and any(limit is not None for limit in command.limits):
            raise Refused("limits are those of one slot", remedy="add the film, then set them slot by slot")
        movie, details = await self._describe(command)
        slots = tuple([await self._slot(name, command) for name in self._slot_names(command)])
        async with self._store.transaction() as tx:
            if known := await tx.movies.by_tmdb(movie.tmdb_id):
                raise Conflict(f"{known} is in the library already, as film {known.id}")
            added = await tx.movies.add(replace(movie, slots=slots))
            if details:
                await tx.metadata.save(told(added, details, movie.added_at))
            await tx.history.add(
                HistoryEvent(at=movie.added_at, kind=EventKind.MOVIE_ADDED, movie_id=added.id, title=str(added))
            )
            if command.search:
                order = {
                    "movie_id": added.id,
                    "slot_ids": [slot.id for slot in added.slots],
                    "kind": SearchKind.USER_AUTOMATIC,
                }
                await tx.outbox.add(SEARCH_TOPIC, json.dumps(order))
        self._bells.ring(OUTBOX)
        if details is None:
            self._bells.ring(REFRESH_METADATA)
        log.info("%s: added", added)
        return added

    def _slot_names(self, command: NewMovie) -> tuple[str, ...]:
        automatic = [rules.name for rules in self._slots.values() if rules.automatic]
        return tuple(dict.fromkeys((*command.slots, *automatic)))

    async def _slot(self, name: str, command: NewMovie) -> Slot:
        rules = self._slots.get(name)
        if rules is None:
            raise Refused(f"there is no slot {name!r}", remedy=f"configured are {', '.join(self._slots)}")
        profile = (command.profile if name == MAIN_SLOT else "") or rules.profile
        if profile not in self._profiles:
            known = ", ".join(sorted(self._profiles))
            raise Refused(f"there is no quality profile {profile!r}", remedy=f"configured are {known}")
        path = (command.root if name == MAIN_SLOT else "") or rules.root
        if not path:
            raise Refused("no root folder is known", remedy="set library.roots, or give one with --root")
        root = await self._add_root.execute(path)
        slot = Slot(name=name, profile=profile, root_id=root.id, monitored=command.monitored)
        return limited(slot, rules.limits, *([command.limits] if name in command.slots else []))

    async def _describe(self, command: NewMovie) -> tuple[Movie, MovieDetails | None]:
        if command.title and command.tmdb_id:
            by_hand = self._by_hand(command, command.tmdb_id)
            details = await self._known_by_now(command.tmdb_id)
            return (renewed(by_hand, details) if details else by_hand), details
        if command.tmdb_id:
            details = await self._metadata.details(command.tmdb_id)
        elif command.imdb_id:
            details = await self._metadata.find(command.imdb_id)
        else:
            raise Refused("a film needs a TMDB or an IMDb id", remedy="give tmdb:603, imdb:tt0133093 or --tmdb-id")
        return new_movie(details, self._clock.now()), details

    async def _known_by_now(self, tmdb_id: int) -> MovieDetails | None:
        with anyio.move_on_after(_PATIENCE):
            try:
                return await self._metadata.details(tmdb_id)
            except PortError as error:
                log.debug("TMDB film %d is added by hand: %s", tmdb_id, error)
        return None

    def _by_hand(self, command: NewMovie, tmdb_id: int) -> Movie:
        _check(command)
        return Movie(
            tmdb_id=tmdb_id,
            imdb_id=normalise_imdb(command.imdb_id) if command.imdb_id else None,
            title=command.title.strip(),
            original_language=_language(command.original_language),
            year=command.year,
            runtime=command.runtime,
            added_at=self._clock.now(),
        )


def _check(command: NewMovie) -> None:
    """One mistyped number must not stand in the library for good."""
    if not command.title.strip():
        raise Refused("a film needs a title", remedy="give it with --title")
    if command.year and command.year not in _YEARS:
        raise Refused(f"no film is of the year {command.year}", remedy="write its four digits, or leave it out")
    if command.runtime > _LONGEST:
        raise Refused(f"no film lasts {command.runtime} minutes", remedy="write its minutes, or leave them out")
    if command.imdb_id and normalise_imdb(command.imdb_id) is None:
        raise Refused(f"{command.imdb_id[:40]!r} is no IMDb id", remedy="write it as in tt0133093, or leave it out")


def _language(written: str) -> str:
    """A language's name, "" where none is given; a misspelt one would turn away every release that names another."""
    found = by_text(written) if written else None
    if written and not found:
        raise Refused(f"there is no language {written!r}", remedy='write it as in "German" or "de", or leave it out')
    return found.name if found and found.id > 0 else ""
