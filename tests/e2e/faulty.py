"""A proxy between the daemon and a service, whose faults are switched while it runs.

It reads one HTTP request at a time and either asks the service behind it or does what its fault says. A fault that
ends lets go of whoever still hangs in it.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import NamedTuple
from urllib.parse import urlsplit

import anyio

from tests.e2e.faults import CANNED, MIB, Fault, Reply, Request, drip, pour, read_request, send, tear, with_length


class Certificates(NamedTuple):
    """Two certificates for 127.0.0.1: the one to be shown, and one of an unknown issuer."""

    known: ssl.SSLContext
    stranger: ssl.SSLContext


class FaultyProxy:
    """`fault` holds for the requests whose path `concerns` accepts; `asked` are all that came, as "GET /path"."""

    def __init__(self, upstream: str, certificates: Certificates | None = None) -> None:
        address = urlsplit(upstream)
        self._upstream = (address.hostname or "127.0.0.1", address.port or 80)
        self._certificates = certificates
        self._server: asyncio.Server | None = None
        self._stuck: set[asyncio.Task[None]] = set()
        self._open: set[asyncio.StreamWriter] = set()
        self._all: Callable[[str], bool] = lambda _path: True
        self.concerns = self._all
        self.fault = Fault.NONE
        self.port = 0
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"{'https' if self._certificates else 'http'}://127.0.0.1:{self.port}"

    async def become(self, fault: Fault, concerns: Callable[[str], bool] | None = None) -> None:
        """From now on this fault, for all paths or some. The same port, whatever listens there."""
        door = self._door(self.fault) is not self._door(fault) or Fault.REFUSE in {fault, self.fault}
        self.fault, self.concerns = fault, concerns or self._all
        if door:
            await self.close()
            if fault is not Fault.REFUSE:
                await self.listen()
        for task in list(self._stuck):
            task.cancel()

    async def listen(self) -> None:
        door = self._door(self.fault)
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, ssl=door, limit=MIB)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Nobody listens any more, and every connection is gone."""
        if self._server is not None:
            self._server.close()
        for writer in list(self._open):
            writer.transport.abort()
        self._server = None
        await asyncio.sleep(0)

    def _door(self, fault: Fault) -> ssl.SSLContext | None:
        if self._certificates is None or fault is Fault.PLAIN:
            return None
        return self._certificates.stranger if fault is Fault.STRANGER else self._certificates.known

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(writer)
        try:
            # whoever is in the middle of something when the test ends, or when a fault does, is dropped
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
                while await self._answer(reader, writer, task):
                    pass
        finally:
            self._open.discard(writer)
            self._stuck.discard(task)
            writer.transport.abort() if task.cancelling() else writer.close()

    async def _answer(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, task: asyncio.Task[None]
    ) -> bool:
        """Answer one request; whether the connection is still good afterwards."""
        if self.fault is Fault.PLAIN:  # what a TLS client says is no request
            await send(writer, CANNED[Fault.PLAIN])
            return False
        request = await read_request(reader)
        self.asked.append(request.line.decode().rpartition(" ")[0])
        fault = self.fault if self.concerns(request.path) else Fault.NONE
        if fault is Fault.NONE:
            reply = await self._ask(request)
            await send(writer, reply.head + reply.body)
            return True
        self._stuck.add(task)
        await self._misbehave(fault, request, writer)
        return False

    async def _misbehave(self, fault: Fault, request: Request, writer: asyncio.StreamWriter) -> None:
        match fault:
            case Fault.REFUSE:  # it was read before the door was shut
                tear(writer)
            case Fault.HANG:
                await asyncio.Event().wait()
            case Fault.DRIP:
                await drip(writer)
            case Fault.HUGE:
                await pour(writer)
            case Fault.RESET:
                reply = await self._ask(request)
                await send(writer, reply.head + reply.body[: len(reply.body) // 2])
                tear(writer)
            case Fault.LOST:
                await self._ask(request)
                tear(writer)
            case Fault.HALF:
                reply = await self._ask(request)
                half = reply.body[: len(reply.body) // 2]
                await send(writer, with_length(reply.head, len(half)) + half)
            case _:
                await send(writer, CANNED[fault])

    async def _ask(self, request: Request) -> Reply:
        """The service's answer, whole."""
        reader, writer = await asyncio.open_connection(*self._upstream)
        try:
            kept = [h for h in request.headers.split(b"\r\n") if not h.lower().startswith(b"connection:")]
            await send(writer, b"\r\n".join([request.line, *kept, b"Connection: close", b"", request.body]))
            head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        finally:
            writer.close()
        return Reply(with_length(head + b"\r\n\r\n", len(body)), body)


@asynccontextmanager
async def faulty(upstream: str, certificates: Certificates | None = None) -> AsyncIterator[FaultyProxy]:
    """A proxy before the service at `upstream`, in this event loop."""
    proxy = FaultyProxy(upstream, certificates)
    await proxy.listen()
    try:
        yield proxy
    finally:
        with anyio.CancelScope(shield=True):
            await proxy.become(Fault.NONE)
            await proxy.close()
