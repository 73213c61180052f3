"""What `radarr trash` shows: a plan for people, line by line, and as one JSON document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from radarr.app.cli.output import clean, table
from radarr.app.trash.affected import Affected
from radarr.app.trash.checkout import Checkout
from radarr.app.trash.lock import Source
from radarr.app.trash.people import Kept
from radarr.app.trash.plan import Plan
from radarr.domain.trash.changes import Change

_SHOWN = 20  # films
_SIGNS = {"add": "+", "change": "~", "rename": "~", "remove": "-"}
_RELOAD = "the daemon takes it when it is told: `systemctl reload radarr-daemon`, or SIGHUP"
_GIVE = "films get a profile with `radarr movie set FILM --profile NAME`, new ones by library.default_profile"


def show_profiles(profiles: Sequence[Mapping[str, object]]) -> None:
    """What can be chosen, and how."""
    rows = ((each["name"], each["trash_id"], ", ".join(_names(each["qualities"]))) for each in profiles)
    table(("quality profile", "trash id", "qualities, worst to best"), rows)
    click.echo("nothing is chosen yet: take one with --profile NAME, which may be given several times")


def _names(qualities: object) -> list[str]:
    held = qualities if isinstance(qualities, list) else []
    return [str(each["name"] if isinstance(each, Mapping) else each) for each in held]


def show_plan(checkout: Checkout, plan: Plan, films: Affected | None, why_not: str) -> None:
    """What would change, in order, and which films that affects, or why that cannot be told."""
    for line in _told(checkout, plan):
        click.echo(clean(line))
    if films:
        for line in _films(films):
            click.echo(clean(line))
    elif why_not:
        click.echo(clean(f"which films this affects cannot be told: {why_not}"))
    if plan.is_done:
        click.echo("no change")
    elif not plan.changes:
        click.echo("no change but in the lock file, which `radarr trash apply` writes")
    else:
        click.echo(f"{_count(plan.changes)}; `radarr trash apply` with the same options writes it")


def _films(films: Affected) -> Iterator[str]:
    if not films.releases:
        yield "films: none, nothing was considered yet"
        return
    totals = ", ".join(f"{films.now[key]} -> {films.then[key]} {key}" for key in ("grabbed", "upgraded", "left"))
    yield f"films, by the {films.releases} releases that are remembered: {len(films.films)} decided otherwise; {totals}"
    for film in films.films[:_SHOWN]:
        now, then = _done(film.now, film.now_release), _done(film.then, film.then_release)
        yield f"  ~ {film.movie}, {film.slot}: {now} -> {then}"
    if len(films.films) > _SHOWN:
        yield f"  and {len(films.films) - _SHOWN} more, which --json tells"


def _done(action: str, release: str) -> str:
    return f"{action} {release}".strip()


def show_applied(checkout: Checkout, plan: Plan, *, is_written: bool) -> None:
    """What was changed."""
    if not is_written:
        click.echo("no change")
        return
    for line in _told(checkout, plan):
        click.echo(clean(line))
    click.echo(f"{_count(plan.changes)} written to {clean(plan.folder)}; {_RELOAD}")
    if any((change.kind, change.action, change.key) == ("profile", "add", "") for change in plan.changes):
        click.echo(_GIVE)


def _count(changes: Sequence[Change]) -> str:
    return "1 change" if len(changes) == 1 else f"{len(changes)} changes"


def _told(checkout: Checkout, plan: Plan) -> Iterator[str]:
    yield f"TRaSH Guides at {_state(plan.lock.source)}; {_applied(plan)}"
    yield f"profiles: {', '.join(plan.lock.chosen.profiles.values()) or 'none'}"
    yield from _lines(plan.changes)
    yield from (f"  kept  {_kept(each)}" for each in plan.kept)
    yield from (f"  note  {each}" for each in plan.notices)
    yield from (f"  note  {each}: apply overwrites it with --force alone" for each in plan.edited)
    if not checkout.commit:
        yield f"  note  {checkout.folder} is no git checkout: the lock file knows it by what it holds"


def _applied(plan: Plan) -> str:
    return f"applied: {_state(plan.applied.source)}" if plan.applied else "nothing was applied yet"


def _state(source: Source) -> str:
    return source.commit or f"{source.digest[:19]} (no commit)"


def _lines(changes: Sequence[Change]) -> Iterator[str]:
    heading = ""
    for change in changes:
        above = {"format": "custom formats", "size": "sizes: least, preferred and most MiB per minute, 0 no limit"}.get(
            change.kind, f"profile {change.profile or change.name}"
        )
        if above != heading:
            heading = above
            yield above
        yield f"  {_SIGNS[change.action]} {_words(change)}"


def _words(change: Change) -> str:
    if change.kind == "format":
        return f"{change.name}{_difference(change)}"
    if change.kind == "profile" and change.key in {"", "name"}:
        return f"the profile{_difference(change)}"
    if change.kind == "profile":
        said = change.key.replace("_", " ")
        return f"{said}: {_values(change)}"
    return f"{change.name}: {_values(change)}"


def _difference(change: Change) -> str:
    if change.action == "rename":
        return f", until now {change.was}"
    return f": {change.key}" if change.key else ""


def _values(change: Change) -> str:
    if change.action == "add":
        return _plain(change.now)
    if change.action == "remove":
        return f"{_plain(change.was)} until now"
    return f"{_plain(change.was)} -> {_plain(change.now)}"


def _kept(each: Kept) -> str:
    what = f"{each.kind} {each.name}" + (f", {each.key}" if each.key else "")
    if each.kind == "format":
        return f"{what}: declared in {each.where}"
    return f"{what} = {_plain(each.own)}: declared in {each.where} (the guides: {_plain(each.guide)})"


def _plain(value: object) -> str:
    """A value as people read it: groups of qualities with their members."""
    if isinstance(value, Mapping):
        return f"{value['name']} ({_plain(value['qualities'])})" if "qualities" in value else "..."
    if isinstance(value, list | tuple):
        return ", ".join(map(_plain, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)


def plan_document(checkout: Checkout, plan: Plan) -> dict[str, Any]:
    """The same for programs; `applied` is null where nothing was applied yet."""
    applied = plan.applied.source if plan.applied else None
    return {
        "source": {"folder": str(checkout.folder), **_source(plan.lock.source)},
        "applied": _source(applied) if applied else None,
        "profiles": list(plan.lock.chosen.profiles.values()),
        "sizes": plan.choice.sizes or None,
        "changes": [change._asdict() for change in plan.changes],
        "kept": [kept._asdict() for kept in plan.kept],
        "edited": list(plan.edited),
        "notices": list(plan.notices),
        "is_done": plan.is_done,
    }


def _source(source: Source) -> dict[str, str | None]:
    return {"commit": source.commit or None, "digest": source.digest}


def affected_document(films: Affected | None) -> dict[str, Any] | None:
    """The films, for programs."""
    if films is None:
        return None
    return {**films._asdict(), "films": [film._asdict() for film in films.films]}
