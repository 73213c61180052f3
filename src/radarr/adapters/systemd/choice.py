"""What the environment says of who started us."""

import os
from collections.abc import Mapping

from radarr.adapters.systemd.nobody import NoManager
from radarr.adapters.systemd.systemd import SystemdManager
from radarr.ports.service_manager import ServiceManager

_MICRO = 1_000_000


def service_manager(environ: Mapping[str, str], pid: int | None = None) -> ServiceManager:
    """The manager that `environ` names; `pid` is this process's.

    `NOTIFY_SOCKET` is a path, or @name in Linux's abstract namespace; systemd's third form, vsock, is for whole
    virtual machines. `WATCHDOG_USEC` counts only where `WATCHDOG_PID` is this process or not given.
    """
    address = environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return NoManager()
    return SystemdManager(address, _watchdog_seconds(environ, os.getpid() if pid is None else pid))


def _watchdog_seconds(environ: Mapping[str, str], pid: int) -> float | None:
    for_whom = environ.get("WATCHDOG_PID", "")
    microseconds = environ.get("WATCHDOG_USEC", "")
    if (for_whom and for_whom != str(pid)) or not (microseconds.isascii() and microseconds.isdigit()):
        return None
    return int(microseconds) / _MICRO or None
