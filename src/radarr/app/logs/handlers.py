"""Sends the log where the configuration says."""

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from radarr.app.config import Config
from radarr.app.logs.file import LogFile
from radarr.app.logs.formats import Console, JsonLines, Masked
from radarr.app.logs.journal import Prioritised, is_journal
from radarr.app.logs.mask import Mask

_QUIET = ("sqlalchemy", "aiosqlite", "aiohttp.access", "httpx", "httpcore", "asyncio", "alembic")


def set_up(
    config: Config,
    stream: TextIO | None = None,
    *,
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> Mask:
    """Send every log message of this process to `stream` (standard error), as `[log]` says, without any secret.

    With a state `folder` also to a file, where `[log] file` wants one. Returns the mask, to which further secrets may
    be added. Safe to call again, after the configuration changed: what was hidden before stays hidden.
    """
    stream = stream or sys.stderr
    root = logging.getLogger()
    mask = mask_in_force()
    mask.learn(config.secrets())
    before, root.handlers[:] = root.handlers[:], _handlers(config, mask, stream, folder, environ or os.environ)
    for handler in before:
        if isinstance(handler, LogFile):
            handler.close()
    root.setLevel(config.log.level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    return mask


def mask_in_force() -> Mask:
    """The one that the log of this process has; where none was set up, one that knows secrets by their looks alone."""
    formatters = (handler.formatter for handler in logging.getLogger().handlers)
    return next((formatter.mask for formatter in formatters if isinstance(formatter, Masked)), None) or Mask()


def _handlers(
    config: Config, mask: Mask, stream: TextIO, folder: Path | None, environ: Mapping[str, str]
) -> Iterator[logging.Handler]:
    journal = is_journal(stream, environ)
    console = config.log.format == "console" or (config.log.format == "auto" and stream.isatty())
    handler = logging.StreamHandler(stream)
    form = Console(mask) if console else JsonLines(mask)
    handler.setFormatter(Prioritised(form) if journal else form)
    yield handler
    path = log_file(config.log.file, folder, kept=journal or stream.isatty())
    if path is not None:
        file = LogFile(path)
        file.setFormatter(Console(mask, dated=True) if console else JsonLines(mask))
        yield file


def log_file(wanted: str, folder: Path | None, *, kept: bool) -> Path | None:
    """Where the log file is, None for none. `kept`: the log is kept, or read, by somebody else already."""
    if wanted == "auto":
        return folder / "logs" / "radarr-daemon.log" if folder and not kept else None
    return Path(wanted) if wanted and folder else None
