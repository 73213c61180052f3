"""How much work a pattern can make an engine that tries every way before it says no.

An upper bound, not an estimate: what stays below `AFFORDABLE` needs no clock.
"""

import math
from typing import NamedTuple

from radarr.domain.formats.dialect.nodes import Anchor, Char, Choice, Group, Look, Node, Repeat, Sequence, Set
from radarr.domain.formats.dialect.write import plain_members

LONGEST = 256
"""Characters of a text that the bound holds for: longer than a file's name may be."""
AFFORDABLE = 5_000_000
"""Steps; some tens of milliseconds."""


class _Cost(NamedTuple):
    """Steps to try everything from one place, and ways to succeed there."""

    work: float
    ways: float


def steps(node: Node) -> float:
    """The most steps a search can take in a text of `LONGEST` characters; infinite where nothing bounds it."""
    starts = 1 if _starts_at_once(node) else LONGEST + 1
    return _cost(node).work * starts


def _starts_at_once(node: Node) -> bool:
    match node:
        case Anchor(place):
            return place in "^A"
        case Sequence(items):
            return bool(items) and _starts_at_once(items[0])
        case Group(body):
            return _starts_at_once(body)
        case Choice(options):
            return all(map(_starts_at_once, options))
    return False


def _cost(node: Node) -> _Cost:
    match node:
        case Sequence(items):
            work, ways = 1.0, 1.0
            for each in map(_cost, items):
                work, ways = work + ways * each.work, ways * each.ways
            return _Cost(work, ways)
        case Choice(options):
            costs = [_cost(option) for option in options]
            ways = 1 if _are_distinct(options) else sum(each.ways for each in costs)
            return _Cost(1 + sum(each.work for each in costs), ways)
        case Repeat():
            return _repeat(node)
        case Look(body):
            return _Cost(_cost(body).work + 1, 1)
        case Group(body, _, atomic):
            inner = _cost(body)
            return _Cost(inner.work, 1 if atomic else inner.ways)
    return _Cost(1, 1)


def _are_distinct(options: tuple[Node, ...]) -> bool:
    """Whether each is one character, and no character is of two: then no two ways lead on."""
    taken = "".join(map(_one_of, options))
    return all(map(_one_of, options)) and len(set(taken)) == len(taken)


def _one_of(node: Node) -> str:
    match node:
        case Char(char):
            return char.lower()
        case Set():
            return plain_members(node)
        case Group(body):
            return _one_of(body)
    return ""


def _repeat(node: Repeat) -> _Cost:
    body = _cost(node.body)
    most = LONGEST if node.most is None else min(node.most, LONGEST)
    if body.ways <= 1:
        return _Cost(body.work * (most + 1), max(1, most - node.least + 1))
    if most * math.log(body.ways) > math.log(AFFORDABLE):
        return _Cost(math.inf, math.inf)
    ways = sum(body.ways**times for times in range(most + 1))
    return _Cost(body.work * ways, ways)
