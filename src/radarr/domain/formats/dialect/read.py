"""Reads .NET's regular expressions into nodes.

Understood: everything .NET does but balancing groups, conditionals and searching from right to left. What is not
understood raises `PatternError`, never another error.
"""

import re
from typing import NamedTuple

from radarr.domain.formats.dialect.classes import escaped_char, read_kind, read_set
from radarr.domain.formats.dialect.errors import PatternError
from radarr.domain.formats.dialect.nodes import (
    Anchor,
    Back,
    Char,
    Choice,
    Dot,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
    Set,
)

__all__ = ["PatternError", "read"]

_DEEPEST = 40  # brackets in brackets; guides use 12
_MOST = 1000  # repetitions that a pattern may ask for
_QUANTIFIER = re.compile(r"(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)")
_FLAGS = re.compile(r"\?([imnsx]*)(?:-([imnsx]+))?([:)])")
_NAMED = re.compile(r"\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')")
_NOTHING = Sequence(())
_SHELLS: dict[str, Group | Look] = {
    "?=": Look(_NOTHING),
    "?!": Look(_NOTHING, negated=True),
    "?<=": Look(_NOTHING, behind=True),
    "?<!": Look(_NOTHING, behind=True, negated=True),
    "?>": Group(_NOTHING, atomic=True),
}


class _State(NamedTuple):
    """Where the reader stands after something, and the flags that hold from there."""

    at: int
    flags: frozenset[str]


def read(source: str) -> Node:
    """The tree of a pattern; `PatternError` says what is wrong and where."""
    node, state = _choice(source, _State(0, frozenset("i")), 0)
    if state.at < len(source):
        raise PatternError(f"a closing bracket at {state.at} that nothing opened")
    return node


def _choice(source: str, state: _State, depth: int) -> tuple[Node, _State]:
    if depth > _DEEPEST:
        raise PatternError(f"more than {_DEEPEST} brackets in one another")
    options: list[Node] = []
    while True:
        node, state = _sequence(source, state, depth)
        options.append(node)
        if not source.startswith("|", state.at):
            return (options[0] if len(options) == 1 else Choice(tuple(options))), state
        state = state._replace(at=state.at + 1)


def _sequence(source: str, state: _State, depth: int) -> tuple[Node, _State]:
    items: list[Node] = []
    while state.at < len(source) and source[state.at] not in "|)":
        start = state.at
        if "x" in state.flags and (skipped := re.compile(r"\s+|#[^\n]*").match(source, start)):
            state = state._replace(at=skipped.end())
            continue
        node, state = _atom(source, state, depth)
        if node is not None:
            node, state = _repeated(source, node, state)
            items.append(node)
    return (items[0] if len(items) == 1 else Sequence(tuple(items))), state


def _repeated(source: str, node: Node, state: _State) -> tuple[Node, _State]:
    found = _QUANTIFIER.match(source, state.at)
    if not found:
        return node, state
    sign, least, comma, most, lazy = found.groups()
    bounds = {"*": (0, None), "+": (1, None), "?": (0, 1)}
    low, high = bounds[sign] if sign else (int(least), (int(most) if most else None) if comma else int(least))
    if low > _MOST or (high or 0) > _MOST or (high is not None and high < low):
        raise PatternError(f"a repetition of {found[0]} at {state.at}")
    if re.compile(r"[*+?]|\{\d+(,\d*)?\}").match(source, found.end()):
        raise PatternError(f"a repetition of a repetition at {found.end()}")
    return Repeat(node, low, high, bool(lazy)), state._replace(at=found.end())


def _atom(source: str, state: _State, depth: int) -> tuple[Node | None, _State]:
    char, flags, after = source[state.at], state.flags, state._replace(at=state.at + 1)
    exact = "i" not in flags
    if char == "(":
        return _bracket(source, after, depth)
    if char == "[":
        node, at = read_set(source, after.at, exact=exact)
        return node, after._replace(at=at)
    if char == "\\":
        return _escape(source, after, exact=exact)
    if char in "*+?":
        raise PatternError(f"{char} at {state.at} has nothing to repeat")
    if char in "^$":
        return Anchor(f"m{char}" if "m" in flags else char), after
    if char == ".":
        return Dot("s" in flags), after
    return Char(char, exact), after


def _bracket(source: str, state: _State, depth: int) -> tuple[Node | None, _State]:
    at, flags = state
    if source.startswith("?#", at):
        return None, state._replace(at=_closing(source, source.find(")", at)))
    if flagged := _FLAGS.match(source, at):
        flags = (flags | set(flagged[1])) - set(flagged[2] or "")
        if flagged[3] == ")":
            return None, _State(flagged.end(), flags)
    shell, start = _opening(source, state)
    body, after = _choice(source, _State(start, flags), depth + 1)
    end = after.at if source.startswith(")", after.at) else -1
    return shell._replace(body=body), state._replace(at=_closing(source, end))


def _opening(source: str, state: _State) -> tuple[Group | Look, int]:
    """The brackets that open here, empty, and where what they hold begins."""
    at = state.at
    for opening, shell in _SHELLS.items():
        if source.startswith(opening, at):
            return shell, at + len(opening)
    if named := _NAMED.match(source, at):
        return Group(_NOTHING, named[1] or named[2]), named.end()
    if flagged := _FLAGS.match(source, at):
        return Group(_NOTHING), flagged.end()
    if source.startswith("?", at):
        raise PatternError(f"brackets at {at - 1} of a kind that is not supported")
    return Group(_NOTHING, None if "n" in state.flags else ""), at


def _closing(source: str, at: int) -> int:
    if at < 0:
        raise PatternError(f"brackets that are not closed in {source[-30:]!r}")
    return at + 1


def _escape(source: str, state: _State, *, exact: bool) -> tuple[Node, _State]:
    letter = source[state.at : state.at + 1]
    after = state._replace(at=state.at + 1)
    if letter and letter in "bBAZzG":
        return Anchor(letter), after
    if named := re.compile(r"k(?:<(\w+)>|'(\w+)')").match(source, state.at):
        return Back(named[1] or named[2]), state._replace(at=named.end())
    if number := re.compile(r"[1-9]\d?").match(source, state.at):
        return Back(number[0]), state._replace(at=number.end())
    if kind := read_kind(source, state.at):
        return Set((kind[0],), exact=exact), state._replace(at=kind[1])
    char, at = escaped_char(source, state.at)
    return Char(char, exact), state._replace(at=at)
