"""`radarr queue`: what is downloading or waiting to be imported, and why it waits."""

from typing import Any, cast

import click

from radarr.app.cli.moment import local
from radarr.app.cli.output import document, size, table
from radarr.app.cli.session import Session, json_option, remote_options
from radarr.app.remote import Remote

_ALL = 5000


@click.group(invoke_without_command=True)
@remote_options
@json_option
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """Show what is downloading, or waits to be imported or to be due, and act on it."""
    if context.invoked_subcommand is None:
        _show(context.obj, as_json=as_json)


@command.command(name="list")
@remote_options
@json_option
@click.pass_obj
def list_(session: Session, *, as_json: bool) -> None:
    """Show the queue."""
    _show(session, as_json=as_json)


def _show(session: Session, *, as_json: bool) -> None:
    remote = session.remote()
    page = cast("dict[str, Any]", remote.get("/api/v3/queue", {"pageSize": _ALL}))
    others = cast("dict[str, Any]", remote.get("/api/daemon/v1/unmatched"))
    if as_json:
        document({"records": page["records"], "unmatched": others["torrents"], "problem": others["problem"]})
        return
    rows = (
        (
            item["id"],
            item["title"],
            _state(item),
            _progress(item),
            size(item["size"]),
            item.get("timeleft"),
            item.get("errorMessage") or "; ".join(text for told in item["statusMessages"] for text in told["messages"]),
        )
        for item in page["records"]
    )
    headers = ("id", "release", "state", "done", "size", "left", "why it waits")
    table(headers, rows, right=("id", "done", "size", "left"))
    if others["problem"]:
        click.echo(f"the torrent client cannot be read: {others['problem']}", err=True)
    for torrent in others["torrents"]:
        click.echo(f"not ours, left alone: {torrent['name']} ({torrent['state']})")


def _state(item: dict[str, Any]) -> str:
    if item["status"] == "delay":
        return f"until {local(item['estimatedCompletionTime'], '%Y-%m-%d %H:%M')}"
    return cast("str", item["trackedDownloadState"] if item["status"] == "completed" else item["status"])


def _progress(item: dict[str, Any]) -> str:
    total = item["size"]
    return f"{100 * (total - item['sizeleft']) / total:.0f} %" if total else "-"


def _act(remote: Remote, queue_id: int, action: str) -> None:
    remote.post(f"/api/daemon/v1/queue/{queue_id}/{action}")


@command.command
@remote_options
@click.argument("queue_id", metavar="ID", type=int)
@click.pass_obj
def pause(session: Session, queue_id: int) -> None:
    """Pause a download in the client."""
    _act(session.remote(), queue_id, "pause")
    click.echo("paused")


@command.command
@remote_options
@click.argument("queue_id", metavar="ID", type=int)
@click.pass_obj
def resume(session: Session, queue_id: int) -> None:
    """Let a paused download go on."""
    _act(session.remote(), queue_id, "resume")
    click.echo("resumed")


@command.command
@remote_options
@click.argument("queue_id", metavar="ID", type=int)
@click.pass_obj
def retry(session: Session, queue_id: int) -> None:
    """Try what waits again at once."""
    _act(session.remote(), queue_id, "retry")
    click.echo("it is tried again")


@command.command
@remote_options
@click.argument("queue_id", metavar="ID", type=int)
@click.pass_obj
def grab(session: Session, queue_id: int) -> None:
    """Fetch at once a release that waits until it is due."""
    session.remote().post(f"/api/v3/queue/grab/{queue_id}")
    click.echo("grabbed")


@command.command
@remote_options
@click.argument("queue_id", metavar="ID", type=int)
@click.pass_obj
def fail(session: Session, queue_id: int) -> None:
    """Give a download up: blocklist it, remove it and its data, search for the next best."""
    _act(session.remote(), queue_id, "fail")
    click.echo("failed; the next best is searched for")


@command.command
@remote_options
@click.argument("queue_id", metavar="ID", type=int)
@click.option("--keep", is_flag=True, help="Leave the torrent and its data in the client.")
@click.option("--blocklist", is_flag=True, help="Never grab this release again.")
@click.option("--no-search", is_flag=True, help="With --blocklist: do not search for the next best.")
@click.pass_obj
def remove(session: Session, queue_id: int, *, keep: bool, blocklist: bool, no_search: bool) -> None:
    """Take a download out of the queue, and the torrent and its data out of the client."""
    query = {"removeFromClient": not keep, "blocklist": blocklist, "skipRedownload": no_search}
    session.remote().delete(f"/api/v3/queue/{queue_id}", query=query)
    click.echo("removed")
