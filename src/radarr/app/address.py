"""Where the daemon listens: who can come in there, how it is reached, and with which key."""

import ipaddress
from pathlib import Path

from radarr.app import state_folder
from radarr.app.config import Config
from radarr.ports.errors import Refused


def api_key(config: Config, folder: Path) -> str:
    """The configured key, else the one kept in the state folder. Raises Refused on PostgreSQL without one."""
    given = config.server.api_key.reveal()
    if not given and config.database.url:
        raise Refused(
            "server.api_key is empty", remedy="on PostgreSQL it must be given, so that every daemon has the same"
        )
    return given or state_folder.api_key(folder)


def is_local(host: str) -> bool:
    """Whether only this machine can come in there. Of another name nobody knows what else it means."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def reachable(host: str) -> str:
    """An address that a program on this machine can use."""
    if host in {"", "0.0.0.0"}:  # noqa: S104  # compared, not bound
        return "127.0.0.1"
    return f"[{'::1' if host == '::' else host}]" if ":" in host else host
