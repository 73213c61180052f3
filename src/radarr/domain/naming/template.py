"""Formats of names: text with tokens in braces.

    {Movie Title}              the value
    {Movie.Title}              with dots for spaces; likewise `-` and `_`
    {movie title}              in small letters; {MOVIE TITLE} in capitals
    {[Quality Full]}           with brackets, or nothing at all; likewise a leading or trailing `-`, `.`, space
    {edition-{Edition Tags}}   a media server's tag: its braces stay, or vanish with the value
    {Movie Title:40}           at most so many bytes, with three dots for the rest; {Movie Title:-40} keeps the end
    {Movie Title:DE|FR}        filters, see `filters`

What is empty vanishes together with the brackets around it and the separator beside it. Of a separator that is there
twice one is left, none at the end.
"""

import re
from typing import NamedTuple

from radarr.domain.naming.component import COMPONENT_BYTES, printable
from radarr.domain.naming.facts import NameFacts
from radarr.domain.naming.shortening import abridge, shorten
from radarr.domain.naming.tokens import BY_KEY, Token, Trait, key_of

_TOKEN = re.compile(r"\{(?P<prefix>[-\s._(\[]*)(?P<name>[^{}:]*?)(?::(?P<filter>[^{}]*?))?(?P<suffix>[-\s._)\]]*)\}")
_SIZE = re.compile(r"-?\d{1,3}")
_EMPTY = "\x00"  # stands for an empty value until all is put together; no value has one
_END = "\x02"  # stands behind each value
_EMPTY_TAG = re.compile(r"[(\[{](?:[A-Za-z]+-)?[-\s._\x00]*\x00[-\s._\x00]*[)\]}]")
_DOUBLE = re.compile(r"([-\s._])(?:[\x00\x02]*\1)+")
_AT_ENDS = re.compile(r"^[\x00\x02]+[-\s._]+|(?<=[^-\s._\x00\x02])[-\s._\x00\x02]+$|[\x00\x02]")


class Use(NamedTuple):
    """One token as a format uses it; `token` is None where there is none of that name, `filter` where it has none."""

    text: str
    name: str
    token: Token | None
    prefix: str
    suffix: str
    filter: str | None

    @property
    def size(self) -> int:
        """Bytes that it may take, below 0 for those at its end; 0 where the format does not say."""
        named = self.token and self.token.traits & Trait.WHICH
        return int(self.filter) if self.filter and not named and _SIZE.fullmatch(self.filter) else 0


def uses(template: str) -> list[Use]:
    """The tokens of a format, in order."""
    return [_use(match) for match in _TOKEN.finditer(template)]


def literal(template: str) -> str:
    """A format without its tokens."""
    return _TOKEN.sub("", template)


def render(template: str, facts: NameFacts, title_limit: int) -> str:
    """The text of a format; an unknown token counts as empty. Titles take at most `title_limit` bytes.

    An ELLIPSIS stands for the dots of what was abridged.
    """
    alone = len(uses(template)) == 1
    text = _TOKEN.sub(lambda match: _value(_use(match), facts, title_limit, alone=alone), template)
    while (less := _EMPTY_TAG.sub(_EMPTY, text)) != text:
        text = less
    return _AT_ENDS.sub("", _DOUBLE.sub(r"\1", text))


def _use(match: re.Match[str]) -> Use:
    token = BY_KEY.get(key_of(match["name"]))
    stated, suffix = match["filter"], match["suffix"]
    if stated and (stated.count("(") > stated.count(")") or stated.count("[") > stated.count("]")):
        stated, suffix = stated + suffix[:1], suffix[1:]  # a bracket of a custom format's name
    return Use(match[0], match["name"], token, match["prefix"], suffix, stated)


def _value(use: Use, facts: NameFacts, title_limit: int, *, alone: bool) -> str:
    value = _text(use, facts, alone=alone)
    title = use.token and Trait.TITLE in use.token.traits
    value = shorten(value, title_limit if title else COMPONENT_BYTES)
    if use.size:
        value = abridge(value, use.size)
    return f"{use.prefix}{_styled(value, use.name)}{_END}{use.suffix}" if value else _EMPTY


def _text(use: Use, facts: NameFacts, *, alone: bool) -> str:
    """What the token stands for, without what no name may have; a filter that is not understood lets nothing by."""
    token = use.token
    if token is None or (Trait.ALONE in token.traits and not alone):
        return ""
    if use.filter is None or use.size:
        value = token.value(facts)
    elif token.filter and token.filter.takes.fullmatch(use.filter):
        value = token.filter.value(facts, use.filter)
    else:
        value = ""
    bare = "" if use.prefix or use.suffix else token.bare
    return printable(value).strip() or bare


def _styled(value: str, name: str) -> str:
    """The value in the letters and with the separators of its token."""
    separator = next((char for char in name if char in "-._"), " ")
    value = value.replace(" ", separator)
    if name.islower():
        return value.lower()
    return value.upper() if name.isupper() else value
