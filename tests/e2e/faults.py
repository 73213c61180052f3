"""What a service may do instead of answering, byte by byte."""

import asyncio
import socket
import struct
from enum import StrEnum
from typing import Final, NamedTuple

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


class Request(NamedTuple):
    line: bytes
    headers: bytes
    body: bytes

    @property
    def path(self) -> str:
        return self.line.split(b" ")[1].decode()


class Reply(NamedTuple):
    head: bytes
    body: bytes


async def read_request(reader: asyncio.StreamReader) -> Request:
    head = await reader.readuntil(b"\r\n\r\n")
    line, _, headers = head[:-4].partition(b"\r\n")
    length = 0
    for header in headers.split(b"\r\n"):
        name, _, value = header.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return Request(line, headers, await reader.readexactly(length))


def with_length(head: bytes, length: int) -> bytes:
    """The head of an answer of that length; the service closes after each, the proxy does not."""
    dropped = (b"content-length:", b"connection:")
    kept = [line for line in head[:-4].split(b"\r\n") if not line.lower().startswith(dropped)]
    assert not any(line.lower().startswith(b"transfer-encoding:") for line in kept), "a chunked answer"
    return b"\r\n".join([*kept, b"Content-Length: %d" % length, b"", b""])


def _canned(status: str, body: bytes, *headers: str, kind: str = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


CANNED: Final = {
    Fault.HTML: _canned("200 OK", _PAGE),
    Fault.NOT_FOUND: _canned("404 Not Found", _PAGE),
    Fault.UNAUTHORISED: _canned("401 Unauthorized", b""),
    Fault.GARBAGE: _canned("200 OK", _GARBAGE, kind="application/json"),
    Fault.NOISE: _GARBAGE,
    Fault.LIMITED: _canned("429 Too Many Requests", b"slow down", "Retry-After: 1", kind="text/plain"),
    Fault.BROKEN: _canned("500 Internal Server Error", b"Internal Server Error", kind="text/plain"),
    Fault.PLAIN: _canned("400 Bad Request", b"Bad Request", kind="text/plain"),
}


async def send(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(data)
    await writer.drain()


async def drip(writer: asyncio.StreamWriter) -> None:
    await send(writer, b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        await send(writer, b" ")
        await asyncio.sleep(_DRIP_SECONDS)


async def pour(writer: asyncio.StreamWriter) -> None:
    await send(writer, b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n[" % HUGE)
    for _ in range(HUGE // MIB):
        await send(writer, b" " * MIB)


def tear(writer: asyncio.StreamWriter) -> None:
    """End it by a reset instead of a farewell."""
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
