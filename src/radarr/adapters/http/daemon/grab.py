"""`/api/daemon/v1/movie/{id}/grab`: a release of one's own choice."""

import base64

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Body, answer, read
from radarr.ports.errors import Refused


class OwnRelease(Body, kw_only=True):
    """A magnet, or a torrent file's bytes in base64. Addresses are not taken: the caller fetches them."""

    magnet: str | None = None
    torrent: str | None = None


async def grab(request: web.Request) -> web.Response:
    """Grab it."""
    body = await read(request, OwnRelease)
    if bool(body.magnet) == bool(body.torrent):
        raise Refused("exactly one of magnet and torrent is needed")
    try:
        torrent = base64.b64decode(body.torrent, validate=True) if body.torrent else None
    except ValueError as error:  # binascii.Error is one, and so is what it says of letters beyond ASCII
        raise Refused("torrent is not base64") from error
    download = await context_of(request).driving.grab_own.execute(
        int(request.match_info["id"]), torrent=torrent, magnet=body.magnet
    )
    return answer(
        {
            "queueId": download.id,
            "title": download.grab.release.title,
            "infoHash": download.grab.infohash.key,
            "state": download.state.value,
            "message": download.message,
        },
        201,
    )


ROUTES = [web.post(r"/api/daemon/v1/movie/{id:\d+}/grab", grab)]
