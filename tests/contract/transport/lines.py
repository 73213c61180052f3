"""A server that says what it is told to, byte by byte, and a time that passes only where somebody waits."""

import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ssl import SSLContext

import anyio
from anyio.abc import ByteStream, Listener, SocketAttribute
from anyio.streams.buffered import BufferedByteReceiveStream
from anyio.streams.tls import TLSListener

from radarr.adapters.transport.guard import Guard, GuardSettings

Say = Callable[[ByteStream], Awaitable[None]]
"""Answers one request."""


@dataclass(slots=True)
class Passing:
    """A clock that stands still but for those who sleep by it."""

    seconds: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return datetime(2026, 5, 1, 12, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        """At once, and that much later."""
        self.slept.append(seconds)
        self.seconds += seconds
        await anyio.lowlevel.checkpoint()


def guard_of(time: Passing, settings: GuardSettings, chance: float = 0.5) -> Guard:
    """A guard in this time, whose chance is known."""
    return Guard("Prowlarr", settings, time, chance=lambda: chance, sleep=time.sleep)


def answer(
    body: bytes = b"{}", status: str = "200 OK", *, headers: Iterable[str] = (), length: int | None = None
) -> Say:
    """Say this; `length` is what is claimed, before the line is closed."""

    async def say(stream: ByteStream) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
        await stream.send("\r\n".join([*lines, "Connection: close", "", ""]).encode() + body)

    return say


def raw(text: bytes) -> Say:
    """Say this, whatever it is."""

    async def say(stream: ByteStream) -> None:
        await stream.send(text)

    return say


async def reset(stream: ByteStream) -> None:
    """Begin, and pull the plug."""
    await stream.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<?xml")
    await anyio.sleep(0.01)
    plug = stream.extra_attributes[SocketAttribute.raw_socket]()
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


async def drip(stream: ByteStream) -> None:
    """Never silent for long, and never done."""
    await stream.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        await stream.send(b" ")
        await anyio.sleep(0.02)


async def hang(_stream: ByteStream) -> None:
    """Say nothing."""
    await anyio.sleep_forever()


@dataclass(slots=True)
class Line:
    """What the server heard, request lines in order, and the answers it still has; the last one is given for ever."""

    url: str = ""
    says: list[Say] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)


@asynccontextmanager
async def line(*says: Say, tls: SSLContext | None = None) -> AsyncIterator[Line]:
    """A server on loopback."""
    state = Line(says=list(says))

    async def serve(stream: ByteStream) -> None:
        # the client may go away, as some tests want
        with suppress(anyio.BrokenResourceError, anyio.EndOfStream, anyio.IncompleteRead):
            async with stream:
                head = await BufferedByteReceiveStream(stream).receive_until(b"\r\n\r\n", 1 << 16)
                state.heard.append(head.partition(b"\r\n")[0].decode())
                await (state.says.pop(0) if len(state.says) > 1 else state.says[0])(stream)

    sockets = await anyio.create_tcp_listener(local_host="127.0.0.1")
    port = sockets.extra_attributes[SocketAttribute.local_port]()
    state.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
    listener: Listener[ByteStream] = TLSListener(sockets, tls, standard_compatible=False) if tls else sockets
    trouble: Exception | None = None
    async with sockets, anyio.create_task_group() as tasks:
        tasks.start_soon(listener.serve, serve)
        try:
            yield state
        except Exception as error:  # noqa: BLE001  # raised below, as it is, instead of in a group
            trouble = error
        tasks.cancel_scope.cancel()
    if trouble:
        raise trouble


def closed_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
