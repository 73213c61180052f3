"""Bytes on the wire that no decent client sends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import httpx
from anyio.abc import ByteStream


@asynccontextmanager
async def wire(http: httpx.AsyncClient) -> AsyncIterator[ByteStream]:
    """A connection to the server that this client speaks to."""
    async with await anyio.connect_tcp(http.base_url.host, http.base_url.port or 80) as stream:
        yield stream


async def say(http: httpx.AsyncClient, *lines: str, body: bytes = b"") -> tuple[int, bytes]:
    """Send these lines and read until the server closes or has answered; the status, and all that came."""
    async with wire(http) as stream:
        await stream.send("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        return await heard(stream)


async def heard(stream: ByteStream) -> tuple[int, bytes]:
    """The answer that comes first, as far as it comes in one piece or until the line is closed."""
    came = b""
    with anyio.fail_after(20):
        while b"\r\n\r\n" not in came:
            try:
                came += await stream.receive()
            except anyio.EndOfStream:
                break
    return (int(came.split(b" ", 2)[1]) if came else 0), came
