"""A real qBittorrent on the loopback interface alone."""

import base64
import hashlib
import os
import secrets
import shutil
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import anyio
import httpx
import pytest
from anyio.abc import Process

PROGRAM = shutil.which("qbittorrent-nox")
needs_qbittorrent = pytest.mark.skipif(
    PROGRAM is None and "RADARR_REQUIRE_REAL" not in os.environ,  # CI installs it: there a skip would hide a mistake
    reason="qbittorrent-nox is not installed",
)

USERNAME, PASSWORD = "admin", "a password for tests"

_CONFIG = r"""
[LegalNotice]
Accepted=true

[BitTorrent]
Session\Interface=lo
Session\InterfaceName=lo
Session\InterfaceAddress=127.0.0.1
Session\Port={peer_port}
Session\BTProtocol=TCP
Session\DHTEnabled=false
Session\PeXEnabled=false
Session\LSDEnabled=false
Session\MultiConnectionsPerIp=true
Session\QueueingSystemEnabled=false
Session\RefreshInterval=250
Session\DefaultSavePath={save_path}

[Network]
PortForwardingEnabled=false

[Preferences]
Connection\ResolvePeerCountries=false
WebUI\Address=127.0.0.1
WebUI\Port={port}
WebUI\UseUPnP=false
WebUI\LocalHostAuth=true
WebUI\Username={username}
WebUI\Password_PBKDF2="@ByteArray({password})"
"""


class RealQBittorrent(NamedTuple):
    """`save_path` is where it downloads to, on this machine and for the client alike."""

    url: str
    username: str
    password: str
    save_path: Path
    process: Process


@asynccontextmanager
async def real_qbittorrent(tmp_path: Path, *, ports: tuple[int, int] | None = None) -> AsyncIterator[RealQBittorrent]:
    """One that is ready to be logged in to; profile and downloads lie in `tmp_path` and outlive it.

    `ports` are those of its Web UI and for its peers, for one that is to come back where it was.
    """
    assert PROGRAM, "mark the test with needs_qbittorrent"
    save_path = tmp_path / "downloads"
    save_path.mkdir(parents=True, exist_ok=True)
    port, peer_port = ports or free_ports()
    config = tmp_path / "profile" / "qBittorrent" / "config" / "qBittorrent.conf"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(
        _CONFIG.format(
            port=port, peer_port=peer_port, save_path=save_path, username=USERNAME, password=_hashed(PASSWORD)
        )
    )
    url = f"http://127.0.0.1:{port}"
    async with await anyio.open_process(
        [PROGRAM, f"--profile={tmp_path / 'profile'}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "LC_ALL": "C.UTF-8"},
    ) as process:
        try:
            await _until_ready(url, process)
            yield RealQBittorrent(url, USERNAME, PASSWORD, save_path, process)
        finally:
            await _stop(process)


async def _until_ready(url: str, process: Process) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        for _ in range(300):
            assert process.returncode is None, f"qbittorrent-nox ended with {process.returncode}"
            try:
                await http.get(url)
            except httpx.TransportError:
                await anyio.sleep(0.1)
            else:
                return
    pytest.fail("qbittorrent-nox did not get ready within 30 s")


async def _stop(process: Process) -> None:
    with anyio.CancelScope(shield=True):
        if process.returncode is None:
            process.terminate()
        with anyio.move_on_after(20):
            await process.wait()
        if process.returncode is None:
            process.kill()
            await process.wait()


def _hashed(password: str) -> str:
    salt = secrets.token_bytes(16)
    key = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, 100_000, 64)
    return f"{base64.b64encode(salt).decode()}:{base64.b64encode(key).decode()}"


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
