"""Printing: tables for people, one JSON document for programs. What strangers wrote cannot steer the terminal."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.table import Table


def document(value: object) -> None:
    """One JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def clean(text: object) -> str:
    """A value as one line without control characters; None is "-"."""
    if text is None:
        return "-"
    if isinstance(text, bool):
        return "yes" if text else "no"
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(text))


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[str] = ()) -> None:
    """A table, drawn on a terminal and in aligned columns elsewhere. `right` names the columns of numbers."""
    cells = [[clean(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _drawn(headers, cells, right)
    else:
        _aligned(headers, cells, right)


def pairs(rows: Iterable[tuple[str, object]]) -> None:
    """Names and values, one a line."""
    cells = [(name, clean(value)) for name, value in rows]
    width = max((len(name) for name, _ in cells), default=0)
    for name, value in cells:
        click.echo(f"{name:<{width}}  {value}".rstrip())


def size(count: int) -> str:
    """Bytes in GiB or MiB for people; "-" for unknown."""
    if count <= 0:
        return "-"
    return f"{count / (1 << 30):.1f} GiB" if count >= 1 << 30 else f"{count / (1 << 20):.0f} MiB"


def _drawn(headers: Sequence[str], rows: list[list[str]], right: Sequence[str]) -> None:
    from rich.console import Console

    Console(highlight=False).print(drawing(headers, rows, right))


def drawing(headers: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = ()) -> "Table":
    """A table for a terminal; the cells must be clean."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        drawn.add_column(header, justify="right" if header in right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))  # Text: brackets in names are no markup
    return drawn


def _aligned(headers: Sequence[str], rows: list[list[str]], right: Sequence[str]) -> None:
    widths = [max(len(row[at]) for row in [list(headers), *rows]) for at in range(len(headers))]
    for row in [list(headers), *rows]:
        line = (
            cell.rjust(width) if header in right else cell.ljust(width)
            for cell, width, header in zip(row, widths, headers, strict=True)
        )
        click.echo("  ".join(line).rstrip())
