import ssl

import httpx
import pytest

from radarr.adapters.transport.troubles import MIB, TROUBLES, Place, translated

PLACE = Place("Prowlarr", "https://prowlarr.example", "prowlarr.url", "give its issuer as prowlarr.ca_file")


def certificate(code: int, words: str) -> httpx.ConnectError:
    """As httpx raises it: what OpenSSL says is deep below."""
    below = ssl.SSLCertVerificationError(1, words)
    below.verify_code, below.verify_message = code, words
    error = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    error.__cause__ = OSError("handshake")
    error.__cause__.__context__ = below
    return error


@pytest.mark.parametrize(
    ("code", "said", "remedy"),
    [
        pytest.param(10, "has expired", "renew it", id="expired"),
        pytest.param(9, "not valid yet", "clocks", id="of-tomorrow"),
        pytest.param(62, "another name", "prowlarr.url", id="another-name"),
        pytest.param(64, "another name", "prowlarr.url", id="another-address"),
        pytest.param(18, "do not know", "prowlarr.ca_file", id="self-signed"),
        pytest.param(20, "do not know", "prowlarr.ca_file", id="unknown-issuer"),
    ],
)
def test_each_fault_of_a_certificate_has_its_own_words(code: int, said: str, remedy: str) -> None:
    error = translated(certificate(code, "so it is"), PLACE, MIB)
    assert said in error.message
    assert remedy in error.remedy


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(httpx.LocalProtocolError("Illegal header value b'Bearer pl4nted\\nkey'"), id="line-break"),
        pytest.param(UnicodeEncodeError("ascii", "pl4nted-k\u00e9y", 9, 10, "ordinal not in range(128)"), id="accent"),
    ],
)
def test_a_key_that_no_header_can_hold_is_told_without_being_shown(error: Exception) -> None:
    found = translated(error, PLACE, MIB)
    assert isinstance(error, TROUBLES)
    assert "pl4nted" not in str(found)
    assert "key or password" in str(found)


def test_a_proxy_that_wants_a_password_is_told() -> None:
    error = translated(httpx.ProxyError("407 Proxy Authentication Required"), PLACE, MIB)
    assert "the proxy refuses (407" in error.message
