"""Prowlarr's list of indexers in our words."""

from collections.abc import Iterable, Iterator, Mapping

from radarr.adapters.prowlarr.wire import CapabilityFields, CategoryFields, IndexerFields, ProfileFields
from radarr.ports.indexer import IndexerInfo

_ID_PARAMS = ("imdbid", "tmdbid")  # that we can ask for, best first
_MOVIES = range(2000, 3000)
_PER_HOUR = 1
_DAY = 24


def indexer_info(fields: IndexerFields, profile: ProfileFields, categories: Iterable[int]) -> IndexerInfo:
    """One indexer. It knows movies if it has a category of movies, or one of `categories`, or does not say."""
    settings = {setting.name: setting.value for setting in fields.fields or () if setting.name}
    minimum = _whole(settings, "torrentBaseSettings.appMinimumSeeders")
    searches = fields.supports_search is not False
    return IndexerInfo(
        id=fields.id,
        name=fields.name or f"indexer {fields.id}",
        protocol=fields.protocol or "unknown",
        privacy=fields.privacy or "public",
        priority=fields.priority or 25,
        enabled=fields.enable,
        feed=profile.enable_rss and fields.supports_rss is not False,
        automatic=profile.enable_automatic_search and searches,
        interactive=profile.enable_interactive_search and searches,
        movies=_knows_movies(fields.capabilities, frozenset(categories)),
        id_params=_id_params(fields.capabilities),
        minimum_seeders=profile.minimum_seeders if minimum is None else minimum,
        query_limit=_whole(settings, "baseSettings.queryLimit") or None,
        grab_limit=_whole(settings, "baseSettings.grabLimit") or None,
        limit_hours=1 if _whole(settings, "baseSettings.limitsUnit") == _PER_HOUR else _DAY,
    )


def _whole(settings: Mapping[str, object], name: str) -> int | None:
    value = settings.get(name)
    return int(value) if isinstance(value, int | float) and value >= 0 else None


def _id_params(capabilities: CapabilityFields | None) -> tuple[str, ...]:
    stated = {param.lower() for param in (capabilities.movie_search_params if capabilities else None) or ()}
    return tuple(param for param in _ID_PARAMS if param in stated)


def _knows_movies(capabilities: CapabilityFields | None, wanted: frozenset[int]) -> bool:
    if capabilities is None or not capabilities.categories:
        return True
    known = set(_category_ids(capabilities.categories))
    return any(category in _MOVIES for category in known) or not wanted.isdisjoint(known)


def _category_ids(categories: Iterable[CategoryFields]) -> Iterator[int]:
    for category in categories:
        if category.id is not None:
            yield category.id
        yield from _category_ids(category.sub_categories or ())
