"""What databases raise, in our words; translated in this one place."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from radarr.ports.errors import Conflict, NoSpace, NotPermitted, PortError, Unavailable


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLAlchemy's and the drivers' errors into ports' errors."""
    try:
        yield
    except exc.SQLAlchemyError as error:
        raise translate(error) from error
    except OSError as error:  # the PostgreSQL driver lets these through while it connects
        raise Unavailable(
            f"the database cannot be reached ({error.strerror or error})", remedy="is it running? we try again"
        ) from error


_KINDS: tuple[tuple[tuple[str, ...], type[PortError], str, str], ...] = (
    (("disk is full", "no space left"), NoSpace, "the disk of the database is full", "make room; nothing was lost"),
    (
        ("readonly", "read-only"),
        NotPermitted,
        "the database may not be written",
        "check the owner and mode of the state folder",
    ),
    (
        ("malformed", "not a database"),
        Unavailable,
        "the database file is damaged",
        "stop the daemon, and put back the newest backup from the state folder",
    ),
    (("locked", "busy"), Unavailable, "the database stays locked", "is another program writing to it?"),
    (
        ("password authentication failed", "role "),
        Unavailable,
        "the database refuses the user",
        "check database.url and database.password",
    ),
    (
        ('database "',),
        Unavailable,
        "the database does not exist",
        "create it with createdb, owned by the daemon's user",
    ),
)
"""Words in a driver's message, and what they mean: no driver has codes for all of these."""


def translate(error: exc.SQLAlchemyError) -> PortError:
    """The error of ours that it means."""
    text = str(error.orig) if isinstance(error, exc.DBAPIError) else str(error)
    if isinstance(error, exc.IntegrityError):
        return Conflict(f"the database has one like it already ({text})")
    low = text.casefold()
    for words, kind, message, remedy in _KINDS:
        if any(word in low for word in words):
            return kind(message, remedy=remedy)
    return Unavailable(f"the database failed ({text.splitlines()[0] if text else type(error).__name__})")
