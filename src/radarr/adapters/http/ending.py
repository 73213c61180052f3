"""The end of the server: whoever waits in a request is let go at once."""

import anyio
from aiohttp import web


class Ending:
    """Tells every waiting request that the daemon stops."""

    def __init__(self) -> None:
        self.event = anyio.Event()

    async def begin(self, _app: web.Application) -> None:
        """Let them all answer now."""
        self.event.set()


ENDING: web.AppKey[Ending] = web.AppKey("ending", Ending)


def prepare(app: web.Application) -> None:
    """Let requests that wait end at once when the server does."""
    app[ENDING] = ending = Ending()
    app.on_shutdown.append(ending.begin)
