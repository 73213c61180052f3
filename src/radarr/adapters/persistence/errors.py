"""What databases raise, in our words; translated in this one place, by the codes that the databases document."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import exc

from radarr.ports.errors import Conflict, NoSpace, NotPermitted, PortError, Unauthorised, Unavailable


class _Meaning(NamedTuple):
    kind: type[PortError]
    message: str
    remedy: str = ""


_FULL = _Meaning(NoSpace, "the disk of the database is full", "make room; nothing was lost")
_READ_ONLY = _Meaning(NotPermitted, "the database may not be written", "check the owner and mode of the state folder")
_LOCKED = _Meaning(
    Unavailable,
    "the database stays locked",
    "is another program writing to it? close it; we try again by ourselves",
)
_DAMAGED = _Meaning(
    Unavailable,
    "the database file is damaged",
    "stop the daemon, and put back the newest *.backup from beside it, or recover it with the sqlite3 program",
)
_TWICE = _Meaning(Conflict, "the database has one like it already")
_DANGLING = _Meaning(Conflict, "what this belongs to is not there any more")
_AWAY = _Meaning(
    Unavailable,
    "the database cannot be reached",
    "look whether its server runs and can be reached; we go on by ourselves when it is back",
)
_NO_RIGHT = _Meaning(NotPermitted, "the database's user lacks a right", "make the user the owner of the database")
_STRANGER = _Meaning(Unauthorised, "the database refuses the user", "check database.url and database.password")

_SQLITE: Mapping[int, _Meaning] = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _Meaning(Unavailable, "the disk of the database fails", "look into the system's log"),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: _TWICE,
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: _DANGLING,
}
"""By extended result code, else by its low byte, the primary one."""

_POSTGRES: Mapping[str, _Meaning] = {
    "53100": _FULL,
    "53300": _Meaning(Unavailable, "the database has no connection left", "raise its max_connections"),
    "23503": _DANGLING,
    "23": _TWICE,
    "28": _STRANGER,
    "3D000": _Meaning(Unavailable, "the database does not exist", "create it, owned by the daemon's user"),
    "42501": _NO_RIGHT,
    "25006": _Meaning(Unavailable, "the database takes no writes", "is this a standby? name the primary"),
    "25P03": _Meaning(Unavailable, "the database ended a transaction that did nothing for too long"),
    "08": _AWAY,
    "57P": _AWAY,
}
"""By SQLSTATE, else by its first three or two digits."""


@contextmanager
def translated() -> Iterator[None]:
    """Turn SQLAlchemy's and the drivers' errors into the ports'."""
    try:
        yield
    except PortError:
        raise
    except Exception as error:
        meant = translate(error)
        if meant is None:
            raise
        raise meant from error


def translate(error: Exception) -> PortError | None:
    """The error of ours that it means; None for what is no trouble of a database but a fault of ours."""
    # while it connects, the PostgreSQL driver's errors come as they are, and those of the system too
    original = error.orig if isinstance(error, exc.DBAPIError) and error.orig else error
    if isinstance(original, OSError):
        return _AWAY.kind(f"{_AWAY.message} ({original.strerror or 'no answer in time'})", remedy=_AWAY.remedy)
    meaning = _by_sqlstate(getattr(original, "sqlstate", None)) or _by_code(getattr(original, "sqlite_errorcode", None))
    if meaning is not None:
        detail = f" ({_first_line(original)})" if issubclass(meaning.kind, Conflict) else ""
        return meaning.kind(meaning.message + detail, remedy=meaning.remedy)
    if _is_cut_off(error):
        return _AWAY.kind(_AWAY.message, remedy=_AWAY.remedy)
    if isinstance(error, exc.SQLAlchemyError) or hasattr(original, "sqlstate"):
        return Unavailable(f"the database failed ({_first_line(original)})")
    return None


def _is_cut_off(error: Exception) -> bool:
    """Whether the connection is gone, or was before this statement of the same transaction."""
    lost = isinstance(error, exc.DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, exc.PendingRollbackError)


def _by_code(code: int | None) -> _Meaning | None:
    return None if code is None else _SQLITE.get(code) or _SQLITE.get(code & 0xFF)


def _by_sqlstate(state: str | None) -> _Meaning | None:
    return (state and (_POSTGRES.get(state) or _POSTGRES.get(state[:3]) or _POSTGRES.get(state[:2]))) or None


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
