"""`/api/daemon/v1/pause`: no searches, no grabs; imports go on."""

from datetime import UTC, datetime

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Body, answer, instant, read
from radarr.domain.pause import Pause
from radarr.ports.errors import Refused


class PauseBody(Body, kw_only=True):
    """`until` in ISO 8601, in UTC where it names no zone; without it the pause holds until a person resumes."""

    until: str | None = None


def pause_shape(pause: Pause | None) -> dict[str, object]:
    """The pause in force; `since` and `until` are null where there is none."""
    return {
        "paused": pause is not None,
        "since": instant(pause.since) if pause else None,
        "until": instant(pause.until) if pause and pause.until else None,
    }


async def show(request: web.Request) -> web.Response:
    """The pause in force."""
    return answer(pause_shape(await context_of(request).driving.pause_work.current()))


async def pause(request: web.Request) -> web.Response:
    """Pause at once; what is under way ends."""
    body = await read(request, PauseBody)
    until = None if body.until is None else _moment(body.until)
    return answer(pause_shape(await context_of(request).driving.pause_work.pause(until)))


async def resume(request: web.Request) -> web.Response:
    """End the pause; none is no error."""
    await context_of(request).driving.pause_work.resume()
    return answer(pause_shape(None))


def _moment(said: str) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Refused(f"until is no moment: {said[:40]!r}", remedy="write it like 2026-01-31T12:00:00Z") from error


_PATH = "/api/daemon/v1/pause"
ROUTES = [web.get(_PATH, show), web.put(_PATH, pause), web.delete(_PATH, resume)]
