"""Certificates that are believed, and those that are not."""

import logging
from pathlib import Path

import pytest

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from radarr.adapters.transport.client import Transport, Unanswered
from radarr.ports.errors import Unavailable
from tests.contract.transport.authority import authority, needs_openssl, server_side
from tests.contract.transport.lines import answer, closed_port, line

pytestmark = pytest.mark.anyio

HERE = "IP:127.0.0.1"


@needs_openssl
async def test_an_issuer_that_nobody_knows_is_refused_with_the_setting_that_helps(tmp_path: Path) -> None:
    authority(tmp_path)
    async with line(answer(), tls=server_side(tmp_path, HERE)) as server:
        async with Transport("Prowlarr", server.url, trust="give it as prowlarr.ca_file") as it:
            with pytest.raises(Unavailable, match="issuer that we do not know") as caught:
                await it.request("GET", "/")
        assert caught.value.remedy == "give it as prowlarr.ca_file"
        assert not isinstance(caught.value, Unanswered)
        assert server.heard == []


@needs_openssl
async def test_an_authority_of_ones_own_is_believed(tmp_path: Path) -> None:
    trusted = str(authority(tmp_path))
    async with (
        line(answer(b"Paper Moon"), tls=server_side(tmp_path, HERE)) as server,
        Transport("Prowlarr", server.url, verify=trusted) as it,
    ):
        assert (await it.request("GET", "/")).text == "Paper Moon"


@needs_openssl
async def test_a_certificate_for_another_name_is_told(tmp_path: Path) -> None:
    trusted = str(authority(tmp_path))
    async with (
        line(answer(), tls=server_side(tmp_path, "DNS:prowlarr.example")) as server,
        Transport("Prowlarr", server.url, verify=trusted, setting="prowlarr.url") as it,
    ):
        with pytest.raises(Unavailable, match="for another name") as caught:
            await it.request("GET", "/")
        assert "prowlarr.url" in caught.value.remedy


@needs_openssl
async def test_verification_that_is_off_is_said_in_the_log_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    authority(tmp_path)
    async with (
        line(answer(), tls=server_side(tmp_path, HERE)) as server,
        Transport("Prowlarr", server.url, verify=False) as it,
    ):
        for _ in range(2):
            assert (await it.request("GET", "/")).status == 200
    warnings = [entry.getMessage() for entry in caplog.records if entry.levelno == logging.WARNING]
    assert len(warnings) == 1
    assert "is not checked" in warnings[0]


async def test_a_service_without_a_certificate_asked_for_one_is_told() -> None:
    async with prowlarr_server() as server:
        async with Transport("Prowlarr", server.url.replace("http:", "https:"), setting="prowlarr.url") as it:
            with pytest.raises(Unavailable, match="does not speak TLS") as caught:
                await it.request("GET", "/")
        assert "http://" in caught.value.remedy


async def test_a_file_of_certificates_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    for name in ("ca.pem", "away.pem"):
        async with Transport("Prowlarr", "https://127.0.0.1:1", verify=str(tmp_path / name)) as it:
            with pytest.raises(Unavailable, match=name):
                await it.request("GET", "/")


async def test_the_password_of_a_proxy_is_in_no_log_and_no_message(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    proxy = f"http://user:sesame@127.0.0.1:{closed_port()}"
    async with Transport("Prowlarr", "http://prowlarr.example", proxy=proxy) as it:
        with pytest.raises(Unavailable) as caught:
            await it.request("GET", "/")
    assert "through the proxy http://127.0.0.1" in caplog.text
    assert "through the proxy http://127.0.0.1" in caught.value.message
    assert "sesame" not in caplog.text + str(caught.value)


async def test_a_proxy_carries_what_is_asked() -> None:
    async with (
        line(answer(b"Paper Moon")) as proxy,
        Transport("Prowlarr", "http://prowlarr.example", proxy=proxy.url) as it,
    ):
        assert (await it.request("GET", "/ping")).text == "Paper Moon"
        assert proxy.heard == ["GET http://prowlarr.example/ping HTTP/1.1"]
