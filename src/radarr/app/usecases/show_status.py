"""Show whether the daemon serves films."""


class ShowStatus:
    """Show whether the daemon serves films, and what its configuration says without effect."""

    def __init__(self, *, notices: tuple[str, ...] = ()) -> None:
        self._notices = notices
        self._reason = "the daemon is starting"

    def ready(self) -> None:
        """Say that the database is migrated and the loops run."""
        self._reason = ""

    def unready(self, reason: str) -> None:
        """Say why it does not serve films any more."""
        self._reason = reason

    def not_ready(self) -> str:
        """See ports.driving.status."""
        return self._reason

    def notices(self) -> tuple[str, ...]:
        """See ports.driving.status."""
        return self._notices
