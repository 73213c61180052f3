"""Asking a guarded service, again where that does no harm, and telling its guard what came of each try.

A service that manages others (Prowlarr) answers for them too: what one of those did is not the service's failure.
"""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import NamedTuple

from radarr.adapters.transport.answer import Answer
from radarr.adapters.transport.guard import CircuitOpen, Guard, Visit
from radarr.adapters.transport.troubles import TooMuch, Unanswered
from radarr.domain.resilience.retry import Mishap, may_repeat
from radarr.ports.errors import Unavailable

_GATEWAY = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT})


Send = Callable[[float], Awaitable[Answer]]
"""Sends once, in so many seconds at most."""


class Terms(NamedTuple):
    """How to ask. `reads`: nothing is changed; `behind`: who is asked in the end, "" for the service itself."""

    reads: bool
    urgent: bool
    behind: str


class _Try(NamedTuple):
    """What came of one: an answer or an error. `mishap` None: it went well."""

    result: Answer | Unavailable
    mishap: Mishap | None

    @property
    def retry_after(self) -> float | None:
        return self.result.retry_after

    def give(self) -> Answer:
        if isinstance(self.result, Unavailable):
            raise self.result
        return self.result


async def ask(guard: Guard, send: Send, terms: Terms, total: float) -> Answer:
    """Send through the guard until it works, can do harm, or took `total` seconds, waits for a place not counted.

    Raises CircuitOpen where nothing was sent, Unavailable as the last try did.
    """
    last: _Try | None = None
    repeats, left = 0, total
    while True:
        try:
            visit = await guard.enter(urgent=terms.urgent)
        except CircuitOpen:
            if last is None:
                raise
            return last.give()
        with visit:
            last = await _try(visit, send, terms, left)
        pause = _pause(guard, last, terms, repeats)
        left -= visit.seconds + (pause or 0.0)
        if pause is None or left <= 0:
            return last.give()
        await guard.sleep(pause)
        repeats += 1


def _pause(guard: Guard, last: _Try, terms: Terms, repeats: int) -> float | None:
    if last.mishap is None or not may_repeat(last.mishap, reads=terms.reads, costs=bool(terms.behind)):
        return None
    return guard.retry.pause(repeats, guard.chance(), last.retry_after)


async def _try(visit: Visit, send: Send, terms: Terms, seconds: float) -> _Try:
    try:
        answer = await send(seconds)
    except Unanswered as error:
        if terms.behind:
            visit.unclear()
        else:
            visit.failed(error)
        return _Try(error, Mishap.FINAL if isinstance(error, TooMuch) else Mishap.UNANSWERED)
    except Unavailable as error:
        visit.failed(error)
        return _Try(error, Mishap.UNREACHED)
    return _answered(visit, answer._replace(visit=visit), terms)


def _answered(visit: Visit, answer: Answer, terms: Terms) -> _Try:
    is_gateway = answer.status in _GATEWAY
    if is_gateway or (answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not terms.behind):
        remedy = f"look into {visit.name}'s own log, and into that of a proxy before it; we try again later"
        visit.failed(Unavailable(f"{visit.name} {_said(answer.status)}", remedy=remedy), answered=True)
        return _Try(answer, Mishap.OVERLOADED if is_gateway else Mishap.FINAL)
    visit.succeeded(timed=not terms.behind)
    is_asked_to_wait = answer.status == HTTPStatus.TOO_MANY_REQUESTS
    return _Try(answer, Mishap.OVERLOADED if is_asked_to_wait else None)


def _said(status: int) -> str:
    what = f"answers with status {status}"
    is_unavailable = status == HTTPStatus.SERVICE_UNAVAILABLE
    return f"{what}: it is starting up, or is down for a moment" if is_unavailable else what
