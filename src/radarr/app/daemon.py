"""The daemon: one process, one event loop, stopped by a signal, its configuration read anew by another."""

import logging
import os
import signal
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import anyio
from anyio import to_thread
from anyio.abc import TaskGroup

from radarr import __version__
from radarr.adapters.clock import SystemClock
from radarr.adapters.http.context import Context
from radarr.adapters.http.server import serve
from radarr.adapters.metrics.meter import PrometheusMeter
from radarr.adapters.persistence import SqlStore
from radarr.adapters.systemd import service_manager
from radarr.app import clients, state_folder
from radarr.app.address import api_key, is_local, reachable
from radarr.app.config import Config, ConfigError
from radarr.app.faults import checkpoint
from radarr.app.generation import Generation, Premises
from radarr.app.guards import guards
from radarr.app.lag import LoopLag
from radarr.app.reasons import reason
from radarr.app.reload import changed, needs_restart, with_fixed
from radarr.app.signs_of_life import SignsOfLife
from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.app.usecases.under_way import UnderWay
from radarr.ports.errors import LeaseLost, PortError
from radarr.ports.service_manager import ServiceManager

log = logging.getLogger(__name__)

_LEASE_EVERY = 5.0
_GRACE = 5.0  # seconds for the step in hand when the daemon stops; what is cut off then is in the journal
_LINGER = 120.0  # seconds that answers under way go on after a reload, with the clients that they began with

Hide = Callable[[str], None]
"""Keeps a secret out of the log from then on."""


class Daemon:
    """One process. `reread` loads the configuration anew; `log_as` logs as one says and returns how to hide a secret.

    `run` raises PortError for what keeps it from starting, LeaseLost when another daemon takes over.
    """

    def __init__(
        self, config: Config, folder: Path, reread: Callable[[], Config], log_as: Callable[[Config], Hide]
    ) -> None:
        self._config = config
        self._folder = folder
        self._reread = reread
        self._log_as = log_as
        self._manager: ServiceManager = service_manager(os.environ)
        self._reloading = anyio.Lock()
        self._reload_waits = False
        self._is_stopping = False
        self._life = SignsOfLife(self._manager, self._now)
        self._current: Generation | None = None
        self._premises: Premises
        self._tasks: TaskGroup

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT."""
        state_folder.prepare(self._folder)
        hide = self._log_as(self._config)
        key = api_key(self._config, self._folder)
        hide(key)
        server = self._config.server
        with state_folder.locked(self._folder, f"listening on {server.host}:{server.port}"):
            try:
                # everything that runs ends before what it uses is closed
                async with AsyncExitStack() as stack, anyio.create_task_group() as self._tasks:
                    self._tasks.start_soon(self._heed_signals)
                    await self._start(stack, key)
            except BaseExceptionGroup as group:
                raise reason(group) from group
        log.info("stopped")

    async def _start(self, stack: AsyncExitStack, key: str) -> None:
        config, clock = self._config, SystemClock()
        store = await stack.enter_async_context(clients.store(config, self._folder))
        self._premises = Premises(
            folder=self._folder,
            clock=clock,
            store=store,
            api_key=key,
            started_at=clock.now(),
            checkpoint=checkpoint(os.environ),
            meter=PrometheusMeter(),
            lag=LoopLag(clock),
            guards=guards(config, clock),
            indexers=IndexerMemory(store, clock),
            under_way=UnderWay(),
            is_local=is_local(config.server.host),
        )
        self._tasks.start_soon(self._premises.lag.run)
        first = Generation(config, self._premises)
        await self._tasks.start(first.live)
        self._current = first
        server = config.server
        port = await stack.enter_async_context(serve(self._context, server.host, server.port))
        if store.lease_needs_renewal:
            self._tasks.start_soon(_renew_lease, store)
        for notice in config.notices:
            log.warning("%s", notice)
        first.begin()
        url = f"http://{reachable(server.host)}:{port}{server.url_base}"
        log.info("radarr-daemon %s is ready on %s", __version__, url)
        state_folder.publish_address(self._folder, url)
        self._manager.ready(f"serving on {url}")
        self._tasks.start_soon(self._life.run)

    def _context(self) -> Context:
        return self._now().context

    def _now(self) -> Generation:
        if self._current is None:
            raise RuntimeError("nothing runs yet")
        return self._current

    async def _heed_signals(self) -> None:
        with anyio.open_signal_receiver(signal.SIGTERM, signal.SIGINT, signal.SIGHUP) as signals:
            async for received in signals:
                if received == signal.SIGHUP:
                    self._ask_to_reload()
                    continue
                log.info("%s: stopping", signal.Signals(received).name)
                self._tasks.start_soon(self._stop)

    async def _stop(self) -> None:
        """In order, where there is something to stop; a second signal cuts the grace short."""
        self._manager.stopping()
        if self._current is not None and not self._is_stopping:
            self._is_stopping = True
            await self._current.stop(_GRACE, reason="the daemon is stopping")
        self._tasks.cancel_scope.cancel()

    def _ask_to_reload(self) -> None:
        """One that has yet to read will read what is there then: signals that come in a burst are one."""
        if not self._reload_waits:
            self._reload_waits = True
            self._tasks.start_soon(self._reload)

    async def _reload(self) -> None:
        """Take what the configuration says now; where it cannot be used, say so and go on with the one in force."""
        async with self._reloading:
            self._reload_waits = False
            if self._current is None or self._is_stopping:
                log.info("SIGHUP: nothing to read anew, the daemon is starting or stopping")
                return
            log.info("SIGHUP: reading the configuration anew")
            self._manager.reloading()
            await self._replace(self._current)

    async def _replace(self, running: Generation) -> None:
        try:
            wanted = await to_thread.run_sync(self._reread)
            new = Generation(with_fixed(running.config, wanted), self._premises)
            await self._tasks.start(new.live)
        except ConfigError as error:
            self._keep([str(problem) for problem in error.problems])
        except (PortError, OSError) as error:
            self._keep([str(error)])
        except ExceptionGroup as group:
            self._keep([str(reason(group))])
        except Exception as error:  # whatever a file can hold must not end a daemon that runs
            log.exception("the configuration could not be read")
            self._keep([f"{type(error).__name__}: {error}"])
        else:
            await self._hand_over(running, new, wanted)

    def _keep(self, problems: list[str]) -> None:
        log.error("the configuration was not taken, and the one in force stays: %s", "; ".join(problems))
        self._manager.ready("the new configuration was not taken: see the log")

    async def _hand_over(self, running: Generation, new: Generation, wanted: Config) -> None:
        self._log_as(new.config)(self._premises.api_key)
        await running.stop(_GRACE)
        if self._is_stopping:
            return
        new.succeed(running)
        self._current = new
        new.begin()
        self._tasks.start_soon(_linger, running)
        kept = needs_restart(running.config, wanted)
        for path in kept:
            log.warning("%s was changed: that needs a restart, and stays as it was until then", path)
        for notice in new.config.notices:
            log.warning("%s", notice)
        told = ", ".join(changed(running.config, new.config)) or "nothing"
        log.info("the configuration was read anew; changed: %s", told)
        self._life.tell_again()
        self._manager.ready("the configuration was read anew" + (f"; {', '.join(kept)} need a restart" if kept else ""))


async def _linger(generation: Generation) -> None:
    await anyio.sleep(_LINGER)
    generation.leave()


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
