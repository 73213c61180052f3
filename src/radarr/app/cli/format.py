"""`radarr format`."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

import click

from radarr.app.cli.output import clean, document, table
from radarr.app.cli.session import Session, config_option, json_option

if TYPE_CHECKING:
    from radarr.app.config import Config

_MARKS = {True: "yes", False: "no", None: "out of time"}


@click.group
@config_option
def command() -> None:
    """List custom formats, or try release names on them."""


@command.command(name="list")
@config_option
@json_option
@click.pass_obj
def list_(session: Session, *, as_json: bool) -> None:
    """List the custom formats, where they come from and what they score."""
    from radarr.app.config import profiles
    from radarr.app.format_trial import listed

    config = session.config()
    known = profiles(config)
    found = [listed(loaded, known) for loaded in config.formats]
    if as_json:
        document(found)
        return
    if not found:
        click.echo("there are no custom formats; docs/formats.md tells how to add some")
        return
    rows = ((each["name"], each["source"], each["conditions"], _scores(each["scores"])) for each in found)
    table(("format", "from", "conditions", "scores"), rows, right=("conditions",))


@command.command
@config_option
@json_option
@click.option("--format", "chosen", multiple=True, metavar="FORMAT", help="Show this one, whether it matches or not.")
@click.option("--size", metavar="SIZE", help="Size of the release, like 8GiB; else unknown.")
@click.option("--flag", "flags", multiple=True, metavar="FLAG", help="A flag that the indexer set, like freeleech.")
@click.option("--original-language", "original", default="", metavar="LANGUAGE", help="What the film was shot in.")
@click.argument("names", nargs=-1, required=True, metavar="NAME... | -")
@click.pass_obj
def test(
    session: Session,
    names: tuple[str, ...],
    *,
    chosen: tuple[str, ...],
    size: str | None,
    flags: tuple[str, ...],
    original: str,
    as_json: bool,
) -> None:
    """Tell which formats match release names, condition by condition; - reads them from standard input."""
    from radarr.app.config import profiles
    from radarr.app.format_trial import Offer, try_name
    from radarr.app.formats import formats

    config = session.config()
    _check_chosen(config, chosen)
    offer = Offer(size=_bytes(size), flags=_known_flags(flags), original_language=_language(original))
    compiled, known = formats(config), profiles(config)
    is_shown = set(chosen).__contains__ if chosen else None
    tried = (try_name(name, offer, compiled, known, is_shown) for name in _names(names))
    if as_json:
        document(list(tried))
        return
    for at, one in enumerate(tried):
        if at:
            click.echo()
        _show(cast("dict[str, Any]", one))


def _names(arguments: Iterable[str]) -> Iterator[str]:
    """As text that can be printed: bytes that are no UTF-8 become replacement characters."""
    for argument in arguments:
        if argument == "-":
            yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)
        else:
            yield argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _check_chosen(config: "Config", chosen: tuple[str, ...]) -> None:
    from radarr.app.config.suggest import did_you_mean

    known = [loaded.format.name for loaded in config.formats]
    for name in chosen:
        if name not in known:
            hint = did_you_mean(name, known) or "`radarr format list` names those that there are"
            raise click.UsageError(f"there is no custom format {name!r}; {hint}")


def _known_flags(written: tuple[str, ...]) -> tuple[str, ...]:
    """One that there is not would match no format, and nobody would know why."""
    from radarr.app.config.suggest import did_you_mean
    from radarr.domain.formats.inputs import FLAGS

    for flag in written:
        if flag.casefold() not in FLAGS:
            hint = did_you_mean(flag, FLAGS) or f"there are {', '.join(FLAGS)}"
            raise click.BadParameter(f"no format knows a flag {flag!r}; {hint}", param_hint="--flag")
    return tuple(flag.casefold() for flag in written)


def _language(written: str) -> str:
    """Its English name, "" for none."""
    from radarr.domain.languages import by_text

    found = by_text(written) if written else None
    if written and (found is None or found.id <= 0):
        said = f"there is no language {written!r}; write it as in German, or de"
        raise click.BadParameter(said, param_hint="--original-language")
    return found.name if found else ""


def _bytes(text: str | None) -> int:
    from radarr.app.config.values import SIZE

    try:
        return SIZE.decode(text) if text else 0
    except ValueError as error:
        raise click.BadParameter("write it like 8GiB or 700MiB", param_hint="--size") from error


def _show(one: dict[str, Any]) -> None:
    click.echo(clean(one["input"]))
    if not one["parsed"]:
        click.echo("  this is no release of a film")
        return
    if one["out_of_time"]:
        click.echo(clean(f"  nobody knows what it scores: {one['out_of_time']}"))
    click.echo(clean(f"  seen as {one['seen']['title']}, group {one['seen']['group'] or '-'}"))
    for each in one["formats"]:
        click.echo(clean(f"  {each['name']}: {'matches' if each['matches'] else 'does not match'}"))
        for condition in each["conditions"]:
            click.echo(clean(f"    {_MARKS[condition['holds']]:<4} {_condition(condition)}"))
    if not one["formats"]:
        click.echo("  no custom format matches")
    if one["scores"]:
        click.echo(clean(f"  scores {_scores(one['scores'])}"))


def _condition(condition: dict[str, Any]) -> str:
    said = [condition["kind"], *(word for word in ("negate", "required") if condition[word])]
    return f"{condition['name']} ({', '.join(said)})"


def _scores(scores: object) -> str:
    return ", ".join(f"{name} {score}" for name, score in cast("dict[str, int]", scores).items()) or "-"
