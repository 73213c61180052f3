"""`radarr parse`."""

import os
import sys
from contextlib import closing
from typing import cast

import click

from radarr.app.cli.output import pairs
from radarr.app.cli.session import config_option


@click.command
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each name, on a line of its own.")
@click.option("--folder", is_flag=True, help="The names are folders': of a path the last part counts.")
@click.argument("names", nargs=-1, required=True, metavar="NAME... | -")
def command(names: tuple[str, ...], *, as_json: bool, folder: bool) -> None:
    """Tell what release names say; - reads them from standard input, one a line, and prints a line for each.

    Without --json such a line holds title, year, quality, edition, group and languages between tabs.
    """
    try:
        for at, name in enumerate(names):
            if name == "-":
                _stream(as_json=as_json, folder=folder)
            elif as_json:
                _write_line(name, folder=folder)
            else:
                _tell(name, folder=folder, first=not at)
    except BrokenPipeError:
        _close()


def _stream(*, as_json: bool, folder: bool) -> None:
    """Standard input; what arrived is answered before more is waited for."""
    from radarr.app.parsed_lines import Form, Stream, answers, blocks

    if sys.stdin is None:  # closed, as `<&-` does it
        return
    parts = blocks(cast("Stream", sys.stdin.buffer))
    with closing(answers(Form(folder=folder, json=as_json), parts, _cores())) as lines:
        for line in lines:
            _write(line)


def _write_line(name: str, *, folder: bool) -> None:
    from radarr.app.parsed_lines import Form, told

    _write(told(Form(folder=folder, json=True), [_text(name)]))


def _write(told: bytes) -> None:
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(told)
        sys.stdout.buffer.flush()


def _tell(name: str, *, folder: bool, first: bool) -> None:
    """For people: a line for each property."""
    from radarr.app.parsed_document import parsed_document

    if not first:
        click.echo()
    document = parsed_document(_text(name), folder=folder)
    pairs((key, _plain(getattr(document, key))) for key in document.__struct_fields__)


def _text(argument: str) -> str:
    """As text that can be printed: bytes that are no UTF-8 become replacement characters."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _plain(value: object) -> object:
    from radarr.app.parsed_document import RevisionDocument

    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    if isinstance(value, RevisionDocument):
        return ", ".join(f"{key} {getattr(value, key)}" for key in value.__struct_fields__)
    return "-" if value == "" else value


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _close() -> None:
    """Whoever read our output has seen enough: that is no failure, and nothing is to be flushed into the void."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
