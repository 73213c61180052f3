"""Find out what a finished download holds, and plan its way into one slot."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from radarr.app.usecases.film_details import film_facts
from radarr.app.usecases.measure_film import MeasureFilm
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.domain.decision.scoring import grab_inputs
from radarr.domain.download import Download
from radarr.domain.importing.candidate import ImportFile, ImportRequest, import_key
from radarr.domain.importing.journal import Import, ImportState
from radarr.domain.importing.plan import ImportPlan, Refusal, plan_import
from radarr.domain.library import LibraryRules
from radarr.domain.media import Measured
from radarr.domain.movie import Movie, RootFolder, Slot
from radarr.domain.naming import FilmFacts
from radarr.domain.profile import Profile
from radarr.ports.clock import Clock
from radarr.ports.download_client import ClientTorrent, DownloadClient
from radarr.ports.errors import Gone, Refused
from radarr.ports.files import Files
from radarr.ports.store import Store

log = logging.getLogger(__name__)


class _Target(NamedTuple):
    """What is filled, and what its name may speak of."""

    movie: Movie
    slot: Slot
    root: RootFolder
    film: FilmFacts


class PlanImport:
    """Find out what a finished download holds, and plan its way into one slot.

    - The client says which files there are; the disk has the last word on where they lie and how large they are.
    - What came with the file that is replaced goes where it goes.
    - The film is measured; its name shows what it is. What that disproves of the release's claims is told and kept,
      and a film that turns out to be nothing for the slot is refused before anything is touched.
    - Custom formats are asked about what was seen when the release was grabbed, never about names of files.
    - Only what the journal will name is ever touched.
    """

    def __init__(
        self,
        client: DownloadClient,
        files: Files,
        store: Store,
        clock: Clock,
        profiles: Mapping[str, Profile],
        scores: ScoreReleases,
        measure: MeasureFilm,
        rules: LibraryRules,
    ) -> None:
        self._client = client
        self._files = files
        self._store = store
        self._clock = clock
        self._profiles = profiles
        self._scores = scores
        self._measure = measure
        self._rules = rules

    async def execute(self, download: Download, torrent: ClientTorrent, slot_id: int) -> Import | Refusal:
        """The journal's entry, or every reason against it.

        Raises Gone (film, root or files are not there), Refused, Unavailable, NotPermitted.
        """
        target = await self._target(download, slot_id)
        await self._files.check_root(target.root)
        request = await self._request(download, torrent, target)
        plan = plan_import(request)
        if isinstance(plan, Refusal):
            return plan
        paths = await self._located(torrent.local_path, plan)
        measured = await self._measured(paths[0], request)
        if measured:  # now it is known what its name may speak of
            request = replace(request, measured=measured)
            plan = plan_import(request)
            await self._keep_claim(request, refused=isinstance(plan, Refusal) and plan.final)
            if isinstance(plan, Refusal):
                return plan
        return replace(plan.located(paths).entry(request), started_at=self._clock.now())

    async def _request(self, download: Download, torrent: ClientTorrent, target: _Target) -> ImportRequest:
        movie, slot, root, film = target
        profile = self._profile(movie, slot)
        grab = download.grab
        formats, score = await self._scores.of_grab(grab, movie, profile)
        return ImportRequest(
            key=import_key(download.id, slot.id),
            download_id=download.id,
            movie=movie,
            film=film,
            slot=await self._scores.today(slot, movie),
            profile=profile,
            parsed=grab.parsed,
            formats=formats,
            score=score,
            shown_formats=self._scores.formats.shown(formats),
            inputs=grab_inputs(grab, movie),
            infohash=grab.infohash.key,
            base=torrent.local_path,
            files=tuple(ImportFile(f.name, f.size, f.wanted) for f in await self._client.files(torrent.id)),
            rules=self._rules,
            held_extras=await self._held_extras(slot),
            expected_size=grab.release.size,
            free_space=await self._files.free_space(root),
            now=self._clock.now(),
        )

    async def _located(self, base: str, plan: ImportPlan) -> list[str]:
        """Where the sources truly lie, in the order of the plan's names."""
        sources = await self._files.sources(base, plan.names)
        for item, source in zip((plan.film, *plan.extras), sources, strict=True):
            if item.size != source.size:
                raise Refused(
                    f"{source.path} has {source.size} bytes, and the client says {item.size}",
                    remedy="recheck the torrent in the client",
                )
        return [source.path for source in sources]

    async def _measured(self, path: str, request: ImportRequest) -> Measured | None:
        measured = await self._measure.execute(path)
        if measured:
            for lie in replace(request, measured=measured).lies:
                log.warning("%s is not what it claims: %s", request.parsed.name, lie.message)
        return measured

    async def _keep_claim(self, request: ImportRequest, *, refused: bool) -> None:
        """Once: an import that is tried again says nothing new of the release."""
        claim = request.claim(refused=refused)
        if claim is None:
            return
        async with self._store.transaction() as tx:
            known = await tx.claims.get(claim.slot_id, claim.infohash)
            if known is None or known._replace(at=claim.at) != claim:
                await tx.claims.keep(claim._replace(at=known.at) if known else claim)

    async def _target(self, download: Download, slot_id: int) -> _Target:
        async with self._store.snapshot() as tx:
            movie = await tx.movies.get(download.movie_id)
            slot = next((s for s in movie.slots if s.id == slot_id), None) if movie else None
            root = await tx.roots.get(slot.root_id) if slot else None
            told = await tx.metadata.get(movie.id) if movie else None
        if movie is None or slot is None or root is None:
            raise Gone("its film is not in the library any more", remedy="add the film again, or remove the download")
        return _Target(movie, slot, root, film_facts(told))

    async def _held_extras(self, slot: Slot) -> tuple[str, ...]:
        """What the journal says of the import that brought the slot's present file."""
        async with self._store.snapshot() as tx:
            entries = await tx.imports.for_slot(slot.id)
        for entry in entries:
            if slot.file and entry.state is ImportState.RECORDED and entry.film.target == slot.file.path:
                return tuple(extra.target for extra in entry.extras)
        return ()

    def _profile(self, movie: Movie, slot: Slot) -> Profile:
        if slot.profile not in self._profiles:
            raise Refused(f"{movie}: the quality profile {slot.profile!r} is not configured", remedy="add it again")
        return self._profiles[slot.profile]
