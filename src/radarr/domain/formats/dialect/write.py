"""Writes a tree as a Python pattern.

Two ways: `plain`, over folded texts and in lower case, for either engine; and `exact`, over texts as they are, for the
`regex` module, where a pattern names foreign characters or properties or minds case.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from radarr.domain.formats.dialect.fold import ALPHABET, DIGIT, LETTER, SPACE
from radarr.domain.formats.dialect.nodes import (
    Anchor,
    Back,
    Char,
    Choice,
    Dot,
    Group,
    Kind,
    Look,
    Node,
    Repeat,
    Sequence,
    Set,
    Span,
)

_LAST_ASCII = "\x7f"
_PLACES = {"^": r"\A", "$": r"(?=\n?\Z)", "A": r"\A", "z": r"\Z", "Z": r"(?=\n?\Z)", "G": r"\A"}
_PLACES |= {"m^": r"(?:\A|(?<=\n))", "m$": r"(?=\n|\Z)", "b": r"\b", "B": r"\B"}
_WORD = r"\p{L}\p{Mn}\p{Nd}\p{Pc}"
_CLASSES = {"w": _WORD, "d": r"\p{Nd}", "s": r"\f\n\r\t\v\x85\p{Z}"}
_EDGE = rf"(?:(?<=[{_WORD}\u200c\u200d])(?![{_WORD}\u200c\u200d])|(?<![{_WORD}\u200c\u200d])(?=[{_WORD}\u200c\u200d]))"
_CASELESS = "\u0130\u0131\u017f\u03c2\u00b5\u1e9e\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f5\u1e9b\u1fbe"
_STANDS_FOR = str.maketrans(_CASELESS, "".join(chr(0xA500 + n) for n in range(len(_CASELESS))))


_Leaf = Char | Set | Anchor | Dot
_Leaves = Callable[[_Leaf], str]


def plain(node: Node) -> str:
    """The pattern over folded texts."""
    return _write(node, _plain_leaf)


def exact(node: Node) -> str:
    """The pattern over texts as `prepared` gives them, ignoring case by the engine's flag."""
    return _write(node, _exact_leaf)


def prepared(text: str) -> str:
    """A text for `exact`: letters that Python ties to others by case and .NET does not stand apart."""
    return text if text.isascii() else text.translate(_STANDS_FOR)


def is_foreign(node: Node) -> bool:
    """Whether a folded text is not enough to tell if it matches."""
    match node:
        case Char(char, minds_case):
            return not char.isascii() or (minds_case and char.lower() != char.upper())
        case Set(items, _, minus, minds_case):
            return minds_case or any(map(_is_foreign_item, items)) or (minus is not None and is_foreign(minus))
        case Sequence(parts) | Choice(parts):
            return any(map(is_foreign, parts))
        case Repeat(body) | Group(body) | Look(body):
            return is_foreign(body)
    return False


def _is_foreign_item(item: Span | Kind) -> bool:
    return len(item.name) > 1 or item.name.isupper() if isinstance(item, Kind) else item.last > _LAST_ASCII


def _write(node: Node, leaf: _Leaves) -> str:
    if isinstance(node, Char | Set | Anchor | Dot):
        return leaf(node)
    if isinstance(node, Back):
        return f"(?:\\{node.group})" if node.group.isdigit() else f"(?P={node.group})"
    if isinstance(node, Sequence | Choice):
        return _parts(node, leaf)
    return _around(node, _write(node.body, leaf))


def _parts(node: Sequence | Choice, leaf: _Leaves) -> str:
    if isinstance(node, Choice):
        return "|".join(_write(option, leaf) for option in node.options)
    written = ((part, _write(part, leaf)) for part in node.items)
    return "".join(f"(?:{text})" if isinstance(part, Choice) else text for part, text in written)


