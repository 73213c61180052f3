"""What a pattern is made of."""

from typing import NamedTuple


class Char(NamedTuple):
    """One character; `exact` where its case counts."""

    char: str
    exact: bool = False


class Span(NamedTuple):
    """Characters from `first` to `last`, both included."""

    first: str
    last: str


class Kind(NamedTuple):
    r"""A class by name: the letter of `\d \w \s`, or a Unicode property such as "L" or "IsGreek"."""

    name: str
    negated: bool = False


class Set(NamedTuple):
    """One character of (or, negated, outside) `items`, and none of `minus`."""

    items: tuple[Span | Kind, ...]
    negated: bool = False
    minus: "Set | None" = None
    exact: bool = False


class Dot(NamedTuple):
    """Any character; a newline only where `newline`."""

    newline: bool = False


class Anchor(NamedTuple):
    r"""A place: `^ $ A Z z G b B`, or `m^` and `m$` at the ends of lines."""

    place: str


class Back(NamedTuple):
    """What a group found, again; a number or a name."""

    group: str


class Sequence(NamedTuple):
    """One after another."""

    items: tuple["Node", ...]


class Choice(NamedTuple):
    """The first that leads on."""

    options: tuple["Node", ...]


class Repeat(NamedTuple):
    """`least` to `most` times (None without end)."""

    body: "Node"
    least: int
    most: int | None
    lazy: bool = False


class Group(NamedTuple):
    """Brackets; `name` of a capture is "" where it has none, None where nothing is captured."""

    body: "Node"
    name: str | None = None
    atomic: bool = False


class Look(NamedTuple):
    """Something that must (or, negated, must not) stand ahead or behind."""

    body: "Node"
    behind: bool = False
    negated: bool = False


Node = Char | Set | Dot | Anchor | Back | Sequence | Choice | Repeat | Group | Look
