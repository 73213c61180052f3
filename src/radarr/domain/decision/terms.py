"""Terms that release names must or must not have, as people write them in release profiles."""

import re
from typing import NamedTuple

from radarr.domain.formats.dialect import OutOfTime, Pattern, PatternError, compile_pattern

__all__ = ["OutOfTime", "PatternError", "ReleaseProfile", "Term", "read_term"]

_PATTERN = re.compile(r"/(.+)/([imnsx]*)", re.DOTALL)


class Term(NamedTuple):
    """A term as it was written. Without a pattern it is looked for as it is, in any case."""

    text: str
    pattern: Pattern | None = None

    def matches(self, name: str) -> bool:
        """Whether it is found in a name. Raises `OutOfTime` when that cannot be told in time."""
        if self.pattern is None:
            return self.text.casefold() in name.casefold()
        return self.pattern.search(name)


def read_term(text: str) -> Term:
    """A term: plain text, or a /pattern/ with flags behind it. Raises `PatternError`.

    A pattern minds case unless `i` is among its flags, as it does in Radarr's release profiles (and not in its custom
    formats).
    """
    found = _PATTERN.fullmatch(text)
    if found is None:
        return Term(text)
    source, flags = found.groups()
    on = "".join(sorted(set(flags) - {"i"}))
    off = "" if "i" in flags else "-i"
    return Term(text, compile_pattern(f"(?{on}{off}){source}" if on or off else source))


class ReleaseProfile(NamedTuple):
    """Of `required` a name has one at least, of `ignored` none. `tags` empty: for every film, else for theirs."""

    name: str = ""
    required: tuple[Term, ...] = ()
    ignored: tuple[Term, ...] = ()
    tags: frozenset[str] = frozenset()

    def applies_to(self, tags: frozenset[str]) -> bool:
        """Whether it is for a film with these tags."""
        return not self.tags or not self.tags.isdisjoint(tags)

    def __str__(self) -> str:
        return f"the release profile {self.name!r}" if self.name else "a release profile"
