"""From an item to a release."""

from datetime import UTC, datetime
from typing import Any

import pytest

from radarr.adapters.newznab.feed import Item
from radarr.adapters.newznab.release import release_of
from radarr.domain.release import Release
from tests.unit.adapters.newznab.feeds import KEY, item

HEX = "9dcccc87a19fc89f2e4efe742da6d47fa013a7c8"
BASE32 = "TXGMZB5BT7EJ6LSO7Z2C3JWUP6QBHJ6I"


def release(found: Item) -> Release:
    return release_of(found, indexer_id=3, indexer="Example Tracker", privacy="private", minimum_seeders=2)


def test_no_link_of_a_release_holds_the_key() -> None:
    link = f"http://prowlarr:9696/3/download?apikey={KEY}&amp;link=abc&amp;file=x"
    found = release(item(more=f"<link>{link}</link><guid>{link}</guid><comments>{link}</comments>"))
    assert KEY not in repr(found)
    assert found.link == found.info_url == "http://prowlarr:9696/3/download?link=abc&file=x"


@pytest.mark.parametrize(
    ("attributes", "flags"),
    [
        pytest.param([("downloadvolumefactor", "0")], {"freeleech"}, id="free"),
        pytest.param([("downloadvolumefactor", "0.0"), ("tag", "freeleech")], {"freeleech"}, id="free-twice"),
        pytest.param([("downloadvolumefactor", "0.5")], {"halfleech"}, id="half"),
        pytest.param([("uploadvolumefactor", "2")], {"doubleupload"}, id="double"),
        pytest.param([("downloadvolumefactor", "1"), ("uploadvolumefactor", "1")], set(), id="as-ever"),
        pytest.param([("tag", "Internal"), ("tag", "scene")], {"internal", "scene"}, id="tags"),
        pytest.param([("downloadvolumefactor", "much")], set(), id="nonsense"),
    ],
)
def test_flags_come_from_factors_and_tags(attributes: list[tuple[str, str]], flags: set[str]) -> None:
    assert release(item(attributes=attributes)).flags == flags


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("7654321", "tt7654321"),
        ("133093", "tt0133093"),
        ("tt0133093", "tt0133093"),
        ("12345678", "tt12345678"),
        ("0", None),
        ("none", None),
        pytest.param("9" * 5000, None, id="more-digits-than-a-number-may-have"),
        pytest.param("\u0663" * 7, None, id="digits-of-another-script"),
    ],
)
def test_an_imdb_id_has_at_least_seven_digits(stated: str, expected: str | None) -> None:
    assert release(item(attributes=[("imdb", stated)])).imdb_id == expected


@pytest.mark.parametrize(
    ("more", "attributes"),
    [
        pytest.param("", [("infohash", HEX.upper())], id="upper-case-hex"),
        pytest.param("", [("infohash", BASE32)], id="base32"),
        pytest.param(f"<guid>magnet:?xt=urn:btih:{BASE32}</guid>", [], id="in-the-guid"),
        pytest.param(f"<link>magnet:?xt=urn:btih:{HEX}</link>", [], id="in-the-link"),
        pytest.param("", [("magneturl", f"magnet:?xt=urn:btih:{HEX}")], id="as-an-attribute"),
        pytest.param(f"<guid>magnet:?xt=urn:btih:{HEX}</guid>", [("infohash", "unknown")], id="beside-nonsense"),
    ],
)
def test_the_infohash_is_found_wherever_it_is_stated(more: str, attributes: list[tuple[str, str]]) -> None:
    found = release(item(more=more, attributes=attributes))
    assert found.infohash == HEX
    assert (found.magnet is None) == (not more and len(attributes[0][1]) < 41)


def test_a_link_that_is_a_magnet_is_no_link() -> None:
    found = release(item(more=f"<link>magnet:?xt=urn:btih:{HEX}</link>"))
    assert found.link is None
    assert found.magnet == f"magnet:?xt=urn:btih:{HEX}"


@pytest.mark.parametrize(
    ("attributes", "counted"),
    [
        pytest.param([("seeders", "57"), ("peers", "61")], (57, 4), id="peers-include-seeders"),
        pytest.param([("seeders", "57"), ("peers", "3")], (57, 0), id="careless-peers"),
        pytest.param([("seeders", "0"), ("leechers", "12")], (0, 12), id="stated-leechers"),
        pytest.param([("peers", "9")], (None, None), id="seeders-unknown"),
        pytest.param([], (None, None), id="unknown"),
    ],
)
def test_seeders_and_leechers_are_told_apart(attributes: Any, counted: tuple[int | None, int | None]) -> None:
    found = release(item(attributes=attributes))
    assert (found.seeders, found.leechers) == counted


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Fri, 14 Mar 2025 09:20:00 +0000", datetime(2025, 3, 14, 9, 20, tzinfo=UTC)),
        ("Fri, 14 Mar 2025 11:20:00 +0200", datetime(2025, 3, 14, 9, 20, tzinfo=UTC)),
        ("Fri, 14 Mar 2025 09:20:00 -0000", datetime(2025, 3, 14, 9, 20, tzinfo=UTC)),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_utc_or_unknown(text: str, moment: datetime | None) -> None:
    found = release(item(more=f"<pubDate>{text}</pubDate>"))
    assert found.published_at == moment
    assert moment is None or (found.published_at is not None and found.published_at.tzinfo is UTC)


@pytest.mark.parametrize(
    ("more", "size"),
    [
        ("<size>8912345678</size>", 8912345678),
        ('<enclosure url="http://p/1/download" length="42" />', 42),
        ('<size>0</size><enclosure url="http://p/1/download" length="42" />', 42),
        ("<size>-1</size>", 0),
        ("<size>9 GB</size>", 0),
        ("", 0),
    ],
)
def test_a_size_is_in_bytes_or_unknown(more: str, size: int) -> None:
    assert release(item(more=more)).size == size


def test_a_hostile_title_loses_what_cannot_be_seen() -> None:
    found = release(item("The\u202eFilm\u200b  2019&#9;1080p\u0085"))
    assert found.title == "TheFilm 2019 1080p"


def test_without_a_guid_the_identity_is_not_the_link_which_changes() -> None:
    one, two = (release(item(more=f"<size>5</size><link>http://p/3/download?link={n}</link>")) for n in "ab")
    assert one.guid == two.guid


def test_what_the_indexer_says_of_itself_is_kept() -> None:
    attributes = [("minimumratio", "1.5"), ("minimumseedtime", "172800"), ("grabs", "9"), ("tmdbid", "603")]
    found = release(item(more="<category>2000</category><category>100017</category>", attributes=attributes))
    assert (found.minimum_ratio, found.minimum_seed_time, found.grabs, found.tmdb_id) == (1.5, 172800, 9, 603)
    assert (found.indexer_id, found.privacy, found.minimum_seeders) == (3, "private", 2)
    assert found.categories == (2000, 100017)
