"""One configuration in force: its clients, use-cases and loops. A reload puts another generation in its place."""

import logging
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import anyio
from anyio import to_thread
from anyio.abc import TaskGroup, TaskStatus

from radarr import __version__
from radarr.adapters.http.context import Context, NamedFormat, Watch
from radarr.adapters.metrics.exposition import Exposition
from radarr.adapters.metrics.meter import PrometheusMeter
from radarr.adapters.persistence import SqlStore
from radarr.app import clients
from radarr.app.config import Config, profiles
from radarr.app.container import Container
from radarr.app.formats import formats
from radarr.app.guards import Guards
from radarr.app.health.look import Look, handed_on
from radarr.app.lag import LoopLag
from radarr.app.supervisor import Supervisor
from radarr.app.usecases.add_root import AddRoot
from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.app.usecases.under_way import UnderWay
from radarr.domain.profile import Profile
from radarr.ports.checkpoint import Checkpoint
from radarr.ports.clock import Clock
from radarr.ports.driving.health import Level, Overall
from radarr.ports.errors import PortError, Refused
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_ROOTS_WAIT = 10.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """What outlives every configuration of one process."""

    folder: Path
    clock: Clock
    store: SqlStore
    api_key: str
    started_at: datetime
    checkpoint: Checkpoint
    meter: PrometheusMeter
    lag: LoopLag
    guards: Guards
    indexers: IndexerMemory
    under_way: UnderWay
    is_local: bool
    """It listens on loopback alone."""


class Generation:
    """`await tasks.start(generation.live)` puts it together; it works from `begin` on, until `stop`, then `leave`."""

    context: Context
    supervisor: Supervisor

    def __init__(self, config: Config, premises: Premises) -> None:
        self.config = config
        self._premises = premises
        self._begun = anyio.Event()
        self._left = anyio.Event()

    async def live(self, *, task_status: TaskStatus[None]) -> None:
        """Raises PortError for what keeps this configuration from being used, LeaseLost."""
        # the background's work ends before what it uses is closed
        async with AsyncExitStack() as stack, anyio.create_task_group() as background:
            self._container = await self._assemble(stack, background)
            task_status.started()
            await self._begun.wait()
            await self.supervisor.run()
            await self._left.wait()
            background.cancel_scope.cancel()

    def succeed(self, before: "Generation") -> None:
        """Take over: what the one before knew to be wrong is so until we have looked."""
        self._premises.guards.forget_replaced(before.config, self.config)
        self._container.show_health().note(handed_on(before.look))

    @property
    def look(self) -> Look:
        """What the last look around found."""
        return self._container.show_health().look

    def begin(self) -> None:
        """Run the loops."""
        self._premises.guards.configure(self.config)
        self._container.status().ready()
        self._begun.set()

    async def stop(self, grace: float, *, reason: str = "") -> None:
        """Start no more work; what is under way gets `grace` seconds. `reason` is what makes it unready."""
        if reason:
            self._container.status().unready(reason)
        await self.supervisor.stop(grace)
        await self._premises.indexers.save()

    def troubles(self) -> str:
        """What is most wrong, in a line for the service manager; empty where nothing is."""
        health = self.context.driving.show_health.detailed()
        grave = Level.ERROR if any(m.level is Level.ERROR for m in health.messages) else Level.WARNING
        if health.brief.status is Overall.HEALTHY:
            return ""
        wrong = [message for message in health.messages if message.level is grave]
        more = f" (and {len(wrong) - 1} more: `radarr status`)" if len(wrong) > 1 else ""
        return f"{wrong[0].message}{more}" if wrong else ""

    def leave(self) -> None:
        """Nobody needs it any more: its clients are closed."""
        self._left.set()

    async def _assemble(self, stack: AsyncExitStack, background: TaskGroup) -> Container:
        config, premises, guards = self.config, self._premises, self._premises.guards
        known = await name_profiles(premises.store, profiles(config))
        await refuse_missing_profiles(premises.store, known)
        container = Container(
            config=config,
            profiles=known,
            formats=await to_thread.run_sync(formats, config),
            clock=premises.clock,
            store=premises.store,
            indexer=await stack.enter_async_context(clients.prowlarr(config, premises.clock, guards.prowlarr)),
            client=await stack.enter_async_context(clients.qbittorrent(config, premises.clock, guards.qbittorrent)),
            metadata=await stack.enter_async_context(clients.tmdb(config, guards.tmdb)),
            files=clients.files(config),
            probe=clients.probe(config),
            background=background,
            checkpoint=premises.checkpoint,
            meter=premises.meter,
            reports=guards.reports,
            reserve=guards.prowlarr.reserve,
            indexer_memory=premises.indexers,
            under_way=premises.under_way,
            started_at=premises.started_at,
            state=str(premises.folder),
        )
        await container.pause().load()
        await self._await_roots(container.add_root(), background)
        self.supervisor = container.supervisor()
        self.context = self._context(container, known, await name_formats(premises.store, config))
        return container

    async def _await_roots(self, add_root: AddRoot, background: TaskGroup) -> None:
        """For a while: a share that hangs must not keep the daemon from starting."""
        added = anyio.Event()
        background.start_soon(_add_roots, add_root, self.config.library.roots, added)
        with anyio.move_on_after(_ROOTS_WAIT):
            await added.wait()
        if not added.is_set():
            log.warning("a root folder does not answer within %g s; we go on without it", _ROOTS_WAIT)

    def _context(self, container: Container, known: Mapping[str, Profile], named: Mapping[str, NamedFormat]) -> Context:
        config, premises = self.config, self._premises
        return Context(
            driving=container.driving(),
            store=premises.store,
            files=container.files(),
            clock=premises.clock,
            profiles=known,
            formats=named,
            api_key=premises.api_key,
            url_base=config.server.url_base,
            allowed_hosts=config.server.allowed_hosts,
            trusted_proxies=config.server.trusted_proxies,
            version=__version__,
            started_at=premises.started_at,
            database="postgresql" if config.database.url else "sqlite",
            watch=self._watch(container),
        )

    def _watch(self, container: Container) -> Watch:
        premises = self._premises
        health, lag = container.show_health().detailed, premises.lag.view
        exposition = Exposition(premises.meter, health, lag, premises.store)
        return Watch(page=exposition.page, answered=premises.meter.answered, lag=lag, is_local=premises.is_local)


