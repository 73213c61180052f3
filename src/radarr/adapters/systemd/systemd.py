"""systemd's notification protocol (sd_notify(3)): one datagram of KEY=VALUE lines a message.

Written here and not taken from a library: it is this page, `sdnotify` has not been kept since 2017, and
`systemd-python` must be compiled against libsystemd, for which a NAS has no compiler.
"""

import socket
import time
from contextlib import suppress

_LONGEST = 500  # characters of a status line: more is read by nobody
_MICRO = 1_000  # nanoseconds


class SystemdManager:
    """Speaks to the socket at `address`: a path, or @name in the abstract namespace."""

    def __init__(self, address: str, watchdog_seconds: float | None = None) -> None:
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._watchdog_seconds = watchdog_seconds

    @property
    def watchdog_seconds(self) -> float | None:
        """How long systemd waits for a sign of life."""
        return self._watchdog_seconds

    def ready(self, status: str) -> None:
        """Started, or done with the reload."""
        self._send("READY=1", f"STATUS={_line(status)}")

    def status(self, text: str) -> None:
        """Shown by `systemctl status`."""
        self._send(f"STATUS={_line(text)}")

    def reloading(self) -> None:
        """With the moment, by which systemd 253 and later tell this reload from an older one (Type=notify-reload)."""
        now = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // _MICRO
        self._send("RELOADING=1", f"MONOTONIC_USEC={now}", "STATUS=reading the configuration anew")

    def stopping(self) -> None:
        """From here on TimeoutStopSec runs."""
        self._send("STOPPING=1", "STATUS=stopping")

    def alive(self) -> None:
        """Puts the watchdog off."""
        self._send("WATCHDOG=1")

    def _send(self, *fields: str) -> None:
        """A socket for each message, so that nothing is held open, and one that never waits.

        A manager that does not listen or does not read loses the message: the daemon has better things to do.
        """
        message = "\n".join(fields).encode(errors="replace")
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.setblocking(False)  # noqa: FBT003 - the standard library's signature
            channel.sendto(message, self._address)


def _line(text: str) -> str:
    """One line without control characters: a line break would begin another field."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST]
