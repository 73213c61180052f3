"""The state folder: one daemon at a time, and the API key."""

import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from radarr.ports.errors import Conflict, NotPermitted, Refused

_LOCK = "daemon.lock"
_KEY = "api_key"
_INSTANCE = "instance"
_ADDRESS = "address"


def prepare(folder: Path) -> Path:
    """The folder, made with mode 0700 if it is new. Raises NotPermitted, and Refused where Radarr itself lives."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotPermitted(
            f"the state folder {folder} cannot be made ({error.strerror})", remedy="give another with --state-dir"
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise NotPermitted(f"the state folder {folder} is not writable", remedy="chown it to the daemon's user")
    if is_radarrs(folder):
        raise Refused(f"{folder} is Radarr's own folder", remedy="give the daemon a folder of its own")
    return folder


def is_radarrs(folder: Path) -> bool:
    """Whether Radarr itself lives there."""
    return any((folder / name).exists() for name in ("config.xml", "radarr.db", "logs.db"))


@contextmanager
def locked(folder: Path, description: str) -> Iterator[None]:
    """Hold the folder. Raises Conflict naming the daemon that holds it already."""
    descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 200, 0).decode("utf-8", "replace").strip() or "another process"
            raise Conflict(
                f"a daemon already uses the state folder {folder}: {holder}",
                remedy="stop it first, or give this one a --state-dir of its own",
            ) from error
        os.ftruncate(descriptor, 0)
        (folder / _ADDRESS).unlink(missing_ok=True)  # where the last one listened
        os.pwrite(descriptor, f"pid {os.getpid()}, {description}\n".encode(), 0)
        yield
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def publish_address(folder: Path, url: str) -> None:
    """Say where the daemon listens: a port of 0 is chosen only when it starts."""
    (folder / _ADDRESS).write_text(url + "\n", encoding="utf-8")


def api_key(folder: Path) -> str:
    """The kept key, made on first use, mode 0600."""
    return _kept(folder / _KEY, lambda: secrets.token_hex(16))


def instance(folder: Path) -> str:
    """What names this daemon to others on one database: a restart of it is the same one."""
    return _kept(folder / _INSTANCE, lambda: str(uuid4()))


def _kept(path: Path, make: Callable[[], str]) -> str:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError:
        if text := path.read_text().strip():
            return text
        # a kill between creating and writing left it empty
        descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    value = make()
    with os.fdopen(descriptor, "w") as file:
        file.write(value + "\n")
        file.flush()
        os.fsync(file.fileno())
    return value
