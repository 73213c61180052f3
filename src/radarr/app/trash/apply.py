"""Carries a plan out: all of it or nothing, whatever happens on the way.

In this order: the files of formats, which nothing names yet; the lock file, which tells what stood there before as
well; the settings, whose renaming is the moment from which all of it counts; the lock file without what was before;
and then the files that nothing names any more are removed.
"""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from radarr.app.trash.lock import NAME
from radarr.app.trash.plan import Plan
from radarr.app.trash.written import FORMATS, SETTINGS, digest, left_over, read_bytes, temporary
from radarr.ports.errors import Conflict, NoSpace, NotPermitted

_PERMISSIONS = 0o666
_NO_SPACE = frozenset({28, 122})  # ENOSPC, EDQUOT


def carry_out(plan: Plan, *, force: bool = False) -> None:
    """Write what is planned.

    Raises Conflict where other hands changed what would be replaced, unless forced; NotPermitted and NoSpace where it
    cannot be written: then everything is as it was.
    """
    if plan.config is None:
        raise NotPermitted("there is no configuration file", remedy="`radarr init` writes one, then apply again")
    if plan.edited and not force:
        remedy = f"write it into {plan.config.name}, which beats the guides, and apply with --force"
        raise Conflict("; ".join(plan.edited), remedy=remedy)
    try:
        _write(plan, _Likeness.of(plan.config))
    except OSError as error:
        kind = NoSpace if error.errno in _NO_SPACE else NotPermitted
        remedy = "make room" if kind is NoSpace else "check its owner and mode, or run this as the user who owns it"
        raise kind(f"{plan.folder} cannot be written: {error.strerror}", remedy=remedy) from error


@dataclass(frozen=True, slots=True)
class _Likeness:
    """Owner and mode of the configuration: what is written beside it is as readable as it is, and no more."""

    owner: int
    group: int
    mode: int

    @classmethod
    def of(cls, path: Path) -> "_Likeness":
        status = path.stat()
        return cls(status.st_uid, status.st_gid, status.st_mode & _PERMISSIONS)

    def give(self, opened: int, mode: int) -> None:
        """By what is open, not by its name: as root, a name that others may change would give away anything."""
        status = os.fstat(opened)
        if (status.st_uid, status.st_gid) != (self.owner, self.group):
            os.fchown(opened, self.owner, self.group)
        os.fchmod(opened, mode)

    @contextlib.contextmanager
    def folder(self, path: Path) -> Iterator[None]:
        """Make one, unless it is there: who may read the configuration may look into it. Gone where nothing came."""
        is_new = not path.is_dir()
        if is_new:
            path.mkdir()
            with _opened(path, os.O_NOFOLLOW) as opened:
                self.give(opened, self.mode | (self.mode & 0o444) >> 2)
        try:
            yield
        except OSError:
            if is_new:
                with contextlib.suppress(OSError):
                    path.rmdir()
            raise

    def write(self, temporary: Path, data: bytes) -> None:
        """A new file, safe on the disk."""
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            self.give(file.fileno(), self.mode)
            os.fsync(file.fileno())


def _write(plan: Plan, likeness: _Likeness) -> None:
    folder = plan.folder
    with likeness.folder(folder), likeness.folder(folder / FORMATS), _staged(folder, likeness) as stage:
        _publish(plan, stage)
    for path in tuple(left_over(folder, plan.contents)):
        path.unlink()
    _sync(folder)


def _publish(plan: Plan, stage: "_Stage") -> None:
    """Everything is written before the first of it gets its name."""
    folder, contents = plan.folder, plan.contents
    stood_there = read_bytes(folder / SETTINGS)
    before = {SETTINGS: digest(stood_there) if stood_there is not None else ""}
    formats = [path for path in contents if path != SETTINGS and read_bytes(folder / path) != contents[path]]
    staged = [stage(path, contents[path]) for path in formats]
    staged.append(stage(NAME, msgspec.structs.replace(plan.lock, before=before).encode()))
    if SETTINGS in contents:
        staged.append(stage(SETTINGS, contents[SETTINGS]))
    last = stage(NAME, plan.lock.encode())
    for each in staged:
        each.publish()
    if SETTINGS not in contents:
        (folder / SETTINGS).unlink(missing_ok=True)
    last.publish()


@dataclass(frozen=True, slots=True)
class _Staged:
    """A file that is written, and not yet under its name."""

    temporary: Path
    path: Path

    def publish(self) -> None:
        self.temporary.replace(self.path)


class _Stage:
    """Writes files under hidden names, and knows them."""

    def __init__(self, folder: Path, likeness: _Likeness) -> None:
        self._folder = folder
        self._likeness = likeness
        self.staged: list[_Staged] = []

    def __call__(self, name: str, data: bytes) -> _Staged:
        path = self._folder / name
        staged = _Staged(temporary(path), path)
        self.staged.append(staged)
        self._likeness.write(staged.temporary, data)
        return staged

    def tidy(self) -> None:
        for each in self.staged:
            each.temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def _staged(folder: Path, likeness: _Likeness) -> Iterator[_Stage]:
    """What was not published is gone in the end."""
    stage = _Stage(folder, likeness)
    try:
        yield stage
    finally:
        stage.tidy()


@contextlib.contextmanager
def _opened(folder: Path, flags: int = 0) -> Iterator[int]:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | flags)
    try:
        yield opened
    finally:
        os.close(opened)


def _sync(folder: Path) -> None:
    """Make the new names last."""
    for each in (folder / FORMATS, folder):
        with _opened(each) as opened:
            os.fsync(opened)
