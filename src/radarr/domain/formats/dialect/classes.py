"""Reads sets of characters and escapes."""

import re

from radarr.domain.formats.dialect.errors import PatternError
from radarr.domain.formats.dialect.nodes import Kind, Set, Span

ESCAPES = re.compile(r"([DWSdws])|([pP])\{(\^?)([A-Za-z_0-9&-]+)\}")
_CHARS = {"a": "\a", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_CODE = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|c([A-Za-z])|(0[0-7]{0,2})")


def read_kind(source: str, at: int) -> tuple[Kind, int] | None:
    r"""The class that `\d`, `\W`, `\p{L}` and the like name, and where it ends; `at` is behind the backslash."""
    found = ESCAPES.match(source, at)
    if not found:
        return None
    if found[1]:
        return Kind(found[1].lower(), found[1].isupper()), found.end()
    return Kind(found[4], (found[2] == "P") != bool(found[3])), found.end()


def escaped_char(source: str, at: int) -> tuple[str, int]:
    """The character that an escape stands for, and where it ends; `at` is behind the backslash."""
    if code := _CODE.match(source, at):
        hexadecimal, unicode, control, octal = code.groups()
        if control:
            return chr(ord(control.upper()) - 64), code.end()
        return chr(int(octal, 8) if octal else int(hexadecimal or unicode, 16)), code.end()
    letter = source[at : at + 1]
    if not letter:
        raise PatternError("a backslash with nothing behind it")
    if letter in _CHARS:
        return _CHARS[letter], at + 1
    if letter.isascii() and letter.isalnum():
        raise PatternError(f"\\{letter} at {at - 1}, which means nothing")
    return letter, at + 1


def read_set(source: str, at: int, *, exact: bool) -> tuple[Set, int]:
    """A set and where it ends; `at` is behind its opening bracket."""
    start = at
    negated = source.startswith("^", at)
    at += negated
    items: list[Span | Kind] = []
    minus: Set | None = None
    first = True
    while first or not source.startswith("]", at):
        if at >= len(source):
            raise PatternError(f"a set at {start - 1} that is not closed")
        if not first and source.startswith("-[", at):
            minus, at = read_set(source, at + 2, exact=exact)
            break
        item, at = _item(source, at)
        items.append(item)
        first = False
    if not source.startswith("]", at):
        raise PatternError(f"a set at {start - 1} that is not closed")
    return Set(tuple(items), negated, minus, exact), at + 1


def _item(source: str, at: int) -> tuple[Span | Kind, int]:
    if source[at] == "\\" and (kind := read_kind(source, at + 1)):
        return kind
    first, at = _char(source, at)
    if not source.startswith("-", at) or source[at + 1 : at + 2] in {"", "]", "["}:
        return Span(first, first), at
    if source[at + 1] == "\\" and read_kind(source, at + 2):
        return Span(first, first), at
    last, after = _char(source, at + 1)
    if last < first:
        raise PatternError(f"a range of characters from {first!r} back to {last!r}")
    return Span(first, last), after


def _char(source: str, at: int) -> tuple[str, int]:
    if source[at] != "\\":
        return source[at], at + 1
    if source.startswith("\\b", at):
        return "\b", at + 2
    return escaped_char(source, at + 1)
