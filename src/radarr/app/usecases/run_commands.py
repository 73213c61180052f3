"""Run commands of the API in the background."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import anyio
from anyio.abc import TaskGroup

from radarr.app.usecases.under_way import UnderWay
from radarr.ports.clock import Clock
from radarr.ports.driving.commands import CommandState, CommandStatus
from radarr.ports.errors import LeaseLost, PortError, Refused

log = logging.getLogger(__name__)

_REMEMBERED = 100

Work = Callable[[tuple[int, ...]], Awaitable[str]]


class RunCommands:
    """Run commands of the API in the background.

    - A command that is queued or running for the same films is not started a second time.
    - The last hundred are remembered, with what came of them, also when another configuration takes over.
    """

    def __init__(self, background: TaskGroup, clock: Clock, works: Mapping[str, Work], under_way: UnderWay) -> None:
        self._background = background
        self._clock = clock
        self._works = {name.casefold(): (name, work) for name, work in works.items()}
        self._ids = under_way.command_ids
        self._commands = under_way.commands

    def start(self, name: str, movie_ids: tuple[int, ...] = ()) -> CommandStatus:
        """See ports.driving.commands."""
        if name.casefold() not in self._works:
            known = ", ".join(proper for proper, _ in self._works.values())
            raise Refused(f"there is no command {name!r}", remedy=f"known are {known}")
        proper, work = self._works[name.casefold()]
        for status in self._commands.values():
            busy = status.state in {CommandState.QUEUED, CommandState.STARTED}
            if busy and (status.name, status.movie_ids) == (proper, movie_ids):
                return status
        status = CommandStatus(
            id=next(self._ids),
            name=proper,
            state=CommandState.QUEUED,
            queued_at=self._clock.now(),
            movie_ids=movie_ids,
        )
        self._keep(status)
        self._background.start_soon(self._run, status, work, name=f"command-{status.id}")
        return status

    def get(self, command_id: int) -> CommandStatus | None:
        """One command."""
        return self._commands.get(command_id)

    def all(self) -> tuple[CommandStatus, ...]:
        """Oldest first."""
        return tuple(self._commands.values())

    async def _run(self, status: CommandStatus, work: Work) -> None:
        status = self._keep(replace(status, state=CommandState.STARTED, started_at=self._clock.now()))
        try:
            message = await work(status.movie_ids)
        except anyio.get_cancelled_exc_class():
            self._end(status, CommandState.FAILED, "it was cut off: the daemon stopped, or took another configuration")
            raise
        except LeaseLost:
            raise
        except PortError as error:
            log.warning("%s: %s", status.name, error)
            self._end(status, CommandState.FAILED, str(error))
        except Exception as error:  # a command must not take the daemon with it
            log.exception("the command %s failed", status.name)
            self._end(status, CommandState.FAILED, f"{type(error).__name__}: {error}")
        else:
            self._end(status, CommandState.COMPLETED, message)

    def _end(self, status: CommandStatus, state: CommandState, message: str) -> None:
        self._keep(replace(status, state=state, message=message, ended_at=self._clock.now()))

    def _keep(self, status: CommandStatus) -> CommandStatus:
        self._commands[status.id] = status
        while len(self._commands) > _REMEMBERED:
            del self._commands[next(iter(self._commands))]
        return status
