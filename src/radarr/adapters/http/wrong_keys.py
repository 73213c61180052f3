"""Who comes with a wrong key, and how long such an address waits for its answer.

A right key is looked at first and never waits, also while another of the same address does. Waiting only makes
guessing dull: what keeps strangers out is a key that cannot be guessed.
"""

import ipaddress
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from aiohttp import web

from radarr.adapters.http.origin import address

_KNOWN = 1000  # addresses
_FORGOTTEN = 600.0  # seconds after the last wrong key
_TOLD_AGAIN = 60.0  # seconds
_HELD = 64  # answers that wait at one time ...
_HELD_EACH = 8  # ... of them to one address


@dataclass(slots=True)
class _Guest:
    wrong: int = 0
    seen: float = 0.0
    told: float | None = None
    held: int = 0


class WrongKeys:
    """`first` and `longest` in seconds: the wait doubles with each wrong key. Time is monotonic seconds."""

    def __init__(self, first: float = 0.25, longest: float = 4.0) -> None:
        self._first = first
        self._longest = longest
        self._guests: OrderedDict[str, _Guest] = OrderedDict()
        self._held = 0

    def note(self, remote: str, now: float) -> float:
        """How many seconds this wrong key's answer waits."""
        who = _who(remote)
        guest = self._guests.get(who)
        if guest is None or (now - guest.seen > _FORGOTTEN and not guest.held):
            guest = self._guests[who] = _Guest()
        guest.wrong += 1
        guest.seen = now
        self._guests.move_to_end(who)
        while len(self._guests) > _KNOWN:
            self._guests.popitem(last=False)
        return min(self._longest, self._first * (1 << min(guest.wrong - 1, 16)))

    def is_news(self, remote: str, now: float) -> bool:
        """Whether the log is to hear of it: once a minute for each address."""
        guest = self._guests.get(_who(remote))
        if guest is None or (guest.told is not None and now - guest.told < _TOLD_AGAIN):
            return False
        guest.told = now
        return True

    @contextmanager
    def held(self, remote: str) -> Iterator[bool]:
        """Around the wait. False where too many wait already: the answer goes out at once, and the line is closed."""
        guest = self._guests.get(_who(remote), _Guest())
        if self._held >= _HELD or guest.held >= _HELD_EACH:
            yield False
            return
        self._held += 1
        guest.held += 1
        try:
            yield True
        finally:
            self._held -= 1
            guest.held -= 1


WRONG_KEYS: web.AppKey[WrongKeys] = web.AppKey("wrong_keys", WrongKeys)


def _who(remote: str) -> str:
    """An address; of IPv6 the network that one customer has whole."""
    found = address(remote)
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found or "")
