"""Every sample of what real versions sent is understood."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from radarr.adapters.qbittorrent.paths import PathMap
from radarr.adapters.qbittorrent.states import STATES
from radarr.adapters.qbittorrent.translate import torrent_of
from radarr.adapters.qbittorrent.wire import FileFields, MainData, Preferences, TorrentFields
from radarr.ports.download_client import ClientState, ClientTorrent

SAMPLES = Path(__file__).parents[4].parent / "shared" / "contracts" / "samples" / "qbittorrent"
ID = "9b2f1c0d3e4a5b6c7d8e9f00112233445566aabb"
PATHS = PathMap([("/downloads", "/srv/dl")])

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the wire samples are not beside this checkout")


def _samples(pattern: str) -> list[Any]:
    found = sorted(SAMPLES.glob(pattern))
    return [pytest.param(path, id=path.stem) for path in found] or [
        pytest.param(SAMPLES / pattern, id="none", marks=pytest.mark.skip(reason="no such sample"))
    ]


def _torrent(fields: TorrentFields) -> ClientTorrent:
    return torrent_of(fields.hash if isinstance(fields.hash, str) else ID, fields, PATHS, "moviedaemon")


def _read(path: Path) -> list[ClientTorrent]:
    return [_torrent(fields) for fields in msgspec.json.decode(path.read_bytes(), type=list[TorrentFields])]


@pytest.mark.parametrize("path", _samples("torrents_info_one_*.json"))
def test_one_film_is_read_alike_from_every_version(path: Path) -> None:
    (torrent,) = _read(path)
    assert (torrent.id, torrent.infohash.v1, torrent.state) == (ID, ID, ClientState.DOWNLOADING)
    assert (torrent.size, torrent.left, torrent.progress) == (8912345678, 4456172839, 0.5)
    assert (torrent.category, torrent.tags, torrent.ours) == ("movies", {"moviedaemon", "md-42"}, True)
    assert (torrent.local_path, torrent.eta_seconds, torrent.seeds) == ("/srv/dl/movies", 851, 57)
    assert torrent.added_at is not None
    assert torrent.completed_at is None


@pytest.mark.parametrize("path", _samples("torrents_info_*.json"))
def test_every_list_is_read_and_every_state_known(path: Path) -> None:
    assert all(torrent.raw_state in STATES for torrent in _read(path))


@pytest.mark.parametrize("path", _samples("sync_maindata_*.json"))
def test_every_change_is_read(path: Path) -> None:
    assert msgspec.json.decode(path.read_bytes(), type=MainData).rid > 0


@pytest.mark.parametrize("path", _samples("lifecycle_*.json"))
def test_a_life_is_complete_only_at_its_end(path: Path) -> None:
    polls = [
        msgspec.convert(poll["torrent"], TorrentFields) for poll in json.loads(path.read_bytes()) if "torrent" in poll
    ]
    states = [_torrent(fields).state for fields in polls]
    assert ClientState.UNKNOWN not in states
    first = states.index(ClientState.COMPLETED) if ClientState.COMPLETED in states else len(states)
    assert set(states[:first]) <= {
        ClientState.METADATA,
        ClientState.CHECKING,
        ClientState.STALLED,
        ClientState.DOWNLOADING,
        ClientState.MOVING,
        ClientState.MISSING,
    }


@pytest.mark.parametrize("path", _samples("torrents_files_*.json"))
def test_every_list_of_files_is_read(path: Path) -> None:
    for file in msgspec.json.decode(path.read_bytes(), type=list[FileFields]):
        assert file.size > 0
        assert "\\" not in file.name


@pytest.mark.parametrize("path", _samples("app_preferences_*.json"))
def test_every_set_of_preferences_is_read(path: Path) -> None:
    assert not msgspec.json.decode(path.read_bytes(), type=Preferences).dht
