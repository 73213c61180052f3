"""Add one torrent, and believe nothing but the list.

The reply says little: `Fails.` (409 since 5.2) is a duplicate or a broken torrent alike, `Ok.` only that the request
was taken; and the torrent shows up some time later. So the infohash, known beforehand, is looked up until it is there.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from http import HTTPStatus

import anyio
import msgspec

from radarr.adapters.qbittorrent.replies import succeeded
from radarr.adapters.qbittorrent.session import Session
from radarr.adapters.qbittorrent.versions import Features
from radarr.adapters.qbittorrent.wire import AddReply
from radarr.adapters.transport.client import Answer
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.download_client import Added, AddRequest, ClientTorrent
from radarr.ports.errors import Refused, Unavailable

Look = Callable[[Infohash, str], Awaitable[ClientTorrent | None]]

_FIRST_WAIT, _LONGEST_WAIT = 0.05, 2.0  # seconds
_REFUSED_DEADLINE = 1.0  # a duplicate is listed already
_REFUSALS = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.CONFLICT, HTTPStatus.UNSUPPORTED_MEDIA_TYPE})


async def add(
    session: Session, features: Features, request: AddRequest, *, ours: str, look: Look, deadline: float
) -> Added:
    """Send it and wait until `look` finds it. Raises Refused, Unavailable."""
    answer = await session.post("torrents/add", _form(features, request, ours), _upload(request))
    refused = _refused(answer)
    if not refused:
        succeeded(answer)
    found = await _appears(request, look, min(deadline, _REFUSED_DEADLINE) if refused else deadline)
    if found is None:
        raise _not_there(request, answer, refused=refused)
    if refused:
        return Added(found, existed=True)
    return Added(await _tagged(session, features, request, found, ours, look), existed=False)


async def _appears(request: AddRequest, look: Look, deadline: float) -> ClientTorrent | None:
    """What the client lists of it before so many seconds are over."""
    async for _ in patience(deadline):
        if found := await look(request.infohash, request.tag):
            return found
    return None


async def patience(deadline: float) -> AsyncIterator[None]:
    """Moments to look: at once, and ever later until so many seconds are over."""
    wait, waited = _FIRST_WAIT, 0.0
    yield
    while waited < deadline:
        await anyio.sleep(wait)
        waited += wait
        yield
        wait = min(wait * 1.5, _LONGEST_WAIT)


def _form(features: Features, request: AddRequest, ours: str) -> dict[str, str]:
    """What goes with it. The folder is left to the client: its default, or the category's if it is set up so."""
    paused = "true" if request.paused else "false"
    form = {
        "category": request.category,
        "paused": paused,  # before 5.0; the wrong one of the two is ignored
        "stopped": paused,
        "shareLimitAction": "Stop",  # so that the client removes nothing before it is imported
    }
    # each torrent keeps a folder of its own, else the files of all would mix
    form |= {"contentLayout": "Original"} if features.content_layout else {"root_folder": "true"}
    if features.tags_on_add:
        form["tags"] = f"{ours},{request.tag}"
    if request.magnet is not None:
        form["urls"] = request.magnet
    return form


def _upload(request: AddRequest) -> dict[str, tuple[str, bytes, str]] | None:
    if request.torrent is None:
        return None
    return {"torrents": (f"{request.infohash.key}.torrent", request.torrent, "application/x-bittorrent")}


def _refused(answer: Answer) -> bool:
    if answer.status in _REFUSALS or answer.text.strip() == "Fails.":
        return True
    try:
        reply = msgspec.json.decode(answer.body, type=AddReply)
    except msgspec.DecodeError:
        return False  # `Ok.`
    return reply.failure_count > 0 and not reply.success_count and not reply.pending_count


def _not_there(request: AddRequest, answer: Answer, *, refused: bool) -> Refused | Unavailable:
    if refused:
        return Refused(
            f"qBittorrent does not take {request.name} (HTTP {answer.status})",
            remedy="its log says why; another release may do",
        )
    return Unavailable(
        f"qBittorrent accepted {request.name} but does not list it", remedy="it may be busy; we look again later"
    )


async def _tagged(
    session: Session, features: Features, request: AddRequest, found: ClientTorrent, ours: str, look: Look
) -> ClientTorrent:
    """From 4.2 to 4.3.1 tags cannot come with the torrent."""
    if features.tags_on_add or not features.tags:
        return found
    await session.post("torrents/addTags", {"hashes": found.id, "tags": f"{ours},{request.tag}"})
    return await look(request.infohash, request.tag) or found
