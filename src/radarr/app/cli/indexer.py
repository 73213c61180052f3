"""`radarr indexer`: what Prowlarr's indexers can do, and how they fare with us."""

from datetime import UTC, datetime
from typing import Any, cast

import click

from radarr.app.cli.moment import ago, local
from radarr.app.cli.output import clean, document, table
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.app.remote import Remote
from radarr.ports.errors import Conflict, Gone, Unavailable

_PATH = "/api/daemon/v1/indexers"
_WELL = frozenset({"hits", "empty"})
_IDS = {"imdbid": "IMDb", "tmdbid": "TMDB"}


@click.group
@remote_options
def command() -> None:
    """Show what Prowlarr's indexers can do and how they fare, and test one."""


@command.command(name="list")
@remote_options
@json_option
@click.pass_obj
def list_(session: Session, *, as_json: bool) -> None:
    """Show what each usable indexer can do, and its limits in Prowlarr."""
    found = _indexers(session.remote())
    if as_json:
        document(found)
        return
    headers = ("id", "indexer", "access", "priority", "feed", "automatic", "by hand", "ids", "queries", "downloads")
    table(headers, map(_listed, found), right=("id", "priority", "queries", "downloads"))


@command.command
@remote_options
@json_option
@click.pass_obj
def stats(session: Session, *, as_json: bool) -> None:
    """Show how each indexer answers, what of its budget is spent, and which of them rest."""
    found = _indexers(session.remote())
    if as_json:
        document(found)
        return
    now = datetime.now(UTC)
    headers = (
        *("indexer", "state", "requests", "success", "p50", "p95", "max", "last success"),
        *("ours a day", "budget", "others'", "asked again", "step", "feed missed", "last error"),
    )
    right = headers[2:-2]
    table(headers, [_faring(one, now) for one in found], right=right)


@command.command
@remote_options
@json_option
@click.argument("name")
@click.pass_obj
def test(session: Session, name: str, *, as_json: bool) -> None:
    """Ask the indexer NAME (or an id) for its newest releases, though it rests; it costs a query."""
    remote = session.remote()
    chosen = _chosen(_indexers(remote), name)
    found = cast("dict[str, Any]", remote.post(f"{_PATH}/{chosen['id']}/test"))
    if as_json:
        document(found)
    elif found["kind"] in _WELL:
        click.echo(clean(f"{found['indexer']} answers with {found['releases']} releases in {found['seconds']:.1f} s"))
    if found["kind"] not in _WELL:
        raise Unavailable(found["message"] or f"{found['indexer']}: {found['kind']}", remedy="test it in Prowlarr, too")


def _indexers(remote: Remote) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", remote.get(_PATH))


def _chosen(indexers: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    """By id, whole name, or the part of a name that only one has. Raises Gone, Conflict."""
    sought = wanted.casefold()
    exact = [one for one in indexers if sought in {one["name"].casefold(), str(one["id"])}]
    found = exact or [one for one in indexers if sought in one["name"].casefold()]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{one['name']} ({one['id']})" for one in found or indexers) or "Prowlarr has none for films"
    if found:
        raise Conflict(f"{wanted!r} means {len(found)} indexers", remedy=f"give an id: {names}")
    raise Gone(f"there is no usable indexer {wanted!r}", remedy=f"those that there are: {names}")


def _listed(one: dict[str, Any]) -> tuple[object, ...]:
    span = "h" if one["limitHours"] == 1 else "day"
    ids = " ".join(_IDS.get(param, param) for param in one["idParams"]) or "words only"
    limits = (f"{one[name]}/{span}" if one[name] else None for name in ("queryLimit", "grabLimit"))
    uses = (one["feed"], one["automatic"], one["interactive"])
    return (one["id"], one["name"], one["privacy"], one["priority"], *uses, ids, *limits)


def _missed(health: dict[str, Any], now: datetime) -> str | None:
    """When something of its feed was last missed, and how many films are still searched for it."""
    if health["gapFound"] is None:
        return None
    left = f", {health['gapLeft']} to search" if health["gapLeft"] else ""
    return f"{ago(health['gapFound'], now)}{left}"


def _faring(one: dict[str, Any], now: datetime) -> tuple[object, ...]:
    health = one["health"]
    rate, hourly = health["successRate"], one["queryLimit"] and one["limitHours"] == 1
    return (
        one["name"],
        "rests" if health["restingUntil"] else health["status"].replace("_", " "),
        health["requests"],
        None if rate is None else f"{100 * rate:.0f} %",
        *(None if (ms := health[key]) is None else f"{ms:.0f} ms" for key in ("p50Ms", "p95Ms", "maxMs")),
        ago(health["lastSuccess"], now),
        health["spent"],
        f"{health['budget']}/h" if hourly else health["budget"],
        health["others"],
        local(health["restingUntil"]),
        health["backoffLevel"],
        _missed(health, now),
        health["lastError"],
    )
