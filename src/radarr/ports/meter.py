"""What is counted, for graphs. Every call is cheap, never fails and never waits."""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable


@runtime_checkable
class Meter(Protocol):
    """Counts since the start of the process."""

    def decided(self, kind: str, *, accepted: int, reasons: Iterable[str]) -> None:
        """Releases decided by a search of this kind: how many were accepted, and every reason of the others."""
        ...

    def grabbed(self, indexer: str, size: int) -> None:
        """A release was handed to the download client; size in bytes."""
        ...

    def imported(self, size: int, *, upgrade: bool, transfer: str) -> None:
        """A file reached the library; size in bytes, `transfer` is how (hardlink, reflink, copy)."""
        ...

    def failed(self, what: str) -> None:
        """What is not as it was to be: "download", "import", or "claim", one that a file contradicts."""
        ...


class NoMeter:
    """Counts nothing."""

    def decided(self, kind: str, *, accepted: int, reasons: Iterable[str]) -> None: ...

    def grabbed(self, indexer: str, size: int) -> None: ...

    def imported(self, size: int, *, upgrade: bool, transfer: str) -> None: ...

    def failed(self, what: str) -> None: ...
