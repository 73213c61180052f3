"""Writes a configuration file for people."""

import os
import secrets
from pathlib import Path

from radarr.app.config.template import template
from radarr.ports.errors import Conflict, NotPermitted

_OWNER_ONLY = 0o600  # keys and passwords will stand in it


def write_template(path: Path, *, force: bool = False) -> None:
    """A commented configuration, mode 0600. Raises Conflict when there is one already, NotPermitted."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if force:
            _replace(path, template())
        else:
            _create(path, template())
    except FileExistsError as error:
        raise Conflict(f"{path} exists", remedy="edit it, or overwrite it with --force") from error
    except OSError as error:
        raise NotPermitted(f"{path} cannot be written: {error.strerror}", remedy="choose another --config") from error


def _create(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _replace(path: Path, text: str) -> None:
    """Through a temporary file, so that a reader sees the old text or the new one."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _create(temporary, text)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
