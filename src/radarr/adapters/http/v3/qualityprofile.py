"""`/api/v3/qualityprofile`: what the configuration declares."""

from collections.abc import Mapping

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import NamedFormat, context_of
from radarr.adapters.http.v3.quality import Language, QualityShape, language, quality_shape
from radarr.adapters.http.wire import Shape, answer
from radarr.domain.profile import Profile, ProfileItem
from radarr.ports.errors import Gone

_FIRST_GROUP_ID = 1000  # any id above every quality's says "group"


class ItemShape(Shape, kw_only=True):
    """A quality, or a group of them."""

    id: int | UnsetType = UNSET
    name: str | UnsetType = UNSET
    quality: QualityShape | UnsetType = UNSET
    items: list["ItemShape"]
    allowed: bool


class FormatItemShape(Shape, kw_only=True):
    """What a custom format is worth."""

    format: int
    name: str
    score: int


class ProfileShape(Shape, kw_only=True):
    """A quality profile."""

    id: int
    name: str
    upgrade_allowed: bool
    cutoff: int
    items: list[ItemShape]
    min_format_score: int
    cutoff_format_score: int
    min_upgrade_format_score: int
    format_items: list["FormatItemShape"]
    language: Language


def profile_shape(profile: Profile, formats: Mapping[str, NamedFormat]) -> ProfileShape:
    """A profile with its items worst to best, and what every format is worth to it."""
    cutoff = next(_item_id(rank, item) for rank, item in enumerate(profile.items) if item.name == profile.cutoff)
    return ProfileShape(
        id=profile.id,
        name=profile.name,
        upgrade_allowed=profile.upgrade,
        cutoff=cutoff,
        items=[_item(rank, item) for rank, item in enumerate(profile.items)],
        min_format_score=profile.min_format_score,
        cutoff_format_score=profile.cutoff_format_score,
        min_upgrade_format_score=profile.min_upgrade_format_score,
        format_items=[
            FormatItemShape(format=named.id, name=name, score=profile.format_scores.get(name, 0))
            for name, named in formats.items()
        ],
        language=Language(id=-2, name="Original")
        if profile.language == "Original"
        else Language(id=-1, name="Any")
        if profile.language == "Any"
        else language(profile.language),
    )


def _item_id(rank: int, item: ProfileItem) -> int:
    return item.qualities[0].id if len(item.qualities) == 1 else _FIRST_GROUP_ID + rank


def _item(rank: int, item: ProfileItem) -> ItemShape:
    if len(item.qualities) == 1:
        return ItemShape(quality=quality_shape(item.qualities[0]), items=[], allowed=item.allowed)
    members = [ItemShape(quality=quality_shape(q), items=[], allowed=item.allowed) for q in item.qualities]
    return ItemShape(id=_item_id(rank, item), name=item.name, items=members, allowed=item.allowed)


async def every(request: web.Request) -> web.Response:
    """All profiles."""
    context = context_of(request)
    return answer([profile_shape(profile, context.formats) for profile in context.profiles.values()])


async def one(request: web.Request) -> web.Response:
    """One profile."""
    context = context_of(request)
    name = context.profile_name(int(request.match_info["id"]))
    if not name:
        raise Gone(f"there is no quality profile {request.match_info['id']}")
    return answer(profile_shape(context.profiles[name], context.formats))


ROUTES = [
    web.get("/api/v3/qualityprofile", every),
    web.get(r"/api/v3/qualityprofile/{id:\d+}", one),
]
