"""What the HTTP library logs: our own faults alone.

Whoever sends something that is not HTTP (a scanner, TLS to the wrong port) gets his 400; a traceback for each would let
any stranger fill the log.
"""

import logging

from aiohttp.http_exceptions import HttpProcessingError

log = logging.getLogger(__name__)


def of_ours(record: logging.LogRecord) -> bool:
    """Whether a message is about a fault of ours."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, HttpProcessingError)


def logger() -> logging.Logger:
    """The one to give to the HTTP library."""
    if of_ours not in log.filters:
        log.addFilter(of_ours)
    return log
