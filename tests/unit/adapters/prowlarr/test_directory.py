"""Indexers as Prowlarr lists them."""

from typing import Any

import msgspec
import pytest

from radarr.adapters.prowlarr.directory import indexer_info
from radarr.adapters.prowlarr.wire import IndexerFields, ProfileFields
from radarr.ports.indexer import IndexerInfo


def _info(profile: ProfileFields | None = None, wanted: tuple[int, ...] = (2000,), **fields: Any) -> IndexerInfo:
    listed = msgspec.convert({"id": 3, "protocol": "torrent", **fields}, IndexerFields)
    return indexer_info(listed, profile or ProfileFields(), wanted)


def _settings(**values: object) -> list[dict[str, object]]:
    return [{"name": name.replace("__", "."), "value": value} for name, value in values.items()]


def test_an_indexer_whose_definition_vanished_is_asked_by_words() -> None:
    info = _info()
    assert (info.name, info.movies, info.id_params, info.priority) == ("indexer 3", True, (), 25)


@pytest.mark.parametrize(
    ("categories", "wanted", "movies"),
    [
        pytest.param([{"id": 2000}], (2000,), True, id="movies"),
        pytest.param([{"id": 100001, "subCategories": [{"id": 2045}]}], (2000,), True, id="below-another"),
        pytest.param([{"id": 3000}, {"id": 5000}], (2000,), False, id="music-and-series"),
        pytest.param([{"id": 8000}], (2000, 8000), True, id="one-that-the-user-names"),
        pytest.param([], (2000,), True, id="none-stated"),
    ],
)
def test_an_indexer_knows_movies_by_its_categories(categories: Any, wanted: tuple[int, ...], *, movies: bool) -> None:
    assert _info(wanted=wanted, capabilities={"categories": categories}).movies == movies


def test_the_indexers_own_minimum_of_seeders_beats_its_profiles() -> None:
    profile = ProfileFields(minimum_seeders=1)
    assert _info(profile).minimum_seeders == 1
    assert _info(profile, fields=_settings(torrentBaseSettings__appMinimumSeeders=0)).minimum_seeders == 0


def test_an_indexer_that_cannot_search_is_only_read() -> None:
    info = _info(supportsSearch=False)
    assert (info.feed, info.automatic, info.interactive) == (True, False, False)
    assert not _info(supportsRss=False).feed


@pytest.mark.parametrize(("unit", "hours"), [(0, 24), (1, 1), (None, 24), ("day", 24)])
def test_limits_are_by_hour_or_by_day(unit: object, hours: int) -> None:
    settings = _settings(baseSettings__queryLimit=50, baseSettings__limitsUnit=unit)
    assert (_info(fields=settings).query_limit, _info(fields=settings).limit_hours) == (50, hours)
