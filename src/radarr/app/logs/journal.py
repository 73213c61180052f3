"""Whether standard error is systemd's journal, and how it learns how grave a message is."""

import logging
import os
from collections.abc import Mapping
from typing import Final, TextIO

from radarr.app.logs.formats import Masked

_PRIORITIES: Final = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))
_DEBUG: Final = 7


def is_journal(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether $JOURNAL_STREAM names the very file that the stream writes to."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError):  # no file at all, or closed
        return False
    return environ.get("JOURNAL_STREAM") == f"{status.st_dev}:{status.st_ino}"


class Prioritised(Masked):
    """Another formatter's text with `<N>` before every line: the journal takes it for the message's priority."""

    def __init__(self, inner: Masked) -> None:
        super().__init__(inner.mask)
        self._inner = inner

    def format(self, record: logging.LogRecord) -> str:
        prefix = f"<{_priority(record.levelno)}>"
        return "\n".join(prefix + line for line in self._inner.format(record).split("\n"))


def _priority(level: int) -> int:
    return next((priority for least, priority in _PRIORITIES if level >= least), _DEBUG)
