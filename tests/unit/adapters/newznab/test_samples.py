"""Every sample of what Prowlarr sends on the newznab route is understood."""

from pathlib import Path

import pytest

from radarr.adapters.newznab.document import ReportedError, read_error
from radarr.adapters.newznab.feed import read_feed
from radarr.adapters.newznab.release import release_of

SAMPLES = Path(__file__).parents[4].parent / "shared" / "contracts" / "samples" / "prowlarr"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the wire samples are not beside this checkout")


def _read(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def test_a_movie_search_is_read_whole() -> None:
    items = read_feed(_read("newznab_movie_200.xml"))
    first, second = (release_of(item, indexer_id=3, indexer="Example") for item in items)
    assert (first.size, first.seeders, first.leechers, first.grabs) == (8912345678, 57, 4, 412)
    assert (first.imdb_id, first.tmdb_id, first.flags) == ("tt7654321", 987001, {"freeleech", "scene"})
    assert first.infohash == "9b2f1c0d3e4a5b6c7d8e9f00112233445566aabb"
    assert second.infohash == "9dcccc87a19fc89f2e4efe742da6d47fa013a7c8"
    assert second.magnet == second.guid
    assert all("apikey" not in str(release) for release in (first, second))


def test_nothing_found_is_an_empty_list() -> None:
    assert read_feed(_read("newznab_empty_200.xml")) == ()


@pytest.mark.parametrize(
    "name",
    ["400_missing_t", "400_imdbid", "400_no_function", "410_disabled", "429_blocked", "429_query_limit"],
)
def test_every_error_is_a_reported_one(name: str) -> None:
    with pytest.raises(ReportedError):
        read_feed(_read(f"newznab_{name}.xml"))
    assert read_error(_read(f"newznab_{name}.xml"))
