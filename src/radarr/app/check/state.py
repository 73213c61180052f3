"""The folder of database, keys and locks."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from radarr.app import state_folder as folders
from radarr.app.check.finding import Finding, Subject, ok
from radarr.app.check.mounts import file_system, is_remote, mount_table

_AREA = "state folder"
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def state_folder(subject: Subject) -> Iterator[Finding]:
    """It is ours alone, can be written to, and lies on a disk of this machine."""
    folder = subject.state
    if not os.path.isdir(folder):  # noqa: PTH112 - Path's raises where we may not look
        yield _missing(folder)
    elif not os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=True):
        yield Finding(
            _AREA,
            "error",
            f"{folder} cannot be read and written to",
            "run this as the daemon's user, or chown the folder to it",
        )
    elif folders.is_radarrs(folder):
        yield Finding(_AREA, "error", f"{folder} is Radarr's own folder", "give the daemon one of its own: --state-dir")
    else:
        yield ok(_AREA, f"{folder} can be written to")
        if folder.stat().st_mode & _OTHERS_WRITE:
            yield Finding(_AREA, "warning", f"others may write to {folder}, which holds keys", f"chmod 700 {folder}")
    if not subject.config.database.url:
        yield from _disk(folder)


def _missing(folder: Path) -> Finding:
    if os.path.lexists(folder):
        return Finding(_AREA, "error", f"{folder} is no folder", "move it away, or give another: --state-dir")
    above = next(parent for parent in folder.parents if os.path.isdir(parent))  # noqa: PTH112 - as above
    if os.access(above, os.W_OK | os.X_OK, effective_ids=True):
        return ok(_AREA, f"{folder} is made when the daemon first starts")
    return Finding(
        _AREA, "error", f"{folder} is not there, and cannot be made in {above}", "make it, and chown it to the daemon"
    )


def _disk(folder: Path) -> Iterator[Finding]:
    kind = file_system(os.path.realpath(folder), mount_table())
    if is_remote(kind):
        yield Finding(
            _AREA,
            "warning",
            f"{folder} lies on {kind}, where SQLite's locks cannot be relied on",
            "put it on a disk of this machine, or use PostgreSQL ([database] url)",
        )
