"""What is different between two states of what was taken from a guide, thing by thing."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

from radarr.domain.trash.want import Snapshot

T = TypeVar("T")


class Change(NamedTuple):
    """One difference; `key` is what differs of a thing that was and is there, None stands for nothing.

    A score has its profile's name in `profile`.
    """

    kind: Literal["format", "profile", "score", "size"]
    action: Literal["add", "change", "rename", "remove"]
    name: str
    trash_id: str = ""
    key: str = ""
    was: object = None
    now: object = None
    profile: str = ""


def changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """All of them: formats, profiles and their scores, sizes."""
    return (*_formats(before, after), *_profiles(before, after), *_sizes(before, after))


def _formats(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for trash_id, was, now in _pairs(before.formats, after.formats):
        name = str((now or was or {}).get("name", ""))
        if was is None:
            yield Change("format", "add", name, trash_id)
        elif now is None:
            yield Change("format", "remove", name, trash_id)
        else:
            yield from _format(trash_id, name, was, now)


def _format(trash_id: str, name: str, was: Mapping[str, object], now: Mapping[str, object]) -> Iterator[Change]:
    if was.get("name") != name:
        yield Change("format", "rename", name, trash_id, "name", was.get("name"), name)
    for key, old, new in _pairs(_parts(was), _parts(now)):
        if key != "name" and old != new:
            yield Change("format", "change", name, trash_id, key, old, new)


def _parts(resource: Mapping[str, object]) -> dict[str, object]:
    """The keys of a format's JSON, and each of its conditions under its name."""
    found = {key: value for key, value in resource.items() if key != "specifications"}
    conditions = resource.get("specifications")
    for condition in conditions if isinstance(conditions, list) else []:
        key = f"condition {condition.get('name')!r}" if isinstance(condition, Mapping) else "condition"
        while key in found:
            key += "'"  # names of conditions may stand there twice
        found[key] = condition
    return found


def _profiles(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for trash_id, was, now in _pairs(before.profiles, after.profiles):
        name = str((now or was or {}).get("name", ""))
        if now is None:
            yield Change("profile", "remove", name, trash_id)
            continue
        if was is None:
            yield Change("profile", "add", name, trash_id)
        elif was.get("name") != name:
            yield Change("profile", "rename", name, trash_id, "name", was.get("name"), name)
        for key, old, new in _pairs(was or {}, now):
            if key not in {"name", "format_scores"} and old != new:
                yield Change("profile", "change" if was else "add", name, trash_id, key, old, new)
        yield from _scores(name, _by_id(was, before), _by_id(now, after))


_UNKNOWN = "name "
Scores = Mapping[str, tuple[str, int]]
"""Name of a format and its score, by trash id, else by name: a format that has a new name keeps its score."""


def _by_id(settings: Mapping[str, object] | None, snapshot: Snapshot) -> Scores:
    scores = (settings or {}).get("format_scores", {})
    ids = {str(resource.get("name")): trash_id for trash_id, resource in snapshot.formats.items()}
    held = scores.items() if isinstance(scores, Mapping) else ()
    return {ids.get(str(name), f"{_UNKNOWN}{name}"): (str(name), score) for name, score in held}


def _scores(profile: str, before: Scores, after: Scores) -> Iterator[Change]:
    for trash_id, was, now in _pairs(before, after):
        old, new = (was[1] if was else None), (now[1] if now else None)
        action: Literal["add", "change", "remove"] = "remove" if now is None else "change" if was else "add"
        if old != new:
            name = (now or was or ("", 0))[0]
            yield Change(
                "score", action, name, "" if trash_id.startswith(_UNKNOWN) else trash_id, "", old, new, profile
            )


def _sizes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for quality, was, now in _pairs(before.sizes, after.sizes):
        if was != now:
            action: Literal["add", "change", "remove"] = "remove" if now is None else "change" if was else "add"
            yield Change("size", action, quality, "", "", was and list(was), now and list(now))


def _pairs(before: Mapping[str, T], after: Mapping[str, T]) -> Iterator[tuple[str, T | None, T | None]]:
    """What is there now, in its order, and then what is gone."""
    for key in (*after, *(key for key in before if key not in after)):
        yield key, before.get(key), after.get(key)
