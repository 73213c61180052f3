"""What a folded text must hold, letter for letter, for a pattern to match.

Never too much: a text without any of `needed` cannot match. What cannot be told is None.
"""

from typing import NamedTuple

from radarr.domain.formats.dialect.fold import fold
from radarr.domain.formats.dialect.nodes import Anchor, Char, Choice, Group, Look, Node, Repeat, Sequence, Set
from radarr.domain.formats.dialect.write import is_foreign, plain_members

_MOST = 700  # strings that a part is spelled out as
_LONGEST = 60  # characters of such a string
_MOST_MEMBERS = 6  # of a set that is spelled out: brackets, separators
_COMMON = (
    "a.movie.2019.2020.1080p.2160p.720p.web-dl.webrip.bluray.h.264.x264.h265.x265.hevc.avc.10bit.ddp5.1.eac3.ac3."
    "aac2.0.dts-hd.ma.5.1.7.1.truehd.atmos.german.dl.multi.french.remux.hdr.hdr10.dv.uhd.proper.repack.dual.brrip"
)
"""Half of all names hold most of these: a pattern is better known by another of its words."""
_COMMONNESS = 0.3

Strings = frozenset[str]
_EMPTY = frozenset({""})


class _Said(NamedTuple):
    """All that a part can match where it is spelled out (`exact`), and one of what it needs anywhere (`needed`)."""

    exact: Strings | None
    needed: Strings | None = None

    def best(self) -> Strings | None:
        """The rarer of the two, as something that must be there."""
        return _rarer(self.exact, self.needed)


def needed(tree: Node) -> Strings | None:
    """Strings of which a folded text must hold one; None where nothing can be told."""
    return _said(tree).best()


def names(tree: Node) -> Strings | None:
    """The whole texts that match, where the pattern spells them out from `^` to `$`; None where it does not."""
    while isinstance(tree, Group):
        tree = tree.body
    match tree:
        case Sequence((Anchor("^" | "A"), *inner, Anchor("$" | "Z"))) if not is_foreign(tree):
            return _said(Sequence(tuple(inner))).exact if not any(map(_looks, inner)) else None
    return None


def frequency(strings: Strings) -> float:
    """A guess at how many of a hundred names hold one of them, over a hundred."""
    return sum(_COMMONNESS if string in _COMMON else 6.0 ** -len(string) for string in strings)


def _rarer(one: Strings | None, other: Strings | None) -> Strings | None:
    usable = [strings for strings in (one, other) if strings and "" not in strings]
    return min(usable, key=frequency, default=None)


def _looks(node: Node) -> bool:
    """Whether it asks anything of a place: then spelling out is not enough to say what matches."""
    match node:
        case Anchor() | Look():
            return True
        case Sequence(parts) | Choice(parts):
            return any(map(_looks, parts))
        case Repeat(body) | Group(body):
            return _looks(body)
    return False


def _said(node: Node) -> _Said:
    if isinstance(node, Char | Set | Anchor | Look):
        return _leaf(node)
    match node:
        case Group(body):
            return _said(body)
        case Choice(options):
            return _choice([_said(option) for option in options])
        case Sequence(items):
            return _sequence([_said(item) for item in items])
        case Repeat():
            return _repeat(node)
    return _Said(None)


def _leaf(node: Char | Set | Anchor | Look) -> _Said:
    match node:
        case Char(char):
            return _Said(frozenset({fold(char)}))
        case Set():
            members = "" if is_foreign(node) else plain_members(node)
            return _Said(frozenset(members) if 0 < len(members) <= _MOST_MEMBERS else None)
        case Look(body, _, False):
            return _Said(_EMPTY, _said(body).best())
    return _Said(_EMPTY)


def _choice(options: list[_Said]) -> _Said:
    exact = [each.exact for each in options if each.exact is not None]
    everything = frozenset().union(*exact)
    spelled = everything if len(exact) == len(options) and len(everything) <= _MOST else None
    if spelled and "" not in spelled:
        return _Said(spelled)  # neighbours may make it longer, which says more
    needs = [each.best() for each in options]
    known = [each for each in needs if each is not None]
    return _Said(spelled, frozenset().union(*known) if len(known) == len(needs) else None)


def _sequence(items: list[_Said]) -> _Said:
    """Neighbours that are spelled out make longer strings, until they are too many or one is not spelled out."""
    run, whole, need = _EMPTY, True, None
    for item in items:
        need = _rarer(need, item.needed)
        joined = _joined(run, item.exact) if item.exact is not None else None
        if joined is None:
            whole, need = False, _rarer(need, run)
        run = joined if joined is not None else (item.exact or _EMPTY)
    return _Said(run if whole else None, _rarer(need, run))


def _joined(heads: Strings, tails: Strings) -> Strings | None:
    if len(heads) * len(tails) > _MOST or max(map(len, heads)) + max(map(len, tails)) > _LONGEST:
        return None
    return frozenset(head + tail for head in heads for tail in tails)


def _repeat(node: Repeat) -> _Said:
    body = _said(node.body)
    spelled = _powers(body.exact, node.least, node.most) if body.exact and node.most is not None else None
    return _Said(spelled, body.best() if node.least and spelled is None else None)


def _powers(strings: Strings, least: int, most: int) -> Strings | None:
    """`strings` from `least` to `most` times; None where that is too much."""
    power, taken = _EMPTY, set(_EMPTY if least == 0 else ())
    for times in range(1, most + 1):
        joined = _joined(power, strings)
        if joined is None or len(taken) > _MOST:
            return None
        power = joined
        taken |= power if times >= least else frozenset()
    return frozenset(taken) if len(taken) <= _MOST else None
