"""Child processes that may hang, and even where nobody can kill them: in a read from a dying disk."""

import logging
import subprocess
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import NamedTuple, Protocol

import anyio
from anyio.abc import ByteReceiveStream

from radarr.ports.errors import Unavailable

log = logging.getLogger(__name__)
_MOST_OUTPUT = 1 << 20
_GRACE = 2.0
"""Seconds that a killed child has to be gone; one that waits for a disk is not."""
_MOST_LOST = 2
_ENVIRONMENT = {"LC_ALL": "C.UTF-8"}
"""All that a child is told: the daemon's own may hold secrets."""


class Child(Protocol):
    """What is used of anyio's processes."""

    @property
    def stdout(self) -> ByteReceiveStream | None:
        """What it says."""
        ...

    @property
    def returncode(self) -> int | None:
        """None while it runs; the signal's number, negative, where one ended it."""
        ...

    @property
    def pid(self) -> int:
        """Its number."""
        ...

    def kill(self) -> None:
        """End it; raises ProcessLookupError if it has ended."""
        ...

    async def wait(self) -> int:
        """Wait for its end."""
        ...


class Ended(NamedTuple):
    """A child that ended by itself, or was ended for saying too much (`status` None)."""

    status: int | None
    output: bytes


Start = Callable[[Sequence[str]], Awaitable[Child]]


async def start(command: Sequence[str]) -> Child:
    """A process in a session of its own: a key pressed at the daemon's terminal is not for it."""
    return await anyio.open_process(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT,
        cwd="/",
        start_new_session=True,
    )


class Children:
    """Runs one child at a time. One that cannot be killed is left behind, and told; no more than two of them."""

    def __init__(self, start: Start = start, *, grace: float = _GRACE) -> None:
        self._start = start
        self._grace = grace
        self._turn = anyio.Semaphore(1)
        self._lost: list[Child] = []

    async def run(self, command: Sequence[str], seconds: float) -> Ended | None:
        """How it ended, None if it did not in that time; it is killed then. Raises Unavailable."""
        async with self._turn:
            self._refuse_if_lost()
            try:
                child = await self._start(command)
            except OSError as error:
                raise Unavailable(
                    f"the program that measures films cannot be started ({error.strerror or error})",
                    remedy="see whether this machine has memory and processes left",
                ) from error
            try:
                with anyio.move_on_after(seconds):
                    return await _ended(child)
                return None
            finally:
                with anyio.CancelScope(shield=True):
                    await self._put_away(child)

    def _refuse_if_lost(self) -> None:
        self._lost = [child for child in self._lost if child.returncode is None]
        if len(self._lost) >= _MOST_LOST:
            raise Unavailable(
                f"{len(self._lost)} earlier attempts to read films still hang and cannot be ended",
                remedy="the disk may be failing: look at the kernel's log (dmesg) and at the disk's health",
            )

    async def _put_away(self, child: Child) -> None:
        if child.returncode is None:
            with suppress(ProcessLookupError):  # it has just ended
                child.kill()
            with anyio.move_on_after(self._grace):
                await child.wait()
        if child.stdout is not None:
            await self._close(child.stdout)
        if child.returncode is None:
            self._lost.append(child)
            log.warning("process %d, which reads a film, hangs and cannot be ended: its disk may be failing", child.pid)

    async def _close(self, output: ByteReceiveStream) -> None:
        """A pipe is closed when its end was read, and is left to the garbage collector else."""
        with anyio.move_on_after(self._grace):
            async for _ in output:
                pass
        await output.aclose()


async def _ended(child: Child) -> Ended:
    output = bytearray()
    if child.stdout is not None:
        async for piece in child.stdout:
            output += piece
            if len(output) > _MOST_OUTPUT:
                return Ended(None, b"")
    return Ended(await child.wait(), bytes(output))
