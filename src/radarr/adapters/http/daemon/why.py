"""`/api/daemon/v1/movie/{id}/why`: the ledger of one film."""

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Shape, answer, given, instant, text
from radarr.domain.decision.reason import Rejection
from radarr.domain.history import LedgerEntry
from radarr.domain.movie import Movie
from radarr.ports.errors import Gone, Refused


class ReasonShape(Shape, kw_only=True):
    """Why not."""

    reason: str
    kind: str
    message: str


class CandidateShape(Shape, kw_only=True):
    """One release decided for one slot. `seen` counts how often it was offered unchanged."""

    slot: str
    title: str
    indexer: str
    quality: str
    score: int
    formats: list[str]
    size: int
    seeders: int | UnsetType
    flags: list[str]
    outcome: str
    rank: int | UnsetType
    rejections: list[ReasonShape]
    kind: str
    profile: str
    first_seen: str | UnsetType
    last_seen: str | UnsetType
    seen: int


def reasons(rejections: tuple[Rejection, ...]) -> list[ReasonShape]:
    """Reasons with their names."""
    return [ReasonShape(reason=r.reason.value, kind=r.kind.value, message=r.message) for r in rejections]


def _shape(entry: LedgerEntry, slots: dict[int, str]) -> CandidateShape:
    return CandidateShape(
        slot=slots.get(entry.slot_id, "?"),
        title=entry.title,
        indexer=entry.indexer,
        quality=entry.quality,
        score=entry.score,
        formats=list(entry.formats),
        size=entry.size,
        seeders=given(entry.seeders),
        flags=list(entry.flags),
        outcome=entry.outcome.value,
        rank=entry.rank if entry.rank is not None else UNSET,
        rejections=reasons(entry.rejections),
        kind=entry.kind.value,
        profile=entry.profile,
        first_seen=instant(entry.first_seen),
        last_seen=instant(entry.last_seen),
        seen=entry.seen,
    )


async def why(request: web.Request) -> web.Response:
    """Every candidate of a film, newest first, with every reason."""
    movie_id, name = int(request.match_info["id"]), text(request, "slot")
    async with context_of(request).store.snapshot() as tx:
        movie = await tx.movies.get(movie_id)
        if movie is None:
            raise Gone(f"there is no film {movie_id}")
        entries = await tx.ledger.for_movie(movie_id, _slot_id(movie, name) if name else None)
    slots = {slot.id: slot.name for slot in movie.slots}
    return answer({"movie": str(movie), "candidates": [_shape(entry, slots) for entry in entries]})


def _slot_id(movie: Movie, name: str) -> int:
    slot = movie.slot(name)
    if slot is None:
        raise Refused(f"{movie} has no slot {name!r}", remedy=f"it has {', '.join(s.name for s in movie.slots)}")
    return slot.id


ROUTES = [web.get(r"/api/daemon/v1/movie/{id:\d+}/why", why)]
