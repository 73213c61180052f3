"""What one piece of work writes to the log is found by one word, from a search to the import of what it found.

The word of a search is made anew each time, and is the beginning of the tag of whatever that search grabs. So the
download carries it, in our database and in the client, over every loop and restart.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

from radarr.domain.download import Download

correlation: ContextVar[str] = ContextVar("correlation", default="")
fields: ContextVar[Mapping[str, object]] = ContextVar("fields", default={})  # noqa: B039 - never changed in place

_PREFIX = "radarr-"
_LENGTH = 8


def new_word() -> str:
    """A word that no other piece of work has."""
    return uuid4().hex[:_LENGTH]


@contextmanager
def correlated(word: str = "", **more: object) -> Iterator[str]:
    """Mark every log line of the block, and of the tasks started in it, with a word and with what it is about.

    Without a word it is the one around the block, and a new one where there is none.
    """
    word = word or correlation.get() or new_word()
    token, kept = correlation.set(word), fields.set({**fields.get(), **more})
    try:
        yield word
    finally:
        fields.reset(kept)
        correlation.reset(token)


def note(**more: object) -> None:
    """Add to what the lines of the block around are about."""
    fields.set({**fields.get(), **more})


@contextmanager
def following(download: Download, **more: object) -> Iterator[str]:
    """The lines of a download belong to the search that grabbed it."""
    about = {"download": download.id, "movie": download.movie_id, "release": download.grab.release.title, **more}
    with correlated(download.grab.tag.removeprefix(_PREFIX)[:_LENGTH], **about) as word:
        yield word


def new_tag() -> str:
    """What tells one grab from all others, and by its beginning which search it came from."""
    return f"{_PREFIX}{correlation.get() or new_word()}{uuid4().hex[:_LENGTH]}"
