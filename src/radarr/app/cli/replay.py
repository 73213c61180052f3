"""`radarr replay`: what other settings would grab, of all that was ever considered."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import click

from radarr.app.cli.output import clean, document, size, table
from radarr.app.cli.session import Session, json_option, remote_options

_WORDS = {"grab": "grabbed", "upgrade": "upgraded", "leave": "left"}
_HEADERS = ("film", "slot", "in force", "then", "release", "quality", "score", "size")


@click.command
@remote_options
@json_option
@click.option("--profile", metavar="NAME", default="", help="Decide every film by this quality profile, not its own.")
@click.option(
    "--with",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Settings to try: [[profile]], [[custom_format]], [[release_profile]] and [sizes], as in radarr.toml.",
)
@click.option("--all", "show_all", is_flag=True, help="Show also what comes out alike.")
@click.pass_obj
def command(session: Session, *, profile: str, file: Path | None, show_all: bool, as_json: bool) -> None:
    """Decide again what the ledger remembers, by other profiles or formats, and compare.

    Today's library counts. No indexer is asked, and nothing is grabbed. What FILE names takes the place of what has
    the same name in the configuration; its release profiles take the place of all.
    """
    body: dict[str, object] = {"profile": profile}
    if file is not None:
        from radarr.app.config.trial import read_trial

        body |= {"settings": json.dumps(read_trial(file)), "source": str(file)}
    found = cast("dict[str, Any]", session.remote().post("/api/daemon/v1/replay", body))
    if as_json:
        document(found)
        return
    _show(found, show_all=show_all)


def _show(found: dict[str, Any], *, show_all: bool) -> None:
    if not found["releases"]:
        click.echo("nothing was considered yet: there is nothing to decide again")
        return
    slots = sum(found["now"][key] for key in ("grabbed", "upgraded", "left"))
    click.echo(f"{found['releases']} releases, {slots} films and slots")
    table(
        ("", "grabbed", "upgraded", "left", "to download", "to replace"),
        (_totals(name, found[side]) for name, side in (("in force", "now"), ("then", "then"))),
        right=("grabbed", "upgraded", "left", "to download", "to replace"),
    )
    shown = [slot for slot in found["slots"] if show_all or slot["differs"]]
    if not any(slot["differs"] for slot in found["slots"]):
        click.echo("\nno difference: the same releases would be taken")
    if shown:
        click.echo()
        table(_HEADERS, (row for slot in shown for row in _rows(slot)), right=("score", "size"))


def _totals(name: str, totals: dict[str, int]) -> tuple[object, ...]:
    counts = (totals["grabbed"], totals["upgraded"], totals["left"])
    return (name, *counts, size(totals["size"]), size(totals["replaced"]))


def _rows(slot: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """What would be taken; where that is another release by each of the two, a line for both."""
    now, then = slot["now"], slot["then"]
    head = (clean(slot["movie"]), slot["slot"])
    if slot["differs"] and now["action"] != "leave" and then["action"] != "leave":
        yield (*head, _WORDS[now["action"]], "", *_release(now))
        yield ("", "", "", _WORDS[then["action"]], *_release(then))
    else:
        taken = now if then["action"] == "leave" else then
        yield (*head, _WORDS[now["action"]], _WORDS[then["action"]], *_release(taken))


def _release(choice: dict[str, Any]) -> tuple[object, ...]:
    return (choice["title"], choice["quality"], choice["score"], size(choice["size"]))
