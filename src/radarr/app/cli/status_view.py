"""What `radarr status` shows, as lines and tables, from what the daemon says of itself."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from radarr.app.cli.moment import ago, local, span
from radarr.app.cli.output import size
from radarr.app.cli.pause import pause_words

Document = dict[str, Any]


class Block(NamedTuple):
    """Lines, or a table where there are headers; `right` names the columns of numbers."""

    rows: tuple[tuple[object, ...], ...]
    headers: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


def blocks(status: Document, health: Document, now: datetime) -> Iterator[Block]:
    """Everything, from the whole to the parts; `now` is for how long ago things were."""
    yield _lines(_summary(status, health))
    yield _services(health["services"], now)
    if resting := [indexer for indexer in health["indexers"] if indexer["resting_until"]]:
        yield _resting(resting, now)
    yield _loops(health["loops"], now)
    if health["disks"]:
        yield _disks(health["disks"])
    if told := list(_messages(status, health)):
        yield _lines(told)


def _lines(lines: Iterable[str]) -> Block:
    return Block(tuple((line,) for line in lines))


def _summary(status: Document, health: Document) -> Iterator[str]:
    version, up = status["version"], span(health["uptime_seconds"])
    yield f"radarr-daemon {version} is {health['status']}, up for {up}, on {status['database']}"
    counts = (f"{name} {status[name]}" for name in ("movies", "files", "wanted", "queue"))
    yield ", ".join(counts)
    if status["pause"]["paused"]:
        yield f"paused {pause_words(status['pause'])}: nothing is searched or grabbed"
    if not health["checked_at"]:
        yield "nothing has been looked at yet: ask again in a moment"


def _services(services: dict[str, Document], now: datetime) -> Block:
    def row(name: str, one: Document) -> tuple[object, ...]:
        until = f" until {local(one['opens_until'], '%H:%M:%S')}" if one["opens_until"] else ""
        circuit = f"{one['circuit'] or '-'}{until}"
        failed = one["problem"] or (one["last_error"] if one["status"] != "healthy" else None)
        when = ago(one["last_success"], now)
        rate, slow = _percent(one["success_rate"]), _ms(one["response_ms"]["p95"])
        return (name, one["version"], _word(one["status"]), circuit, one["requests"], rate, slow, when, failed)

    headers = ("service", "version", "state", "circuit", "requests", "success", "p95", "last success", "problem")
    right = ("requests", "success", "p95", "last success")
    return Block(tuple(row(name, one) for name, one in services.items()), headers, right)


def _resting(indexers: list[Document], now: datetime) -> Block:
    rows = ((one["name"], ago(one["resting_until"], now), one["backoff_level"], one["last_error"]) for one in indexers)
    return Block(tuple(rows), ("indexer at rest", "asked again", "step", "why"), ("asked again", "step"))


def _loops(loops: dict[str, Document], now: datetime) -> Block:
    def row(name: str, loop: Document) -> tuple[object, ...]:
        state = "hangs" if loop["hung"] else "runs" if loop["running_since"] else "waits"
        took, last, soon = span(loop["duration_seconds"]), ago(loop["last_run"], now), ago(loop["next_run"], now)
        return (name, state, last, took, soon, loop["failures"], loop["last_error"])

    headers = ("loop", "state", "last run", "took", "next run", "failures", "last error")
    return Block(tuple(row(*loop) for loop in loops.items()), headers, ("last run", "took", "next run", "failures"))


def _disks(disks: list[Document]) -> Block:
    def row(disk: Document) -> tuple[object, ...]:
        free, total = disk["free_bytes"], disk["total_bytes"]
        share = f"{100 * free / total:.0f} %" if free is not None and total else "-"
        links = "-" if disk["links_to"] is None else ", ".join(disk["links_to"]) or "nowhere"
        return (disk["path"], disk["kind"], size(free or 0), share, links, disk["problem"])

    headers = ("folder", "kind", "free", "of it", "hard links to", "problem")
    return Block(tuple(map(row, disks)), headers, ("free", "of it"))


def _messages(status: Document, health: Document) -> Iterator[str]:
    for one in health["messages"]:
        yield f"{one['level']}: {one['message']}" + (f": {one['remedy']}" if one["remedy"] else "")
    known = {one["message"] for one in health["messages"]}
    yield from (f"note: {notice}" for notice in status["notices"] if notice not in known)


def _word(state: str) -> str:
    return state.replace("_", " ")


def _percent(rate: float | None) -> str:
    return "-" if rate is None else f"{100 * rate:.0f} %"


def _ms(milliseconds: float | None) -> str:
    return "-" if milliseconds is None else f"{milliseconds:.0f} ms"
