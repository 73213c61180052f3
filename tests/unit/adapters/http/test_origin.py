"""Who a request comes from, by what our own proxies say."""

import pytest

from radarr.adapters.http.origin import address, client, is_trusted, networks

TRUSTED = networks(("127.0.0.0/8", "10.0.0.0/24", "fd00::/64"))


@pytest.mark.parametrize(
    ("hops", "who"),
    [
        pytest.param(["203.0.113.9"], "203.0.113.9", id="one proxy"),
        pytest.param(["127.0.0.1", "203.0.113.9"], "203.0.113.9", id="what the client wrote itself is not read"),
        pytest.param(["203.0.113.9", "10.0.0.7"], "203.0.113.9", id="two proxies"),
        pytest.param(["203.0.113.9", "10.0.1.7"], "10.0.1.7", id="a neighbour that is no proxy of ours"),
        pytest.param(["10.0.0.8", "10.0.0.7"], "10.0.0.8", id="a proxy asks by itself"),
        pytest.param(["203.0.113.9", "unknown"], "127.0.0.1", id="a hop that is no address ends the chain"),
        pytest.param(["203.0.113.9", ""], "127.0.0.1", id="an empty hop"),
        pytest.param(["[2001:db8::9]:4711"], "2001:db8::9", id="IPv6 with a port"),
        pytest.param(["203.0.113.9:4711"], "203.0.113.9", id="IPv4 with a port"),
        pytest.param([], "127.0.0.1", id="nothing said"),
    ],
)
def test_the_right_most_hop_that_is_no_proxy_of_ours_is_the_client(hops: list[str], who: str) -> None:
    peer = address("127.0.0.1")
    assert peer is not None
    assert str(client(peer, hops, TRUSTED)) == who


@pytest.mark.parametrize(
    ("who", "trusted"),
    [
        ("127.0.0.1", True),
        ("::ffff:10.0.0.7", True),
        ("fd00::7", True),
        ("10.0.1.7", False),
        ("fd00:0:0:1::7", False),
        ("::1", False),
        ("nobody", False),
    ],
)
def test_a_proxy_of_ours_is_one_of_the_named_networks(who: str, *, trusted: bool) -> None:
    assert is_trusted(address(who), TRUSTED) is trusted
