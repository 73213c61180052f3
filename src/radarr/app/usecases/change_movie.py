"""Change what is wanted of a film."""

from collections.abc import Mapping
from dataclasses import replace

from radarr.app.usecases.add_movie import SlotRules
from radarr.app.usecases.add_root import AddRoot
from radarr.app.usecases.limit_slot import limited
from radarr.domain.movie import Movie, Slot
from radarr.ports.driving.movies import MovieChange
from radarr.ports.errors import Conflict, Gone, Refused
from radarr.ports.store import Store


class ChangeMovie:
    """Change what is wanted of a film.

    - A slot that the film has not got yet is added with its configured profile, root and limits.
    - Another root is for the next import; files stay where they are.
    - What is wanted otherwise is searched anew: feeds were read for what was wanted before.
    """

    def __init__(
        self, add_root: AddRoot, store: Store, *, slots: Mapping[str, SlotRules], profiles: frozenset[str]
    ) -> None:
        self._add_root = add_root
        self._store = store
        self._slots = slots
        self._profiles = profiles

    async def execute(self, command: MovieChange) -> Movie:
        """See ports.driving.movies."""
        if command.profile is not None and command.profile not in self._profiles:
            known = ", ".join(sorted(self._profiles))
            raise Refused(f"there is no quality profile {command.profile!r}", remedy=f"configured are {known}")
        root = await self._add_root.execute(command.root) if command.root else None
        added = await self._new_slot(command)  # its root may have to be added first
        async with self._store.transaction() as tx:
            movie = await tx.movies.get(command.movie_id)
            if movie is None:
                raise Gone(f"there is no film {command.movie_id}")
            slot = movie.slot(command.slot) or (await tx.movies.add_slot(added) if added else None)
            if slot is None:
                raise Conflict(f"the slot {command.slot!r} of {movie} was changed meanwhile", remedy="try again")
            if root and slot.file and root.id != slot.root_id:
                raise Refused(f"{movie} has a file in its root folder", remedy="moving files is not possible yet")
            wanted = replace(
                slot,
                monitored=slot.monitored if command.monitored is None else command.monitored,
                profile=command.profile or slot.profile,
                root_id=root.id if root else slot.root_id,
            )
            wanted = limited(wanted, command.limits)
            await tx.movies.save_slot(wanted)
            if wanted != slot:
                await tx.searching.forget(slot.id)
            changed = await tx.movies.get(command.movie_id)
        return changed or movie

    async def _new_slot(self, command: MovieChange) -> Slot | None:
        """What the film has not got yet; None where it has, whatever the configuration says today."""
        async with self._store.snapshot() as tx:
            movie = await tx.movies.get(command.movie_id)
        if movie is None or movie.slot(command.slot):
            return None
        rules = self._slots.get(command.slot)
        if rules is None:
            raise Refused(f"there is no slot {command.slot!r}", remedy=f"configured are {', '.join(self._slots)}")
        path = command.root or rules.root
        if not path:
            raise Refused("no root folder is known", remedy="set library.roots, or give one with --root")
        root = await self._add_root.execute(path)
        slot = Slot(movie_id=command.movie_id, name=command.slot, profile=rules.profile, root_id=root.id)
        return limited(slot, rules.limits)
