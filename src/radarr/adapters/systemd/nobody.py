"""Nobody looks after the daemon: a terminal, a container, a test."""


class NoManager:
    """Takes every word and does nothing."""

    @property
    def watchdog_seconds(self) -> float | None:
        """Nobody waits."""
        return None

    def ready(self, status: str) -> None: ...

    def status(self, text: str) -> None: ...

    def reloading(self) -> None: ...

    def stopping(self) -> None: ...

    def alive(self) -> None: ...
