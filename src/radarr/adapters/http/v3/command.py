"""`/api/v3/command`."""

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Body, Id, Shape, answer, instant, read
from radarr.ports.driving.commands import CommandState, CommandStatus
from radarr.ports.errors import Gone


class CommandShape(Shape, kw_only=True):
    """A command and how far it has come."""

    id: int
    name: str
    command_name: str
    message: str | UnsetType
    body: dict[str, object]
    priority: str = "normal"
    status: str
    result: str
    queued: str | UnsetType
    started: str | UnsetType
    ended: str | UnsetType
    trigger: str = "manual"


class CommandBody(Body, kw_only=True):
    """What to start."""

    name: str
    movie_ids: list[Id] = []
    movie_id: Id = 0


def command_shape(status: CommandStatus) -> CommandShape:
    """A command."""
    results = {CommandState.COMPLETED: "successful", CommandState.FAILED: "unsuccessful"}
    return CommandShape(
        id=status.id,
        name=status.name,
        command_name=status.name,
        message=status.message or UNSET,
        body={"movieIds": list(status.movie_ids)},
        status=status.state.value,
        result=results.get(status.state, "unknown"),
        queued=instant(status.queued_at),
        started=instant(status.started_at),
        ended=instant(status.ended_at),
    )


async def start(request: web.Request) -> web.Response:
    """Start a command."""
    body = await read(request, CommandBody)
    movie_ids = tuple(body.movie_ids) or ((body.movie_id,) if body.movie_id else ())
    context = context_of(request)
    started = command_shape(context.driving.commands.start(body.name, movie_ids))
    response = answer(started, 201)
    response.headers["Location"] = f"{context.url_base}/api/v3/command/{started.id}"
    return response


async def every(request: web.Request) -> web.Response:
    """The last commands."""
    return answer([command_shape(status) for status in context_of(request).driving.commands.all()])


async def one(request: web.Request) -> web.Response:
    """One command."""
    status = context_of(request).driving.commands.get(int(request.match_info["id"]))
    if status is None:
        raise Gone(f"there is no command {request.match_info['id']}")
    return answer(command_shape(status))


ROUTES = [
    web.get("/api/v3/command", every),
    web.post("/api/v3/command", start),
    web.get(r"/api/v3/command/{id:\d+}", one),
]
