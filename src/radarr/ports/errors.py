"""What can go wrong beyond a port, in words that the caller can act on.

    PortError                  what went wrong, and what a person can do about it
    ├── Unavailable            try later: down, slow, overloaded, answering nonsense (`retry_after` where known)
    │   └── NoSpace            the disk is full
    ├── Unauthorised           fix the settings: wrong key, wrong password, banned
    ├── Refused                they said no, and will say no again
    │   ├── Gone               it is not there any more
    │   └── NotPermitted       the operating system forbids it: read-only, not the owner
    ├── Conflict               it clashes with what is there already
    └── LeaseLost              another daemon took over this database

Adapters translate in one place, `raise ... from error`. Messages never hold a secret.
"""


class PortError(Exception):
    """What went wrong; `remedy` is what a person can do about it, "" where nothing helps but waiting."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}: {self.remedy}" if self.remedy else self.message


class Unavailable(PortError):
    """Try later; `retry_after` in seconds where they said so."""

    def __init__(self, message: str, *, remedy: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, remedy=remedy)
        self.retry_after = retry_after


class NoSpace(Unavailable):
    """The disk is full."""


class Unauthorised(PortError):
    """The settings are wrong: key, password, or we are banned."""


class Refused(PortError):
    """They said no, and will say no again."""


class Gone(Refused):
    """It is not there any more."""


class NotPermitted(Refused):
    """The operating system forbids it."""


class Conflict(PortError):
    """It clashes with what is there already."""


class LeaseLost(PortError):
    """Another daemon took over this database."""
