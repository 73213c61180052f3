"""The file of a SQLite database: made for its owner alone, looked over after a kill, copied while in use."""

import contextlib
import os
import sqlite3
from pathlib import Path

from radarr.adapters.persistence.engine import BUSY_SECONDS
from radarr.adapters.persistence.errors import translated
from radarr.ports.errors import Refused, Unavailable

_UNCLEAN = "-unclean"


def enter(path: str) -> None:
    """Make the file if it is new, and look it over where the last daemon did not `leave` it in order.

    The mark of that is a file, since the database itself may be damaged. Raises Refused, Unavailable (damaged).
    """
    mark = Path(path + _UNCLEAN)
    try:
        # download links and torrents may hold a tracker's passkey
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        if mark.exists():
            check(path, full=False)
        mark.touch(mode=0o600)
    except OSError as error:
        raise Refused(
            f"the database {path} cannot be opened ({error.strerror})", remedy="check the state folder's owner and mode"
        ) from error


def leave(path: str) -> None:
    """Say that all is well."""
    Path(path + _UNCLEAN).unlink(missing_ok=True)


def check(path: str, *, full: bool) -> None:
    """Look for damage. Raises Unavailable naming it."""
    pragma = "integrity_check" if full else "quick_check"
    try:
        with contextlib.closing(_connect(path)) as connection:
            rows = connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlite3.DatabaseError as error:
        raise _damaged(path, str(error)) from error
    if rows != [("ok",)]:
        raise _damaged(path, str(rows[0][0]))


def back_up(path: str, target: Path) -> Path:
    """A consistent copy, complete and on the disk when it has its name. Raises Refused where the name is taken."""
    if target.exists():
        raise Refused(f"{target} exists", remedy="name another file")
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with translated(), contextlib.closing(_connect(path)) as source:
            source.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.chmod(0o600)
        with unfinished.open("rb") as copied:
            os.fsync(copied.fileno())  # SQLite leaves this to us
        unfinished.rename(target)
    except OSError as error:
        raise Refused(f"{target} cannot be written ({error.strerror})", remedy="name another file") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def _damaged(path: str, what: str) -> Unavailable:
    return Unavailable(
        f"the database {path} is damaged ({what})",
        remedy="put back the newest *.backup beside it, or recover it with the sqlite3 program",
    )
