"""A proxy between the daemon and a service, whose faults are switched while it runs.

It reads one HTTP request at a time and either asks the service behind it or does what its fault says. A fault that
ends lets go of whoever still hangs in it.
"""

import asyncio
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import anyio

MIB: Final = 1 << 20
HUGE: Final = 300 * MIB
_PAGE = b"<!DOCTYPE html><html><head><title>It works!</title></head><body></body></html>"
_GARBAGE = bytes(range(256)) * 4
_DRIP_SECONDS = 0.3


class Fault(StrEnum):
    """What the proxy does instead of passing a request on."""

    NONE = "none"
    REFUSE = "refuse"
    """The port is closed."""
    HANG = "hang"
    """The request is taken and never answered."""
    DRIP = "drip"
    """The answer comes a byte at a time, for ever."""
    HTML = "html"
    NOT_FOUND = "not_found"
    """As a web server answers that knows no such address."""
    UNAUTHORISED = "unauthorised"
    """401 with nothing more, as to a wrong key."""
    GARBAGE = "garbage"
    NOISE = "noise"
    """Bytes that are no HTTP at all."""
    HALF = "half"
    """The service's own answer, as a whole one that ends in its middle."""
    HUGE = "huge"
    """300 MB."""
    LIMITED = "limited"
    BROKEN = "broken"
    RESET = "reset"
    """The service's own answer, torn off in its middle."""
    LOST = "lost"
    """The service does what is asked, and its answer is lost."""
    PLAIN = "plain"
    """On a TLS port: no TLS."""
    STRANGER = "stranger"
    """On a TLS port: a certificate that nobody vouches for."""


class Certificates(NamedTuple):
    """Two certificates for 127.0.0.1: the one to be shown, and one of an unknown issuer."""

    known: ssl.SSLContext
    stranger: ssl.SSLContext


class _Request(NamedTuple):
    line: bytes
    headers: bytes
    body: bytes

    @property
    def path(self) -> str:
        return self.line.split(b" ")[1].decode()


class _Reply(NamedTuple):
    head: bytes
    body: bytes


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
            await _send(writer, _CANNED[Fault.PLAIN])
            return False
        request = await _read_request(reader)
        self.asked.append(request.line.decode().rpartition(" ")[0])
        fault = self.fault if self.concerns(request.path) else Fault.NONE
        if fault is Fault.NONE:
            reply = await self._ask(request)
            await _send(writer, reply.head + reply.body)
            return True
        self._stuck.add(task)
        await self._misbehave(fault, request, writer)
        return False

    async def _misbehave(self, fault: Fault, request: _Request, writer: asyncio.StreamWriter) -> None:
        match fault:
            case Fault.HANG:
                await asyncio.Event().wait()
            case Fault.DRIP:
                await _drip(writer)
            case Fault.HUGE:
                await _pour(writer)
            case Fault.RESET:
                reply = await self._ask(request)
                await _send(writer, reply.head + reply.body[: len(reply.body) // 2])
                _tear(writer)
            case Fault.LOST:
                await self._ask(request)
                _tear(writer)
            case Fault.HALF:
                reply = await self._ask(request)
                half = reply.body[: len(reply.body) // 2]
                await _send(writer, _with_length(reply.head, len(half)) + half)
            case _:
                await _send(writer, _CANNED[fault])

    async def _ask(self, request: _Request) -> _Reply:
        """The service's answer, whole."""
        reader, writer = await asyncio.open_connection(*self._upstream)
        try:
            kept = [h for h in request.headers.split(b"\r\n") if not h.lower().startswith(b"connection:")]
            await _send(writer, b"\r\n".join([request.line, *kept, b"Connection: close", b"", request.body]))
            head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        finally:
            writer.close()
        return _Reply(_with_length(head + b"\r\n\r\n", len(body)), body)


async def _read_request(reader: asyncio.StreamReader) -> _Request:
    head = await reader.readuntil(b"\r\n\r\n")
    line, _, headers = head[:-4].partition(b"\r\n")
    length = 0
    for header in headers.split(b"\r\n"):
        name, _, value = header.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return _Request(line, headers, await reader.readexactly(length))


def _with_length(head: bytes, length: int) -> bytes:
    """The head of an answer of that length; the service closes after each, the proxy does not."""
    dropped = (b"content-length:", b"connection:")
    kept = [line for line in head[:-4].split(b"\r\n") if not line.lower().startswith(dropped)]
    assert not any(line.lower().startswith(b"transfer-encoding:") for line in kept), "a chunked answer"
    return b"\r\n".join([*kept, b"Content-Length: %d" % length, b"", b""])


def _canned(status: str, body: bytes, *headers: str, kind: str = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


_CANNED: Final = {
    Fault.HTML: _canned("200 OK", _PAGE),
    Fault.NOT_FOUND: _canned("404 Not Found", _PAGE),
    Fault.UNAUTHORISED: _canned("401 Unauthorized", b""),
    Fault.GARBAGE: _canned("200 OK", _GARBAGE, kind="application/json"),
    Fault.NOISE: _GARBAGE,
    Fault.LIMITED: _canned("429 Too Many Requests", b"slow down", "Retry-After: 1", kind="text/plain"),
    Fault.BROKEN: _canned("500 Internal Server Error", b"Internal Server Error", kind="text/plain"),
    Fault.PLAIN: _canned("400 Bad Request", b"Bad Request", kind="text/plain"),
}


async def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(data)
    await writer.drain()


async def _drip(writer: asyncio.StreamWriter) -> None:
    await _send(writer, b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        await _send(writer, b" ")
        await asyncio.sleep(_DRIP_SECONDS)


async def _pour(writer: asyncio.StreamWriter) -> None:
    await _send(writer, b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n[" % HUGE)
    for _ in range(HUGE // MIB):
        await _send(writer, b" " * MIB)


def _tear(writer: asyncio.StreamWriter) -> None:
    """End it by a reset instead of a farewell."""
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


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
