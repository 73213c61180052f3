"""Writes docs/cli.md from the commands themselves: `python -m radarr.app.cli.docs > docs/cli.md`."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from radarr.app.cli.commands import COMMANDS
from radarr.app.cli.entry import radarr

_TEXT = Path(__file__).with_name("docs_text.md")
_SHARED = ("--config", "--state-dir", "--url", "--api-key-file")


def document() -> str:
    """The page, in Markdown; the same wherever it is made."""
    commands = (line for name in COMMANDS for line in _chapter(f"radarr {name}", _command(name)))
    return "\n".join([_TEXT.read_text(encoding="utf-8"), *_contents(), *commands])


def _command(name: str) -> click.Command:
    found = radarr.get_command(click.Context(radarr), name)
    if found is None:
        raise LookupError(name)
    return found


def _contents() -> Iterator[str]:
    yield "## Commands\n"
    yield "| command | what it does |\n|---|---|"
    for name, entry in COMMANDS.items():
        yield f"| [`radarr {name}`](#radarr-{name}) | {_cell(entry.help)} |"
    yield ""


def _chapter(name: str, command: click.Command, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {name}\n"
    yield f"`{' '.join([name, *_usage(command)])}`\n"
    yield inspect.cleandoc(command.help or "").replace("\b\n", "") + "\n"
    yield from _parameters(command)
    if command.epilog:
        yield "```\n" + command.epilog.replace("\b\n", "") + "\n```\n"
    if isinstance(command, click.Group):
        for inner in command.commands:
            yield from _chapter(f"{name} {inner}", command.commands[inner], level + 1)


def _usage(command: click.Command) -> Iterator[str]:
    yield "[OPTIONS]"
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            shown = _argument(parameter)
            yield shown if parameter.required else f"[{shown}]"
    if isinstance(command, click.Group):
        yield "[COMMAND]" if command.invoke_without_command else "COMMAND"


def _argument(parameter: click.Argument) -> str:
    if isinstance(parameter.type, click.Choice):
        return "|".join(map(str, parameter.type.choices))
    return parameter.metavar or (parameter.name or "").upper()


def _parameters(command: click.Command) -> Iterator[str]:
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    own = [option for option in options if option.opts[0] not in _SHARED]
    if own:
        yield "| option | what it does |\n|---|---|"
        yield from (f"| {_spelling(option)} | {_cell(_told(option))} |" for option in own)
        yield ""
    shared = [f"`{name}`" for name in _SHARED if any(option.opts[0] == name for option in options)]
    yield f"Shared options: {', '.join(shared)}.\n"


def _spelling(option: click.Option) -> str:
    names = " / ".join([*option.opts, *option.secondary_opts])
    return f"`{names}`" if option.is_flag else f"`{names} {_value(option)}`"


def _value(option: click.Option) -> str:
    if option.metavar:
        return option.metavar.replace("|", "\\|")
    if isinstance(option.type, click.Choice):
        return "\\|".join(map(str, option.type.choices))
    return "NUMBER" if option.type.name.startswith(("integer", "float")) else option.type.name.upper()


def _told(option: click.Option) -> str:
    text = option.help or ""
    if option.required:
        return f"{text} Required."
    return f"{text} Default: {option.default}." if option.show_default else text


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(document())
