"""Which Host names are ours."""

import pytest

from radarr.adapters.http.hosts import host_is_ours


@pytest.mark.parametrize(
    "name",
    [
        "localhost",
        "127.0.0.1:7878",
        "[::1]:7878",
        "192.168.1.5",
        "nas",
        "nas:7878",
        "nas.local",
        "Films.Example.ORG.:443",
    ],
)
def test_our_own_names_are_let_in(name: str) -> None:
    assert host_is_ours(name, ("films.example.org",))


@pytest.mark.parametrize("name", ["evil.example.com", "films.example.org.evil.com", "127.0.0.1.evil.com", "nas.locale"])
def test_a_name_that_somebody_pointed_at_us_is_not(name: str) -> None:
    assert not host_is_ours(name, ("films.example.org",))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            ".",
            ":7878",
            "[",
            "[nas",
            "[evil.example.com",
            "[nas]",
            "[evil.example.com]:80",
            "::1",
            "nas:",
            "nas:port",
        ),
        *("me@evil.example.com", "evil.example.com/nas", "evil.example.com nas", "nas, evil.example.com", "1.2.3.4.5"),
    ],
)
def test_what_is_no_host_name_is_not_ours(name: str) -> None:
    assert not host_is_ours(name, ("films.example.org",))
