from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.decision.merging import merge_duplicates
from radarr.domain.release import Release
from tests.unit.domain.decision.examples import GIB, HASH, OTHER_HASH, release


def at(indexer: str, **changes: Any) -> Release:
    return release(guid=f"{indexer}-1", indexer=indexer, indexer_id=ord(indexer[0]), **changes)


def test_one_torrent_of_two_indexers_is_one_release_with_an_alternate() -> None:
    alpha, beta = at("Alpha", priority=25), at("Beta", priority=1, infohash=HASH.upper(), title="Sintel 2010 renamed")
    assert merge_duplicates([alpha, beta]) == (beta._replace(alternates=(alpha,)),)


def test_at_equal_priority_the_one_with_more_seeders_leads() -> None:
    alpha, beta = at("Alpha", seeders=4), at("Beta", seeders=90)
    assert merge_duplicates([alpha, beta]) == (beta._replace(alternates=(alpha,)),)


def test_one_without_a_single_seeder_is_the_last_resort() -> None:
    dead, alive = at("Alpha", priority=1, seeders=0), at("Beta", priority=25, seeders=3)
    assert merge_duplicates([dead, alive]) == (alive._replace(alternates=(dead,)),)


@pytest.mark.parametrize(
    ("title", "size", "same"),
    [
        pytest.param("sintel 2010 1080p BluRay x264 GRP", 8 * GIB, True, id="separators and case"),
        pytest.param("Sintel.2010.1080p.BluRay.x264-GRP", round(8.1 * GIB), True, id="a rounded size"),
        pytest.param("Sintel.2010.1080p.BluRay.x264-GRP", 9 * GIB, False, id="another size"),
        pytest.param("Sintel.2010.1080p.BluRay.x264-GRP", 0, False, id="nobody knows the size"),
        pytest.param("Sintel.2010.1080p.BluRay.x264-OTHER", 8 * GIB, False, id="another group"),
    ],
)
def test_without_a_hash_name_and_size_tell(title: str, size: int, *, same: bool) -> None:
    merged = merge_duplicates([at("Alpha"), at("Beta", infohash=None, title=title, size=size)])
    assert len(merged) == (1 if same else 2)


def test_two_torrents_of_one_name_are_two_releases() -> None:
    assert len(merge_duplicates([at("Alpha"), at("Beta", infohash=OTHER_HASH)])) == 2


def test_one_indexer_may_list_a_release_under_two_guids() -> None:
    again = at("Alpha")._replace(guid="Alpha-2")
    assert merge_duplicates([at("Alpha"), again]) == (at("Alpha")._replace(alternates=(again,)),)


def test_the_very_same_offer_twice_has_no_alternate() -> None:
    assert merge_duplicates([at("Alpha"), at("Alpha")]) == (at("Alpha"),)


def test_releases_keep_the_order_in_which_they_came() -> None:
    first, second, third = at("A", infohash=HASH), at("B", infohash=OTHER_HASH), at("C", infohash=HASH, priority=1)
    assert [r.indexer for r in merge_duplicates([first, second, third])] == ["C", "B"]


offers = st.lists(
    st.builds(
        lambda guid, indexer, title, infohash, size, seeders: release(
            guid=guid, indexer=indexer, title=title, infohash=infohash, size=size, seeders=seeders
        ),
        st.sampled_from("uvwxyz"),
        st.sampled_from(["Alpha", "Beta"]),
        st.sampled_from(["Sintel.2010", "sintel 2010", "Other.2010"]),
        st.sampled_from([None, HASH, OTHER_HASH]),
        st.sampled_from([0, 8 * GIB, round(8.1 * GIB), 9 * GIB]),
        st.sampled_from([None, 0, 7]),
    ),
    unique_by=lambda r: (r.indexer, r.guid),
    max_size=8,
)


@given(offers)
def test_no_offer_is_lost_and_none_is_doubled(offered: list[Release]) -> None:
    merged = merge_duplicates(offered)
    kept = [offer._replace(alternates=()) for r in merged for offer in (r, *r.alternates)]
    assert sorted(kept, key=repr) == sorted(offered, key=repr)


@given(offers)
def test_merging_again_changes_nothing(offered: list[Release]) -> None:
    merged = merge_duplicates(offered)
    assert merge_duplicates(merged) == merged


@given(offers, st.randoms(use_true_random=False))
def test_the_groups_do_not_depend_on_the_order_of_arrival(offered: list[Release], random: Any) -> None:
    merged = merge_duplicates(offered)
    random.shuffle(offered)
    assert set(merge_duplicates(offered)) == set(merged)
