"""Who started the daemon and looks after it: systemd, or nobody."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class ServiceManager(Protocol):
    """Told how the daemon is. Every call is quick and never fails; without a manager nothing happens."""

    @property
    def watchdog_seconds(self) -> float | None:
        """How long it waits for a sign of life before it kills and restarts the daemon; None: it does not."""
        ...

    def ready(self, status: str) -> None:
        """The daemon serves (again, after a reload)."""
        ...

    def status(self, text: str) -> None:
        """One line about what goes on, for `systemctl status`."""
        ...

    def reloading(self) -> None:
        """The configuration is read anew; `ready` follows."""
        ...

    def stopping(self) -> None:
        """The daemon ends in order."""
        ...

    def alive(self) -> None:
        """The sign of life."""
        ...
