import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.torrent.bencode import Value, encode
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.files import TorrentFile
from radarr.domain.torrent.metainfo import read_torrent

PIECE = 1 << 14


def info_v1(**changes: Value) -> dict[bytes, Value]:
    info: dict[bytes, Value] = {b"name": b"Sintel", b"piece length": PIECE, b"pieces": b"x" * 20, b"length": 5}
    return info | {key.replace("_", " ").encode(): value for key, value in changes.items()}


def info_v2(tree: Value) -> dict[bytes, Value]:
    return {b"name": b"Sintel", b"piece length": PIECE, b"meta version": 2, b"file tree": tree}


def leaf(size: int, **more: Value) -> Value:
    return {b"": {b"length": size, b"pieces root": b"r" * 32} | {k.encode(): v for k, v in more.items()}}


def torrent(info: Value, **members: Value) -> bytes:
    return encode({b"info": info} | {key.replace("_", "-").encode(): value for key, value in members.items()})


def test_a_lone_file_is_listed_by_the_torrents_name() -> None:
    read = read_torrent(torrent(info_v1()))

    assert (read.name, read.files, read.size) == ("Sintel", (TorrentFile("Sintel", 5),), 5)


def test_files_are_listed_below_the_torrents_folder_as_the_client_does() -> None:
    data = build_torrent("Sintel.2010", {"Sintel.mkv": b"film", "Subs/en.srt": b"text"}, trackers=["udp://t.example:1"])

    read = read_torrent(data)

    assert read.files == (TorrentFile("Sintel.2010/Sintel.mkv", 4), TorrentFile("Sintel.2010/Subs/en.srt", 4))
    assert read.trackers == ("udp://t.example:1",)
    assert read.piece_length == PIECE


def test_a_torrent_to_look_at_may_be_as_big_as_a_film() -> None:
    read = read_torrent(build_torrent("f.mkv", {"f.mkv": 8 << 30}, piece_length=4 << 20, private=True))

    assert (read.size, read.private) == (8 << 30, True)


def test_the_infohash_is_of_the_original_bytes_even_if_keys_are_out_of_order() -> None:
    spelled = b"d6:pieces20:" + b"x" * 20 + b"12:piece lengthi16384e4:name6:Sintel6:lengthi5ee"

    read = read_torrent(b"d4:info" + spelled + b"e\r\n")

    assert read.infohash == (hashlib.sha1(spelled, usedforsecurity=False).hexdigest(), None)


def test_version_2_has_the_long_hash_and_a_tree() -> None:
    info = info_v2({b"Sintel.mkv": leaf(5), b"Subs": {b"en.srt": leaf(3)}})

    read = read_torrent(torrent(info))

    assert read.infohash == (None, hashlib.sha256(encode(info)).hexdigest())
    assert read.files == (TorrentFile("Sintel/Sintel.mkv", 5), TorrentFile("Sintel/Subs/en.srt", 3))


def test_a_lone_file_of_version_2_stands_in_no_folder() -> None:
    assert read_torrent(torrent(info_v2({b"Sintel": leaf(5)}))).files == (TorrentFile("Sintel", 5),)


def test_a_hybrid_has_both_hashes_and_its_padding_is_left_out() -> None:
    files: Value = [
        {b"path": [b"a.mkv"], b"length": 5},
        {b"path": [b".pad", b"16379"], b"length": PIECE - 5, b"attr": b"p"},
        {b"path": [b"b.srt"], b"length": 3},
    ]
    v1 = {b"pieces": b"x" * 40, b"files": files}

    read = read_torrent(torrent(info_v2({b"a.mkv": leaf(5), b"b.srt": leaf(3)}) | v1))

    assert read.infohash.v1
    assert read.infohash.v2
    assert [file.path for file in read.files] == ["Sintel/a.mkv", "Sintel/b.srt"]


def test_a_hybrid_that_shows_each_reader_other_files_is_refused() -> None:
    info = info_v2({b"virus.exe": leaf(5)}) | {b"pieces": b"x" * 20, b"files": [{b"path": [b"a.mkv"], b"length": 5}]}

    with pytest.raises(TorrentError, match="different files"):
        read_torrent(torrent(info))


@pytest.mark.parametrize("name", [b"..", b".", b"", b"/etc", b"a/../b", b"a\x00b", b"..\\..\\b", b"C:\\..\\b"])
def test_a_name_that_leaves_its_folder_is_refused(name: bytes) -> None:
    listed = info_v1(files=[{b"path": [name, b"b.mkv"], b"length": 5}])
    for info in (info_v1(name=name), listed, info_v2({name or b"..": {b"b.mkv": leaf(5)}})):
        with pytest.raises(TorrentError, match="out of its folder"):
            read_torrent(torrent(info))


def test_the_name_in_unicode_is_preferred_and_foreign_bytes_are_replaced() -> None:
    assert read_torrent(torrent(info_v1() | {b"name.utf-8": "Amélie".encode()})).name == "Amélie"
    assert read_torrent(torrent(info_v1(name=b"Am\xe9lie"))).name == "Am_lie"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"\n <!DOCTYPE html><html>", "web page", id="a login page"),
        pytest.param(b'{"error": 1}', "does not begin", id="JSON"),
        pytest.param(b"de", "info dictionary", id="no info"),
        pytest.param(torrent(info_v1(pieces=b"x" * 40)), "digests", id="too many digests"),
        pytest.param(torrent(info_v1(length=-5)), "size", id="a negative size"),
        pytest.param(torrent(info_v1(length=0, pieces=b"")), "anything in it", id="an empty file"),
        pytest.param(torrent(info_v1(piece_length=0)), "piece length", id="no piece length"),
        pytest.param(torrent(info_v1(meta_version=[3])), "version", id="a version to come"),
        pytest.param(torrent(info_v1(files=[])), "anything in it", id="no files"),
        pytest.param(
            torrent(info_v1(files=[{b"path": [b"a"], b"length": 5}] * 2, pieces=b"")), "same name", id="twice"
        ),
        pytest.param(torrent(info_v1(files=[{b"path": [b"a"], b"length": 5, b"attr": b"l"}])), "link", id="a link"),
        pytest.param(torrent(info_v2({b"a": {b"": 5}})), "tree", id="a broken tree"),
    ],
)
def test_what_is_no_torrent_says_why(data: bytes, words: str) -> None:
    with pytest.raises(TorrentError, match=words):
        read_torrent(data)


def test_trackers_come_once_each_in_order() -> None:
    data = torrent(info_v1(), announce=b"http://a", announce_list=[[b"http://a", b"http://b"], b"http://c", [7]])

    assert read_torrent(data).trackers == ("http://a", "http://b", "http://c")


keys = [b"name", b"piece length", b"pieces", b"length", b"files", b"file tree", b"meta version", b"path", b"attr", b""]
shapes = st.recursive(
    st.sampled_from([0, 1, 2, 5, -1, PIECE, b"x" * 20, b"a", b"", b".."]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(keys), inner, max_size=6),
    max_leaves=15,
)


@given(st.dictionaries(st.sampled_from(keys), shapes), st.sampled_from([b"announce", b"announce-list"]), shapes)
def test_no_shape_of_a_torrent_crashes_the_reader(info: Value, key: bytes, value: Value) -> None:
    try:
        read = read_torrent(encode({b"info": info, key: value}))
    except TorrentError:
        return
    assert read.infohash.key
    assert read.size > 0
