"""Compiles a pattern and searches with it, within a bound of time.

The standard library's engine has no clock, so it is given only what cannot take long: patterns whose worst case over a
name is affordable. All others go to the `regex` module, which stops when its time is over.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import regex

from radarr.domain.formats.dialect import cost, write
from radarr.domain.formats.dialect.errors import PatternError
from radarr.domain.formats.dialect.fold import fold
from radarr.domain.formats.dialect.nodes import Node
from radarr.domain.formats.dialect.read import read

SECONDS = 0.1
"""How long one search may take."""
_LONGEST_SOURCE = 20_000


class OutOfTime(Exception):
    """A pattern needed too long to say whether it matches; `source` is the pattern. It is no answer."""

    def __init__(self, source: str) -> None:
        super().__init__(f"the pattern {source!r} takes too long")
        self.source = source


class _Quick(Protocol):
    def __call__(self, text: str, /) -> object: ...


@dataclass(frozen=True)
class Pattern:
    """A pattern that compiles. Equal to another of the same source."""

    source: str
    is_foreign: bool = field(compare=False, repr=False, default=False)
    """Whether it must see the text as it is: see `fold`."""
    quick: _Quick | None = field(compare=False, repr=False, default=None)
    """Searches a folded text of at most `cost.LONGEST` characters; None where that could take long."""

    def search(self, text: str, folded: str | None = None, seconds: float = SECONDS) -> bool:
        """Whether it is found in a text; `folded` spares folding it. `OutOfTime` when that cannot be told in time.

        It takes `SECONDS` at most, and `seconds` where fewer are left.
        """
        if seconds <= 0:
            raise OutOfTime(self.source)
        folded = fold(text) if folded is None else folded
        if self.quick is not None and len(folded) <= cost.LONGEST:
            return self.quick(folded) is not None
        try:
            subject = write.prepared(text) if self.is_foreign else folded
            return self.timed.search(subject, timeout=min(SECONDS, seconds)) is not None
        except TimeoutError as e:
            raise OutOfTime(self.source) from e

    def tree(self) -> Node:
        """What it is made of; read anew, since a thousand trees would take megabytes."""
        return read(self.source)

    @cached_property
    def timed(self) -> "regex.Pattern[str]":
        """What searches with a clock."""
        if self.is_foreign:
            return regex.compile(write.exact(self.tree()), regex.V0 | regex.IGNORECASE)
        return regex.compile(write.plain(self.tree()), regex.V0)


def compile_pattern(source: str) -> Pattern:
    """A pattern in .NET's dialect. `PatternError` when it is none, or uses what is not supported."""
    if not source or len(source) > _LONGEST_SOURCE:
        raise PatternError("it is empty" if not source else f"it is longer than {_LONGEST_SOURCE} characters")
    tree = read(source)
    pattern = Pattern(source, write.is_foreign(tree), _quick(tree))
    if pattern.quick is None:
        try:
            _ = pattern.timed
        except (regex.error, RecursionError, OverflowError) as e:
            raise PatternError(str(e)) from e
    return pattern


def _quick(tree: Node) -> _Quick | None:
    if write.is_foreign(tree) or cost.steps(tree) > cost.AFFORDABLE:
        return None
    try:
        return re.compile(write.plain(tree)).search
    except re.error:  # a look-behind of several lengths, for one
        return None
