"""Releases that wait, as `/api/v3/queue` shows them."""

from datetime import datetime

from aiohttp import web
from msgspec import UNSET

from radarr.adapters.http.context import Context, context_of
from radarr.adapters.http.v3.quality import languages, quality_model
from radarr.adapters.http.v3.queue_shape import QueueShape, StatusMessage, span
from radarr.adapters.http.wire import answer, instant
from radarr.domain.decision.reason import Reason
from radarr.ports.driving.queue import WaitingItem

FIRST_ID = 900_000_000
"""Beyond the ids of downloads, of nine digits at most: clients have one number for both."""
_WORDS = {
    Reason.MINIMUM_AGE_DELAY: "for something better",
    Reason.MINIMUM_AGE: "until it is old enough",
    Reason.AVAILABILITY: "until the film can be had",
}


def waiting_shape(item: WaitingItem, context: Context) -> QueueShape:
    """In Radarr's words; sizes in bytes."""
    pending, release = item.pending, item.pending.release
    return QueueShape(
        id=FIRST_ID + pending.id,
        movie_id=item.movie.id,
        languages=languages(pending.parsed.languages),
        quality=quality_model(pending.parsed.quality, pending.parsed.revision),
        custom_formats=[],
        custom_format_score=pending.score,
        size=release.size,
        title=release.title,
        sizeleft=release.size,
        timeleft=span(_left(pending.due_at, context.clock.now())),
        estimated_completion_time=instant(pending.due_at),
        added=instant(pending.since),
        status="delay",
        tracked_download_status=UNSET,
        tracked_download_state=UNSET,
        status_messages=[StatusMessage(title=release.title, messages=[_why(item)])],
        error_message=UNSET,
        download_id=UNSET,
        download_client=UNSET,
        indexer=release.indexer,
        output_path=UNSET,
    )


def _why(item: WaitingItem) -> str:
    return f"the slot {item.slot} waits {_WORDS.get(item.pending.reason, 'to decide again')}"


def _left(due_at: datetime, now: datetime) -> int:
    return max(0, int((due_at - now).total_seconds()))


async def grab(request: web.Request) -> web.Response:
    """Fetch at once what waits."""
    await context_of(request).driving.manage_waiting.grab(int(request.match_info["id"]) - FIRST_ID)
    return answer({})


ROUTES = [web.post(r"/api/v3/queue/grab/{id:\d+}", grab)]
