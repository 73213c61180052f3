"""The log file, where no journal keeps the log: of bounded size, readable by its owner alone, and never in the way."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

_SIZE: Final = 5 << 20  # bytes, of each of ...
_KEPT: Final = 4  # ... these and the one in use

log = logging.getLogger(__name__)


class LogFile(RotatingFileHandler):
    """Made with its folder when there is something to write; what cannot be written is told once, and left out."""

    def __init__(self, path: Path, *, size: int = _SIZE) -> None:
        super().__init__(
            path, maxBytes=size, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace", delay=True
        )
        self._trouble = False
        self._kept_short = False

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == __name__:  # of our own trouble: that is for the others
            return
        self._failed = False
        super().emit(record)
        self._trouble = self._failed

    _failed = False

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        """Where its folder allows no second file, as /var/log does, it begins anew: the newest lines matter most."""
        try:
            super().doRollover()
        except PermissionError as error:
            os.truncate(self.baseFilename, 0)
            self.stream = self._open()
            if not self._kept_short:
                self._kept_short = True
                log.warning(
                    "the log file %s cannot be kept when it is full (%s): it begins anew; let us write to its folder",
                    self.baseFilename,
                    error.strerror,
                )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's name and signature
        """A full disk or a folder that may not be written to must not stop anything."""
        import sys

        error = sys.exc_info()[1]
        stream, self.stream = self.stream, None  # opened anew next time
        try:
            if stream is not None:
                stream.close()
        except OSError:
            pass  # what it still held is lost, which was told
        self._failed = True
        if not self._trouble:
            reason = getattr(error, "strerror", None) or type(error).__name__
            log.warning("the log file %s cannot be written (%s); the log goes on without it", self.baseFilename, reason)
