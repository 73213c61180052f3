"""The log: to standard error, for people on a terminal and as JSON lines for programs, never with a secret in it."""

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, TextIO
from urllib.parse import quote

from radarr.app.config import Config
from radarr.app.usecases.correlation import correlation

_HIDDEN: Final = "(hidden)"
_QUIET = ("sqlalchemy", "aiosqlite", "aiohttp.access", "httpx", "httpcore", "asyncio", "alembic")
_SHORT = 6  # a password of few letters is hidden where it stands alone: in words it would hide half the log

_NAMES = r"api_?key|apikey|x-api-key|passkey|pass_key|torrent_pass|authkey|auth_key|rsskey|access_token|token|password"
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b({_NAMES})((?:\"|')?\s*[=:]\s*(?:\"|')?)[^\s&\"',;)\]}}]+", re.IGNORECASE), rf"\1\2{_HIDDEN}"),
    (re.compile(r"\b(authorization\W{1,4}(?:bearer|basic)\s+)\S+", re.IGNORECASE), rf"\1{_HIDDEN}"),
    (re.compile(r"\b(QBT_SID\w*|SID)=[^\s;]+"), rf"\1={_HIDDEN}"),
    (re.compile(r"(?<=://)[^/@\s]+@"), f"{_HIDDEN}@"),
    (re.compile(r"([?&]tr(?:\.\d+)?=)[^\s&\"']+"), rf"\1{_HIDDEN}"),
    (re.compile(r"/[0-9A-Za-z_-]{16,}(?=/(?:announce|scrape)\b)"), f"/{_HIDDEN}"),
)


class Mask:
    """Hides what is secret in a text: known values, and what looks like a key, passkey or password."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = {secret for secret in secrets if secret}
        self._known = self._compile()

    def add(self, secret: str) -> None:
        """Hide one more from now on: a key that was made or read later."""
        if secret:
            self._secrets.add(secret)
            self._known = self._compile()

    def _compile(self) -> re.Pattern[str] | None:
        forms = {form for secret in self._secrets for form in (secret, quote(secret, safe=""))}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(_pattern, longest_first))) if forms else None

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        if self._known:
            text = self._known.sub(_HIDDEN, text)
        for pattern, replacement in _PATTERNS:
            text = pattern.sub(replacement, text)
        return text


def _pattern(secret: str) -> str:
    return re.escape(secret) if len(secret) >= _SHORT else rf"(?<!\w){re.escape(secret)}(?!\w)"


class Console(logging.Formatter):
    """One line a message: time, level, logger, correlation."""

    def __init__(self, mask: Mask) -> None:
        super().__init__()
        self._mask = mask

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        word = f" [{correlation.get()}]" if correlation.get() else ""
        head = f"{at} {record.levelname:<7} {record.name.removeprefix('radarr.')}{word}"
        parts = [f"{head}: {record.getMessage()}"]
        if record.exc_info:
            parts.append(self.formatException(record.exc_info))
        return self._mask("\n".join(parts))


class JsonLines(logging.Formatter):
    """One JSON object a message."""

    def __init__(self, mask: Mask) -> None:
        super().__init__()
        self._mask = mask

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")[:-6] + "Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._mask(record.getMessage()),
        }
        if correlation.get():
            line["correlation"] = correlation.get()
        if record.exc_info:
            line["exception"] = self._mask(self.formatException(record.exc_info))
        return json.dumps(line)


def set_up(config: Config, stream: TextIO | None = None) -> Mask:
    """Send every log message of this process to `stream` (standard error), as `[log]` says, without any secret.

    Returns the mask, to which further secrets may be added. Safe to call again, after the configuration changed.
    """
    stream = stream or sys.stderr
    level, form = config.log.level, config.log.format
    mask = Mask(config.secrets())
    handler = logging.StreamHandler(stream)
    console = form == "console" or (form == "auto" and stream.isatty())
    handler.setFormatter(Console(mask) if console else JsonLines(mask))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    return mask
