"""`/api/daemon/v1/replay`: what would be grabbed by other settings, of all that the ledger remembers."""

import msgspec
from aiohttp import web
from anyio import to_thread
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Body, Shape, answer, read
from radarr.domain.replay import Action, Choice, Replayed
from radarr.ports.driving.replay import ReplayOrder, ReplayReport, Totals
from radarr.ports.errors import Refused


class Wanted(Body, kw_only=True):
    """`settings` is a JSON object as text: sections of the configuration by name, their keys spelt as there."""

    profile: str = ""
    settings: str = "{}"
    source: str = "settings"


class ChoiceShape(Shape, kw_only=True):
    """What would be done for a slot; the release is left out where nothing would."""

    action: str
    title: str | UnsetType
    indexer: str | UnsetType
    quality: str | UnsetType
    size: int | UnsetType
    score: int | UnsetType


class SlotShape(Shape, kw_only=True):
    """A slot for which something would be done, by the settings in force or by the others."""

    movie_id: int
    movie: str
    slot: str
    held: int
    differs: bool
    now: ChoiceShape
    then: ChoiceShape


class TotalsShape(Shape, kw_only=True):
    """How many slots, and bytes."""

    grabbed: int
    upgraded: int
    left: int
    size: int
    replaced: int


class ReplayShape(Shape, kw_only=True):
    """The whole comparison."""

    releases: int
    now: TotalsShape
    then: TotalsShape
    slots: list[SlotShape]


def _choice(choice: Choice) -> ChoiceShape:
    if choice.action is Action.LEAVE:
        return ChoiceShape(action=choice.action, title=UNSET, indexer=UNSET, quality=UNSET, size=UNSET, score=UNSET)
    return ChoiceShape(**choice._asdict())


def _slot(slot: Replayed) -> SlotShape:
    return SlotShape(
        movie_id=slot.movie_id,
        movie=slot.movie,
        slot=slot.slot,
        held=slot.held,
        differs=slot.differs,
        now=_choice(slot.now),
        then=_choice(slot.then),
    )


def _totals(totals: Totals) -> TotalsShape:
    return TotalsShape(**totals._asdict())


async def replay(request: web.Request) -> web.Response:
    """Decide again; nothing is grabbed."""
    body = await read(request, Wanted)
    try:
        settings = msgspec.json.decode(body.settings, type=dict[str, object])
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refused(f"settings is no JSON object: {error}") from error
    order = ReplayOrder(profile=body.profile, settings=settings, source=body.source)
    report = await context_of(request).driving.replay.execute(order)
    return await to_thread.run_sync(_answered, report)  # of thousands of slots nobody else is to wait for it


def _answered(report: ReplayReport) -> web.Response:
    return answer(
        ReplayShape(
            releases=report.releases,
            now=_totals(report.now),
            then=_totals(report.then),
            slots=[_slot(slot) for slot in report.slots],
        )
    )


ROUTES = [web.post("/api/daemon/v1/replay", replay)]
