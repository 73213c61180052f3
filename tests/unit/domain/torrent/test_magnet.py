import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.torrent.magnet import MAX_LENGTH, MAX_TRACKERS, Magnet, read_magnet

V1 = "0123456789abcdef0123456789abcdef01234567"
V2 = "ab" * 32
BASE32 = base64.b32encode(bytes.fromhex(V1)).decode()


@pytest.mark.parametrize(
    "uri",
    [
        pytest.param(f"magnet:?xt=urn:btih:{V1}", id="as it should be"),
        pytest.param(f"MAGNET:?XT=URN:BTIH:{V1.upper()}&DN=x", id="upper case"),
        pytest.param(f"magnet:?xt=urn:btih:{BASE32}", id="base32"),
        pytest.param(f"magnet:?xt=urn:btih:{BASE32.lower()}", id="base32 in lower case"),
        pytest.param(f"  magnet:?dn=a b&amp;xt=urn:btih:{V1}&amp;tr=x\n", id="escaped for a web page"),
        pytest.param(f"magnet:?xt=urn%3Abtih%3A{V1}", id="escaped"),
        pytest.param(f"magnet:?xt.1=urn:sha1:ABC&xt.2=urn:btih:{V1}", id="numbered, after another kind of hash"),
        pytest.param(f"magnet://?xt=urn:btih:{V1}", id="slashes that a library put in"),
    ],
)
def test_the_infohash_is_found_however_the_link_is_written(uri: str) -> None:
    assert read_magnet(uri).infohash == Infohash(V1)


def test_a_hybrid_link_has_both_hashes() -> None:
    assert read_magnet(f"magnet:?xt=urn:btmh:1220{V2.upper()}&xt=urn:btih:{V1}").infohash == Infohash(V1, V2)
    assert read_magnet(f"magnet:?xt=urn:btmh:1220{V2}").infohash == Infohash(None, V2)


def test_a_name_is_read_escaped_or_not() -> None:
    for name in ("Am%C3%A9lie+(2001)", "Amélie (2001)", "Am%c3%a9lie%20(2001)"):
        assert read_magnet(f"magnet:?xt=urn:btih:{V1}&dn={name}").name == "Amélie (2001)"


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        pytest.param("", "no magnet", id="nothing"),
        pytest.param("https://prowlarr.example/download", "no magnet", id="an address"),
        pytest.param("magnet:?dn=Sintel", "infohash", id="no hash"),
        pytest.param(f"magnet:?xt=urn:btih:{'0' * 40}", "infohash", id="a placeholder"),
        pytest.param(f"magnet:?xt=urn:btih:{'A' * 32}", "infohash", id="a placeholder in base32"),
        pytest.param(f"magnet:?xt=urn:btih:{V1[:-1]}", "infohash", id="a digit short"),
        pytest.param(f"magnet:?xt=urn:btih:{V1}&dn={'x' * MAX_LENGTH}", "characters", id="beyond all length"),
    ],
)
def test_a_link_that_names_no_torrent_says_why(uri: str, words: str) -> None:
    with pytest.raises(TorrentError, match=words):
        read_magnet(uri)


def test_trackers_are_no_more_than_a_client_can_use() -> None:
    uri = f"magnet:?xt=urn:btih:{V1}" + "".join(f"&tr=udp://t{n}.example" for n in range(500))

    assert len(read_magnet(uri).trackers) == MAX_TRACKERS


def test_a_minimal_link_keeps_the_trackers_that_are_addresses_and_drops_the_rest() -> None:
    good = ("udp://t.example:6969/announce", "https://t.example/a?b=c&d", "wss://t.example")
    bad = ("file:///etc/passwd", "javascript:1", "http://", "http://a b", "http://[", "t.example", "http://a\nb")
    uri = Magnet(Infohash(V1, V2), "Sintel (2010) & more", (*good, *bad)).minimal()

    assert uri.startswith(f"magnet:?xt=urn:btih:{V1}&xt=urn:btmh:1220{V2}&dn=Sintel%20%282010%29%20%26%20more&tr=udp")
    assert read_magnet(uri) == Magnet(Infohash(V1, V2), "Sintel (2010) & more", good)


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=3))
def test_a_minimal_link_reads_as_itself_whatever_a_stranger_wrote(name: str, trackers: list[str]) -> None:
    try:
        magnet = read_magnet(f"magnet:?xt=urn:btih:{V1}&dn={name}" + "".join(f"&tr={t}" for t in trackers))
    except TorrentError:
        return
    once = magnet.minimal()
    assert once.isascii()
    assert read_magnet(once).minimal() == once
    assert read_magnet(once).infohash == magnet.infohash
