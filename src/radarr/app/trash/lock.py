"""The lock file: which commit of the guides is in force, what was chosen of it, and what was written."""

from pathlib import Path

import msgspec

from radarr.ports.errors import NotPermitted, Refused

NAME = "trash-lock.json"
_ABOUT = "Written by `radarr trash apply`, which needs it to know what it wrote. Do not edit."


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A state of the guides; `commit` is empty for a folder without git, `digest` is of the files that were read."""

    commit: str = ""
    digest: str = ""


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What is taken. Profiles by trash id, with the names that films know them by; the rest by trash id."""

    profiles: dict[str, str] = {}
    further: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    sizes: str = ""


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A format, a profile, or the size of a quality (which has no trash id), with a digest of what it says."""

    kind: str
    name: str
    trash_id: str = ""
    digest: str


class Lock(msgspec.Struct, frozen=True, kw_only=True):
    """All of it. `files` are those that belong to it by their digest, seen from `conf.d`.

    The lock is written before the files that it tells of take effect: `before` has what stood in their place, so that
    an apply that was cut off is not taken for the work of other hands.
    """

    about: str = _ABOUT
    source: Source
    chosen: Chosen
    things: tuple[Thing, ...] = ()
    files: dict[str, str] = {}
    before: dict[str, str] = {}

    def encode(self) -> bytes:
        """As it stands in the file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def read_lock(folder: Path) -> Lock | None:
    """The one in `conf.d`, None where there is none. Raises Refused where it makes no sense, NotPermitted."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Lock)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NotPermitted(
            f"{path} cannot be read: {error.strerror}", remedy="run this as the daemon's user"
        ) from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        remedy = "bring the file back from a backup, or remove it and apply with --force and --profile"
        raise Refused(f"{path} was changed and cannot be read: {error}", remedy=remedy) from error
