"""The body of an answer, unpacked, never more of it than is wanted.

Compressed bodies are unpacked here, in bounded steps: a kilobyte that unpacks to a gigabyte would otherwise be in
memory before anybody could measure it. Only gzip is asked for, and only one layer is undone.
"""

import zlib
from typing import Final

import httpx

ACCEPTED: Final = "gzip"
_ANY_HEADER: Final = zlib.MAX_WBITS | 32  # gzip or zlib
_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})


class TooLarge(Exception):  # never leaves the transport
    """More than the limit."""


class Damaged(Exception):  # never leaves the transport
    """It cannot be unpacked."""


async def read_body(response: httpx.Response, limit: int) -> bytes:
    """At most `limit` bytes. Raises TooLarge, Damaged and what the line raises."""
    stated = response.headers.get("content-length", "")
    if stated.isdecimal() and int(stated[:18]) > limit:
        raise TooLarge
    unpack = _Unpacker(response.headers.get("content-encoding", "").strip().lower())
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += unpack(chunk, limit + 1 - len(body))
        if len(body) > limit:
            raise TooLarge
    if not unpack.complete:
        raise Damaged("its end is missing")
    return bytes(body)


class _Unpacker:
    def __init__(self, encoding: str) -> None:
        if encoding not in {"", "identity"} | _PACKED:
            raise Damaged("it is packed in a way that we did not ask for")
        self._zlib = zlib.decompressobj(_ANY_HEADER) if encoding in _PACKED else None
        self._seen = False

    @property
    def complete(self) -> bool:
        """Whether nothing more is to come, as far as the packing tells."""
        return self._zlib is None or self._zlib.eof or not self._seen

    def __call__(self, chunk: bytes, most: int) -> bytes:
        if self._zlib is None or not chunk:
            return chunk
        self._seen = True
        try:
            return self._zlib.decompress(chunk, most)
        except zlib.error as error:
            raise Damaged("it cannot be unpacked") from error
