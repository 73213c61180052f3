from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.seeders import seeders
from tests.unit.domain.decision.examples import candidate, facts, release, wants


def test_three_seeders_are_too_few_where_five_are_wanted() -> None:
    no = seeders(candidate(release=release(seeders=3)), facts(profile=wants(minimum_seeders=5)))
    assert no is not None
    assert no.reason is Reason.MINIMUM_SEEDERS
    assert no.message == "3 seeders, HD-1080p wants at least 5"


def test_one_seeder_is_enough_for_the_default() -> None:
    assert seeders(candidate(release=release(seeders=1)), facts()) is None


def test_an_unknown_number_of_seeders_passes() -> None:
    assert seeders(candidate(release=release(seeders=None)), facts()) is None


def test_what_the_indexer_asks_for_beats_the_profile() -> None:
    asks = release(seeders=8, minimum_seeders=10)
    no = seeders(candidate(release=asks), facts())
    assert no is not None
    assert no.message == "8 seeders, Alpha wants at least 10"
    assert seeders(candidate(release=asks._replace(minimum_seeders=0, seeders=0)), facts()) is None


def test_another_indexer_may_count_more_of_the_same_swarm() -> None:
    stale = release(seeders=0, alternates=(release(indexer="Beta", seeders=9),))
    assert seeders(candidate(release=stale), facts()) is None


def test_the_seeders_of_another_torrent_do_not_help() -> None:
    dead = release(seeders=0, alternates=(release(indexer="Beta", infohash=None, seeders=9),))
    assert seeders(candidate(release=dead), facts()) is not None
