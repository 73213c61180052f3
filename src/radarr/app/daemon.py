"""The daemon as a process: open everything in order, serve and run the loops until told to stop, close in reverse."""

import logging
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import anyio
from anyio.abc import TaskGroup

from radarr import __version__
from radarr.adapters.clock import SystemClock
from radarr.adapters.http.context import Context
from radarr.adapters.http.server import serve
from radarr.adapters.persistence import SqlStore
from radarr.app import clients, state_folder
from radarr.app.config import Config, profiles
from radarr.app.container import Container
from radarr.app.faults import checkpoint
from radarr.app.usecases.add_root import AddRoot
from radarr.domain.profile import Profile
from radarr.ports.errors import LeaseLost, PortError, Refused
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_LEASE_EVERY = 5.0


async def run(config: Config, folder: Path, hide: Callable[[str], None]) -> None:
    """Run until SIGTERM or SIGINT. `hide` keeps a secret out of the log from then on.

    Raises PortError for what keeps it from starting, LeaseLost when another daemon takes over.
    """
    state_folder.prepare(folder)
    key = _api_key(config, folder)
    hide(key)
    with state_folder.locked(folder, f"listening on {config.server.host}:{config.server.port}"):
        try:
            # the loops and commands end before what they use is closed
            async with AsyncExitStack() as stack, anyio.create_task_group() as tasks:
                tasks.start_soon(_stop_on_signal, tasks.cancel_scope)
                await _serve(stack, tasks, config, folder, key)
        except BaseExceptionGroup as group:
            raise _first(group) from group
    log.info("stopped")


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Of several parts that ended at once, the one that says why."""
    all_errors = list(_flat(group))
    return next((error for error in all_errors if isinstance(error, PortError)), all_errors[0])


def _flat(group: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _flat(error)
        else:
            yield error


async def _serve(stack: AsyncExitStack, tasks: TaskGroup, config: Config, folder: Path, key: str) -> None:
    clock = SystemClock()
    store = await stack.enter_async_context(clients.store(config, folder))
    known = await name_profiles(store, profiles(config))
    await refuse_missing_profiles(store, known)
    container = Container(
        config=config,
        profiles=known,
        clock=clock,
        store=store,
        indexer=await stack.enter_async_context(clients.prowlarr(config, clock)),
        client=await stack.enter_async_context(clients.qbittorrent(config, clock)),
        metadata=await stack.enter_async_context(clients.tmdb(config)),
        files=clients.files(config),
        background=tasks,
        checkpoint=checkpoint(os.environ),
    )
    await _add_roots(container.add_root(), config.library.roots)
    context = Context(
        driving=container.driving(),
        store=store,
        files=container.files(),
        clock=clock,
        profiles=known,
        api_key=key,
        url_base=config.server.url_base,
        allowed_hosts=config.server.allowed_hosts,
        version=__version__,
        started_at=clock.now(),
        database="postgresql" if config.database.url else "sqlite",
    )
    port = await stack.enter_async_context(serve(lambda: context, config.server.host, config.server.port))
    if store.lease_needs_renewal:
        tasks.start_soon(_renew_lease, store)
    for notice in config.notices:
        log.warning("%s", notice)
    container.status().ready()
    url = f"http://{_reachable(config.server.host)}:{port}{config.server.url_base}"
    log.info("radarr-daemon %s is ready on %s", __version__, url)
    state_folder.publish_address(folder, url)
    await container.supervisor().run()


async def _stop_on_signal(scope: anyio.CancelScope) -> None:
    with anyio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as signals:
        async for received in signals:
            log.info("%s: stopping", signal.Signals(received).name)
            scope.cancel()
            return


async def _renew_lease(store: SqlStore) -> None:
    """On PostgreSQL: another daemon may take over when this one falls silent. Ends everything when it has."""
    while True:
        await anyio.sleep(_LEASE_EVERY)
        try:
            await store.renew()
        except LeaseLost:
            raise
        except PortError as error:
            log.warning("the lease could not be renewed: %s", error)


async def _add_roots(add_root: AddRoot, paths: tuple[str, ...]) -> None:
    """A root that is away does not keep the daemon from starting; its films wait."""
    for path in paths:
        try:
            await add_root.execute(path)
        except PortError as error:
            log.warning("the root folder %s is not usable: %s", path, error)


async def name_profiles(store: Store, declared: tuple[Profile, ...]) -> Mapping[str, Profile]:
    """The profiles by name, with the ids that the API shows and that are never used again."""
    async with store.transaction() as tx:
        return {p.name: replace(p, id=await tx.names.id_of("profile", p.name)) for p in declared}


async def refuse_missing_profiles(store: Store, known: Mapping[str, Profile]) -> None:
    """Raises Refused naming the films whose profile is no longer configured."""
    async with store.snapshot() as tx:
        movies = await tx.movies.all()
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


def _api_key(config: Config, folder: Path) -> str:
    given = config.server.api_key.reveal()
    if not given and config.database.url:
        raise Refused(
            "server.api_key is empty", remedy="on PostgreSQL it must be given, so that every daemon has the same"
        )
    return given or state_folder.api_key(folder)


def _reachable(host: str) -> str:
    """An address that a program on this machine can use."""
    if host in {"", "0.0.0.0"}:  # noqa: S104  # compared, not bound
        return "127.0.0.1"
    return f"[{'::1' if host == '::' else host}]" if ":" in host else host
