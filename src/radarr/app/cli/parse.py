"""`radarr parse`."""

import json
import sys
from collections.abc import Iterable, Iterator

import click

from radarr.app.cli.output import pairs
from radarr.app.cli.session import config_option


@click.command
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each name, on a line of its own.")
@click.option("--folder", is_flag=True, help="The names are paths of folders: take the last part of each.")
@click.argument("names", nargs=-1, required=True, metavar="NAME... | -")
def command(names: tuple[str, ...], *, as_json: bool, folder: bool) -> None:
    """Tell what release names say; - reads them from standard input, one a line."""
    from radarr.app.parsed_document import parsed_document

    for at, name in enumerate(_names(names)):
        described = parsed_document(_last_part(name) if folder else name)
        if as_json:
            click.echo(json.dumps(described, ensure_ascii=False))
            continue
        if at:
            click.echo()
        pairs((key, _plain(value)) for key, value in described.items())


def _names(arguments: Iterable[str]) -> Iterator[str]:
    """As text that can be printed: bytes that are no UTF-8 become replacement characters."""
    for argument in arguments:
        if argument == "-":
            yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)
        else:
            yield argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _last_part(path: str) -> str:
    return path.rstrip("/\\").replace("\\", "/").rpartition("/")[2]


def _plain(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "-"
    if isinstance(value, dict):
        return ", ".join(f"{key} {item}" for key, item in value.items())
    return "-" if value == "" else value