def _around(node: Repeat | Group | Look, body: str) -> str:
    if isinstance(node, Repeat):
        return _repeat(node, body)
    if isinstance(node, Look):
        return f"(?{'<' if node.behind else ''}{'!' if node.negated else '='}{body})"
    opening = "?>" if node.atomic else "?:" if node.name is None else f"?P<{node.name}>" if node.name else ""
    return f"({opening}{body})"


def _repeat(node: Repeat, body: str) -> str:
    most = "" if node.most is None else node.most
    if not isinstance(node.body, Char | Dot | Group):
        body = f"(?:{body})"
    sign = {(0, None): "*", (1, None): "+", (0, 1): "?"}.get((node.least, node.most), f"{{{node.least},{most}}}")
    return f"{body}{sign}{'?' if node.lazy else ''}"


def _plain_leaf(node: _Leaf) -> str:
    match node:
        case Char(char):
            return re.escape(char.lower())
        case Set():
            return plain_set(node)
        case Anchor(place):
            return _PLACES[place]
        case Dot(newline):
            return r"[\s\S]" if newline else "."


def _exact_leaf(node: _Leaf) -> str:
    match node:
        case Char(char, minds_case):
            written = re.escape(char.translate(_STANDS_FOR))
            return f"(?-i:{written})" if minds_case else written
        case Set():
            return _exact_set(node)
        case Anchor("b"):
            return _EDGE
        case Anchor("B"):
            return f"(?!{_EDGE})"
        case _:
            return _plain_leaf(node)


@cache
def plain_members(wanted: Set) -> str:
    """The characters of a folded text that a set takes."""
    return "".join(char for char in ALPHABET if _takes(wanted, char))


def plain_set(wanted: Set) -> str:
    """A set over folded texts, written as the characters it takes or those it does not."""
    if len(wanted.items) == 1 and isinstance(kind := wanted.items[0], Kind) and kind.name in "wd" and not wanted.minus:
        return f"\\{kind.name.upper() if kind.negated != wanted.negated else kind.name}"
    members = plain_members(wanted)
    if len(members) <= len(ALPHABET) // 2:
        return f"[{_runs(members)}]" if members else "(?!)"
    others = "".join(char for char in ALPHABET if char not in members)
    return f"[^{_runs(others)}]" if others else r"[\s\S]"


def _runs(chars: str) -> str:
    return "".join(map(re.escape, chars))


def _takes(wanted: Set, char: str) -> bool:
    if wanted.minus is not None and _takes(wanted.minus, char):
        return False
    forms = {char, char.upper()} if char.isascii() else {char}
    return any(_item_takes(item, form) for item in wanted.items for form in forms) != wanted.negated


def _item_takes(item: Span | Kind, char: str) -> bool:
    if isinstance(item, Span):
        return item.first <= char <= item.last
    if char.isascii():
        taken = re.fullmatch(rf"\{item.name}", char, re.ASCII) is not None
    else:
        taken = char in {"w": LETTER + DIGIT, "d": DIGIT, "s": SPACE}[item.name]
    return taken != item.negated


def _exact_set(wanted: Set) -> str:
    options = "|".join(_exact_items(wanted.items))
    written = rf"(?:(?!{options})[\s\S])" if wanted.negated else f"(?:{options})"
    if wanted.minus is not None:
        written = f"(?:(?!{_exact_set(wanted.minus)}){written})"
    return f"(?-i:{written})" if wanted.exact else written


def _exact_items(items: tuple[Span | Kind, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Span):
            first, last = (re.escape(char) for char in (item.first, item.last))
            yield f"[{first}-{last}]" if item.first != item.last else re.escape(item.first.translate(_STANDS_FOR))
        elif item.name in _CLASSES:
            yield f"[{'^' if item.negated else ''}{_CLASSES[item.name]}]"
        else:
            name = f"In{item.name[2:]}" if item.name.startswith("Is") else item.name
            yield rf"\{'P' if item.negated else 'p'}{{{name}}}"
