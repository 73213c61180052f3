"""Makes values of the guides' decoded JSON; further keys are left alone. `GuideError` says what is wrong."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from radarr.domain.trash.guide import DEFAULT_SET, GuideFormat, GuideGroup, GuideProfile, Limits, Member

T = TypeVar("T")
_UNLIMITED = 1999.0
"""The guides write 1999 preferred and 2000 at most, the end of Radarr's sliders, for no limit."""


class GuideError(ValueError):
    """What is wrong with one thing of the guide, in words that name it."""


def decode_format(resource: object) -> GuideFormat:
    """A file of `cf`. What its conditions ask is not judged here: only those that are taken matter."""
    held = _object(resource)
    scores = _mapping(held, "trash_scores", int) if "trash_scores" in held else {}
    return GuideFormat(_get(held, "trash_id", str), _get(held, "name", str), held, scores)


def decode_profile(resource: object) -> GuideProfile:
    """A file of `quality-profiles`, its qualities turned: the guides have the best first."""
    held = _object(resource)
    settings: dict[str, object] = {
        "upgrade": _get(held, "upgradeAllowed", bool),
        "cutoff": _get(held, "cutoff", str),
        "qualities": [quality for item in reversed(_get(held, "items", list)) for quality in _quality(item)],
        "language": _get(held, "language", str, "Original"),
        "min_format_score": _get(held, "minFormatScore", int),
        "cutoff_format_score": _get(held, "cutoffFormatScore", int),
        "min_upgrade_format_score": max(1, _get(held, "minUpgradeFormatScore", int, 1)),
    }
    if not settings["qualities"]:
        raise GuideError("none of its `items` is allowed")
    return GuideProfile(
        _get(held, "trash_id", str),
        _get(held, "name", str),
        settings,
        {trash_id: name for name, trash_id in _mapping(held, "formatItems", str).items()},
        _get(held, "trash_score_set", str, DEFAULT_SET),
        _get(held, "group", int, 0),
        is_private=held.get("visible") == "private",
    )


def _quality(item: object) -> Iterator[object]:
    """An allowed quality or group, as our settings write it: within a group the worst first, too."""
    held = _object(item)
    if not _get(held, "allowed", bool):
        return
    name, members = _get(held, "name", str), _get(held, "items", list, [])
    yield {"name": name, "qualities": [str(each) for each in reversed(members)]} if members else name


def decode_group(resource: object) -> GuideGroup:
    """A file of `cf-groups`."""
    held = _object(resource)
    members = [_object(each) for each in _get(held, "custom_formats", list)]
    profiles = _mapping(_object(held.get("quality_profiles", {})), "include", str)
    return GuideGroup(
        _get(held, "trash_id", str),
        _get(held, "name", str),
        str(held.get("default", "")).casefold() == "true",  # it is written as text
        tuple(map(_member, members)),
        frozenset(profiles.values()),
    )


def _member(held: Mapping[str, object]) -> Member:
    is_usual = held.get("required") is True or held.get("default") is True
    return Member(_get(held, "trash_id", str), _get(held, "name", str), is_usual)


def decode_sizes(resource: object) -> tuple[str, dict[str, Limits]]:
    """A file of `quality-size`: its type, and limits by quality."""
    held = _object(resource)
    stated = [_object(each) for each in _get(held, "qualities", list)]
    return _get(held, "type", str), {_get(each, "quality", str): _limits(each) for each in stated}


def _limits(held: Mapping[str, object]) -> Limits:
    low, preferred, high = (_number(held, key) for key in ("min", "preferred", "max"))
    return low, preferred if preferred < _UNLIMITED else 0, high if high < _UNLIMITED else 0


def decode_conflicts(resource: object) -> tuple[frozenset[str], ...]:
    """`conflicts.json`: formats, by trash id, of which only one may be taken."""
    return tuple(frozenset(map(str, _object(each))) for each in _get(_object(resource), "custom_formats", list))


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise GuideError("an object was expected")
    return value


def _get(held: Mapping[str, object], key: str, kind: type[T], default: T | None = None) -> T:
    value = held.get(key, default)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool) or value == "":
        raise GuideError(f"its `{key}` is {'missing' if value is None else f'no {_WORDS[kind]}'}")
    return value


_WORDS: Mapping[type, str] = {str: "text", int: "whole number", bool: "true or false", list: "list"}


def _number(held: Mapping[str, object], key: str) -> float:
    value = held.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise GuideError(f"its `{key}` is no number")
    return value


def _mapping(held: Mapping[str, object], key: str, kind: type[T]) -> dict[str, T]:
    inner = _object(held.get(key, {}))
    return {name: _get(inner, name, kind) for name in inner}
