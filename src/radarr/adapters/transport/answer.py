"""What a server answered."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple, TypeVar

import httpx

from radarr.adapters.transport.guard import Visit
from radarr.ports.errors import PortError

E = TypeVar("E", bound=PortError)


class Answer(NamedTuple):
    """An answer, read whole. `url` is where it came from, without its query (it may hold a key).

    `seconds` is how long it took, from sending to the last byte.
    """

    status: int
    headers: httpx.Headers
    body: bytes
    url: str
    seconds: float = 0.0
    visit: Visit | None = None

    @property
    def text(self) -> str:
        """The body as UTF-8; foreign bytes are replaced."""
        return self.body.decode("utf-8", "replace")

    @property
    def content_type(self) -> str:
        """Lower case, without parameters."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()

    @property
    def retry_after(self) -> float | None:
        """Seconds, where the server named a number of them, or a date."""
        value = str(self.headers.get("retry-after", "")).strip()
        if value.isascii() and value.isdecimal():
            return float(value[:9])
        then = _date(value)
        if then is None:
            return None
        sent = _date(str(self.headers.get("date", ""))) or datetime.now(UTC)
        return max((then - sent).total_seconds(), 0.0)

    def blame(self, error: E) -> E:
        """The error to raise; this answer was not the service's, or made no sense, and counts as its failure."""
        if self.visit is not None:
            self.visit.revoke(error)
        return error


def _date(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
