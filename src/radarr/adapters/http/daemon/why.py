"""`/api/daemon/v1/movie/{id}/why`: what was considered for a film, with every reason, and what would have got it."""

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Shape, answer, given, instant, text
from radarr.domain.decision.reason import Rejection
from radarr.ports.driving.why import Considered, SlotStory


class ReasonShape(Shape, kw_only=True):
    """Why not."""

    reason: str
    kind: str
    message: str


class SaidShape(Shape, kw_only=True):
    """What a release's name said when it was decided."""

    year: int
    edition: str
    group: str | UnsetType
    languages: list[str]
    version: int
    is_repack: bool


class CandidateShape(Shape, kw_only=True):
    """One release decided for one slot, as it was seen last. `seen` counts how often it was decided.

    `changes` would get it taken, all of them together; `obstacle` says why nothing does. Where both are empty it would
    be taken now.
    """

    slot: str
    title: str
    indexer: str
    indexers: list[str]
    said: SaidShape | UnsetType
    quality: str
    score: int
    formats: list[str]
    size: int
    seeders: int | UnsetType
    flags: list[str]
    outcome: str
    rank: int | UnsetType
    rejections: list[ReasonShape]
    acceptable: bool
    changes: list[str]
    obstacle: str
    kind: str
    profile: str
    first_seen: str | UnsetType
    last_seen: str | UnsetType
    seen: int


class NearestShape(Shape, kw_only=True):
    """The release that came nearest, and the smallest change that would have got it."""

    title: str
    changes: list[str]


class SlotShape(Shape, kw_only=True):
    """How a slot stands, in sentences."""

    slot: str
    standing: list[str]
    searched_at: str | UnsetType
    considered: int
    nearest: NearestShape | UnsetType


def reasons(rejections: tuple[Rejection, ...]) -> list[ReasonShape]:
    """Reasons with their names."""
    return [ReasonShape(reason=r.reason.value, kind=r.kind.value, message=r.message) for r in rejections]


def _said(line: Considered) -> SaidShape | UnsetType:
    parsed = line.latest.parsed
    if parsed is None:
        return UNSET
    return SaidShape(
        year=parsed.year,
        edition=parsed.edition,
        group=given(parsed.group),
        languages=list(parsed.languages),
        version=parsed.revision.version,
        is_repack=parsed.revision.repack,
    )


def _shape(line: Considered, slot: str) -> CandidateShape:
    entry = line.latest
    return CandidateShape(
        slot=slot,
        title=entry.title,
        indexer=entry.indexer,
        indexers=list(line.indexers),
        said=_said(line),
        quality=entry.quality,
        score=entry.score,
        formats=list(entry.formats),
        size=entry.size,
        seeders=given(entry.seeders),
        flags=list(entry.flags),
        outcome=line.outcome.value,
        rank=given(entry.rank),
        rejections=reasons(entry.rejections),
        acceptable=line.acceptable,
        changes=list(line.changes),
        obstacle=line.obstacle,
        kind=entry.kind.value,
        profile=entry.profile,
        first_seen=instant(line.first_seen),
        last_seen=instant(entry.last_seen),
        seen=line.seen,
    )


def _slot(story: SlotStory) -> SlotShape:
    nearest = story.nearest
    return SlotShape(
        slot=story.slot.name,
        standing=list(story.standing),
        searched_at=instant(story.slot.searched_at),
        considered=len(story.considered),
        nearest=NearestShape(title=nearest.latest.title, changes=list(nearest.changes)) if nearest else UNSET,
    )


async def why(request: web.Request) -> web.Response:
    """Every release that was considered: what was taken first, then what came nearest."""
    report = await context_of(request).driving.show_why.execute(int(request.match_info["id"]), text(request, "slot"))
    candidates = [_shape(line, story.slot.name) for story in report.slots for line in story.considered]
    slots = [_slot(story) for story in report.slots]
    return answer({"movie": str(report.movie), "slots": slots, "candidates": candidates})


ROUTES = [web.get(r"/api/daemon/v1/movie/{id:\d+}/why", why)]
