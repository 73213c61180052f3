"""Which Host names are ours."""

import pytest

from radarr.adapters.http.hosts import host_is_ours


@pytest.mark.parametrize(
    "name",
    ["localhost", "127.0.0.1:7878", "[::1]:7878", "192.168.1.5", "nas", "nas:7878", "nas.local", "films.example.org"],
)
def test_our_own_names_are_let_in(name: str) -> None:
    assert host_is_ours(name, ("films.example.org",))


@pytest.mark.parametrize("name", ["evil.example.com", "films.example.org.evil.com", "127.0.0.1.evil.com", "nas.locale"])
def test_a_name_that_somebody_pointed_at_us_is_not(name: str) -> None:
    assert not host_is_ours(name, ("films.example.org",))
