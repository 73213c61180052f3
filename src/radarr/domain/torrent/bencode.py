"""Bencode, the notation of torrent files.

Strict where two readers might see two things: a number has one spelling, a key occurs once. Lenient where all
readers agree: keys out of order are taken, since old makers of torrents did not sort them.
What comes from strangers is bounded in bytes, in depth and in the number of values.
"""

import re
from typing import TypeAlias

from radarr.domain.torrent.errors import TorrentError

Value: TypeAlias = int | bytes | list["Value"] | dict[bytes, "Value"]

MAX_BYTES = 10 << 20
MAX_DEPTH = 100
MAX_VALUES = 200_000

_INTEGER = re.compile(rb"i(0|-?[1-9][0-9]{0,18})e")
_LENGTH = re.compile(rb"(0|[1-9][0-9]{0,8}):")


def decode(data: bytes) -> Value:
    """The one value that `data` spells. Raises TorrentError."""
    reader = _Reader(data)
    value = reader.value(MAX_DEPTH)
    reader.end()
    return value


def decode_members(data: bytes) -> dict[bytes, tuple[Value, bytes]]:
    """The members of a dictionary, each with the very bytes that spell its value. Raises TorrentError."""
    reader = _Reader(data)
    reader.expect(b"d", "a dictionary")
    members: dict[bytes, tuple[Value, bytes]] = {}
    while not reader.take(b"e"):
        key = reader.key(members)
        start = reader.at
        value = reader.value(MAX_DEPTH - 1)
        members[key] = (value, data[start : reader.at])
    reader.end()
    return members


def encode(value: Value) -> bytes:
    """The one canonical spelling: keys sorted."""
    match value:
        case int():
            return b"i%de" % value
        case bytes():
            return b"%d:%b" % (len(value), value)
        case list():
            return b"l%be" % b"".join(map(encode, value))
        case dict():
            return b"d%be" % b"".join(encode(key) + encode(value[key]) for key in sorted(value))


class _Reader:
    """Reads forward through bytes; `at` is where it stands."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_BYTES:
            raise TorrentError(f"it has {len(data)} bytes, more than the {MAX_BYTES} that a film's torrent may have")
        self.at = 0
        self._data = data
        self._values = 0

    def take(self, mark: bytes) -> bool:
        """Whether this mark comes next; it is passed over then."""
        found = self._data.startswith(mark, self.at)
        self.at += len(mark) if found else 0
        return found

    def expect(self, mark: bytes, what: str) -> None:
        if not self.take(mark):
            raise TorrentError(f"byte {self.at} should begin {what}")

    def end(self) -> None:
        if self.at != len(self._data):
            raise TorrentError(f"{len(self._data) - self.at} bytes follow its end")

    def value(self, depth: int) -> Value:
        """Any value, of at most this many levels."""
        self._count(depth)
        if self.take(b"l"):
            return self._list(depth)
        if self.take(b"d"):
            return self._dictionary(depth)
        if self._data.startswith(b"i", self.at):
            return self._integer()
        return self.text()

    def text(self) -> bytes:
        length = _LENGTH.match(self._data, self.at)
        if not length:
            raise TorrentError(f"byte {self.at} begins no value")
        start = length.end()
        self.at = start + int(length[1])
        if self.at > len(self._data):
            raise TorrentError("it is cut short")
        return self._data[start : self.at]

    def key(self, seen: dict[bytes, Value] | dict[bytes, tuple[Value, bytes]]) -> bytes:
        self._count(1)
        key = self.text()
        if key in seen:
            raise TorrentError(f"the key {key[:40]!r} occurs twice, so that two programs may read it differently")
        return key

    def _count(self, depth: int) -> None:
        self._values += 1
        if depth <= 0 or self._values > MAX_VALUES:
            raise TorrentError("it is nested too deeply or has too many entries")

    def _integer(self) -> int:
        number = _INTEGER.match(self._data, self.at)
        if not number:
            raise TorrentError(f"byte {self.at} begins a number that is none")
        self.at = number.end()
        return int(number[1])

    def _list(self, depth: int) -> list[Value]:
        values: list[Value] = []
        while not self.take(b"e"):
            values.append(self.value(depth - 1))
        return values

    def _dictionary(self, depth: int) -> dict[bytes, Value]:
        members: dict[bytes, Value] = {}
        while not self.take(b"e"):
            key = self.key(members)
            members[key] = self.value(depth - 1)
        return members
