"""The client's torrents in our words."""

import msgspec
import pytest

from radarr.adapters.qbittorrent.paths import PathMap
from radarr.adapters.qbittorrent.translate import torrent_of
from radarr.adapters.qbittorrent.wire import TorrentFields
from radarr.ports.download_client import ClientState, ClientTorrent

ID = "9b2f1c0d3e4a5b6c7d8e9f00112233445566aabb"
V2 = "ab" * 32


def _torrent(**fields: object) -> ClientTorrent:
    return torrent_of(ID, msgspec.convert(fields, TorrentFields), PathMap(), "radarr-daemon")


def test_a_magnet_without_metadata_has_no_known_size() -> None:
    torrent = _torrent(state="metaDL", size=0, total_size=-1, amount_left=0, eta=8640000)
    assert (torrent.state, torrent.size, torrent.left, torrent.eta_seconds) == (ClientState.METADATA, -1, -1, None)


@pytest.mark.parametrize("never", [0, -1, 4294967295])
def test_a_film_that_was_never_complete_has_no_date(never: int) -> None:
    assert _torrent(completion_on=never).completed_at is None


def test_old_versions_know_but_the_id() -> None:
    assert _torrent().infohash == (ID, None)


def test_a_hybrid_has_both_hashes_and_a_version_2_torrent_one() -> None:
    assert _torrent(infohash_v1=ID, infohash_v2=V2).infohash == (ID, V2)
    assert _torrent(infohash_v1="", infohash_v2=V2).infohash == (None, V2)


@pytest.mark.parametrize(
    ("tags", "ours"),
    [
        pytest.param("radarr-daemon, radarr-1", True, id="ours"),
        pytest.param("a,radarr-daemon", True, id="without a space"),
        pytest.param("radarr-daemonic", False, id="a longer word"),
        pytest.param("", False, id="none"),
    ],
)
def test_a_film_is_ours_by_its_tag(tags: str, *, ours: bool) -> None:
    assert _torrent(tags=tags).ours is ours
