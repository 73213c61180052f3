"""What one piece of work writes to the log is found by one word."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

correlation: ContextVar[str] = ContextVar("correlation", default="")


@contextmanager
def correlated(word: str) -> Iterator[None]:
    """Mark every log line of the block, and of the tasks started in it."""
    token = correlation.set(word)
    try:
        yield
    finally:
        correlation.reset(token)
