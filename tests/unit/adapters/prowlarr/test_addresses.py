"""Which addresses are public."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.adapters.prowlarr.addresses import is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 (as an address to visit)
        "255.255.255.255",
        "224.0.0.1",
        "192.0.2.1",
        "192.0.0.192",
        "168.63.129.16",
        "::ffff:168.63.129.16",
        "100.100.100.200",
        "fec0::1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "localhost",
        "",
    ],
)
def test_addresses_of_ours_and_of_nobody_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@given(address=st.ip_addresses(v=4))
def test_an_address_is_no_more_public_for_being_wrapped(address: object) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))


@pytest.mark.anyio
async def test_numbers_are_resolved_to_what_they_mean() -> None:
    assert await resolve("127.0.0.1", 80) == ("127.0.0.1",)


@pytest.mark.anyio
async def test_a_name_that_cannot_be_one_is_an_operating_system_error() -> None:
    with pytest.raises(OSError, match="no host name"):
        await resolve("-\u00e9-.example", 80)
