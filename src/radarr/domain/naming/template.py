"""Formats of names: text with tokens in braces.

    {Movie Title}              the value
    {Movie.Title}              with dots for spaces; likewise `-` and `_`
    {movie title}              in small letters; {MOVIE TITLE} in capitals
    {[Quality Full]}           with brackets, or nothing at all; likewise a leading or trailing `-`, `.`, space
    {edition-{Edition Tags}}   a media server's tag: its braces stay, or vanish with the value
    {Movie Title:40}           at most so many bytes

What is empty vanishes together with the brackets around it and the separator beside it.
"""

import re
from typing import NamedTuple

from radarr.domain.naming.component import printable, shorten
from radarr.domain.naming.facts import NameFacts
from radarr.domain.naming.tokens import BY_KEY, Token, Trait, key_of

_TOKEN = re.compile(r"\{(?P<prefix>[-\s._(\[]*)(?P<name>[^{}:]*?)(?P<limit>:\d{1,3})?(?P<suffix>[-\s._)\]]*)\}")
_EMPTY = "\x00"  # stands for an empty value until all is put together; no value has one
_EMPTY_TAG = re.compile(r"[(\[{](?:[A-Za-z]+-)?[-\s._\x00]*\x00[-\s._\x00]*[)\]}]")
_DOUBLE = re.compile(r"([-\s._])(?:\x00+\1)+")
_AT_ENDS = re.compile(r"^\x00+[-\s._]+|[-\s._]+\x00+$|\x00")


class Use(NamedTuple):
    """One token as a format uses it; `token` is None where there is none of that name."""

    text: str
    name: str
    token: Token | None
    prefix: str
    suffix: str
    limit: int | None


def uses(template: str) -> list[Use]:
    """The tokens of a format, in order."""
    return [_use(match) for match in _TOKEN.finditer(template)]


def literal(template: str) -> str:
    """A format without its tokens."""
    return _TOKEN.sub("", template)


def render(template: str, facts: NameFacts, title_limit: int) -> str:
    """The text of a format; an unknown token counts as empty. Titles take at most `title_limit` bytes."""
    text = _TOKEN.sub(lambda match: _value(_use(match), facts, title_limit), template)
    while (less := _EMPTY_TAG.sub(_EMPTY, text)) != text:
        text = less
    return _AT_ENDS.sub("", _DOUBLE.sub(r"\1", text))


def _use(match: re.Match[str]) -> Use:
    limit = int(match["limit"][1:]) if match["limit"] else None
    token = BY_KEY.get(key_of(match["name"]))
    return Use(match[0], match["name"], token, match["prefix"], match["suffix"], limit)


def _value(use: Use, facts: NameFacts, title_limit: int) -> str:
    value = printable(use.token.value(facts)).strip() if use.token else ""
    if use.token and Trait.TITLE in use.token.traits:
        value = shorten(value, title_limit)
    if use.limit is not None:
        value = shorten(value, use.limit)
    return f"{use.prefix}{_styled(value, use.name)}{use.suffix}" if value else _EMPTY


def _styled(value: str, name: str) -> str:
    """The value in the letters and with the separators of its token."""
    separator = next((char for char in name if char in "-._"), " ")
    value = value.replace(" ", separator)
    if name.islower():
        return value.lower()
    return value.upper() if name.isupper() else value
