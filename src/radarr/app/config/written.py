"""Writes configuration files: a new one for people, generated ones for programs."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from radarr.app.config.template import template
from radarr.ports.errors import Conflict, NotPermitted

_GENERATED = "# Written by radarr, and written anew when it changes: settings of your own belong into radarr.toml.\n"
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


def write_generated(path: Path, values: Mapping[str, Any]) -> None:
    """A file for `conf.d`, replaced whole. Raises OSError."""
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, _GENERATED + tomli_w.dumps(values))


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
