"""What is said of the indexers."""

from datetime import timedelta
from typing import Any

import pytest

from radarr.app.health.messages import indexers
from radarr.domain.resilience.figures import Figures, ServiceState
from radarr.ports.driving.health import IndexerHealth, Level
from radarr.ports.indexer import IndexerInfo
from tests.unit.app.health.known import NOW, looked, well

HOUR = timedelta(hours=1)


def indexer(name: str, **changes: Any) -> IndexerHealth:
    return IndexerHealth(**{"id": 1, "name": name, "state": ServiceState.HEALTHY, "figures": Figures(), **changes})


def resting(name: str, **changes: Any) -> IndexerHealth:
    return indexer(name, **{"level": 2, "resting_until": NOW + HOUR, "last_error": "status 500", **changes})


def test_one_failing_indexer_of_two_is_a_warning_and_is_named() -> None:
    (said,) = indexers.status(well(indexers=(resting("Alpha"), indexer("Beta"))))
    assert (said.source, said.level) == ("IndexerStatusCheck", Level.WARNING)
    assert "Alpha (status 500)" in said.message
    assert "Beta" not in said.message


def test_when_every_indexer_fails_it_is_an_error() -> None:
    (said,) = indexers.status(well(indexers=(resting("Alpha"), resting("Beta"))))
    assert said.level is Level.ERROR


@pytest.mark.parametrize(
    "rested",
    [{"resting_until": NOW - HOUR}, {"resting_until": None}, {"level": 0}],
    ids=["its rest is over", "it does not rest", "only its budget is spent"],
)
def test_an_indexer_that_may_be_asked_again_is_not_told(rested: dict[str, Any]) -> None:
    known = well(indexers=(resting("Alpha", **rested),))
    assert [*indexers.status(known), *indexers.long_term(known)] == []


@pytest.mark.parametrize(
    "failing", [{"failing_since": NOW - 6 * HOUR}, {"level": 7}], ids=["six hours", "far up the ladder"]
)
def test_an_indexer_that_has_failed_for_long_is_told_as_such(failing: dict[str, Any]) -> None:
    known = well(indexers=(resting("Alpha", **failing), indexer("Beta")))
    (said,) = indexers.long_term(known)
    assert (said.source, said.level) == ("IndexerLongTermStatusCheck", Level.WARNING)
    assert list(indexers.status(known)) == []


def test_an_indexer_that_began_to_fail_an_hour_ago_has_not_failed_for_long() -> None:
    known = well(indexers=(resting("Alpha", failing_since=NOW - HOUR, level=9),))
    assert list(indexers.long_term(known)) == []


def test_without_any_feed_nothing_new_is_found() -> None:
    (said,) = indexers.feed(looked(indexers=(IndexerInfo(1, "Alpha", "torrent", feed=False),)))
    assert (said.source, said.level) == ("IndexerRssCheck", Level.ERROR)
    assert "RSS" in said.remedy


def test_a_prowlarr_without_indexers_is_told_once() -> None:
    known = looked(indexers=())
    assert "no torrent indexer" in next(indexers.feed(known)).message
    assert list(indexers.search(known)) == []


def test_what_is_not_known_is_not_complained_about() -> None:
    known = looked(indexers=None)
    assert [*indexers.feed(known), *indexers.search(known)] == []


def test_where_no_indexer_may_be_searched_it_is_told_by_whom() -> None:
    (said,) = indexers.search(looked(indexers=(IndexerInfo(1, "Alpha", "torrent", automatic=False),)))
    assert (said.source, said.level) == ("IndexerSearchCheck", Level.WARNING)
    assert "by the daemon itself" in said.message
    (said,) = indexers.search(looked(indexers=(IndexerInfo(1, "Alpha", "torrent", interactive=False),)))
    assert "by a person" in said.message