async def _add_roots(add_root: AddRoot, paths: tuple[str, ...], added: anyio.Event) -> None:
    """A root that is away does not keep the daemon from starting; its films wait."""
    for path in paths:
        try:
            await add_root.execute(path)
        except PortError as error:
            log.warning("the root folder %s is not usable: %s", path, error)
    added.set()


async def name_profiles(store: Store, declared: tuple[Profile, ...]) -> Mapping[str, Profile]:
    """The profiles by name, with the ids that the API shows and that are never used again."""
    async with store.transaction() as tx:
        return {p.name: replace(p, id=await tx.names.id_of("profile", p.name)) for p in declared}


async def name_formats(store: Store, config: Config) -> Mapping[str, NamedFormat]:
    """The custom formats by name, with the ids that the API shows and that are never used again."""
    if not config.formats:
        return {}
    async with store.transaction() as tx:
        return {
            each.name: NamedFormat(await tx.names.id_of("format", each.name), each, source)
            for each, source in config.formats
        }


async def refuse_missing_profiles(store: Store, known: Mapping[str, Profile]) -> None:
    """Raises Refused naming the films whose profile is no longer configured."""
    async with store.snapshot() as tx:
        movies = await tx.movies.of_other_profiles(known)
    missing: dict[str, list[str]] = {}
    for movie in movies:
        for slot in movie.slots:
            if slot.profile not in known:
                missing.setdefault(slot.profile, []).append(str(movie))
    for name, films in missing.items():
        shown = ", ".join(films[:5]) + (f" and {len(films) - 5} more" if len(films) > 5 else "")  # noqa: PLR2004
        raise Refused(
            f"the quality profile {name!r} is in use by {shown}, but not in the configuration",
            remedy="put it back, give these films another profile, then take it out",
        )
