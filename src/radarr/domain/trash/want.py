"""Takes from a guide what was chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from radarr.domain.trash.decode import GuideError
from radarr.domain.trash.guide import Guide, GuideFormat, GuideProfile, Limits


class Choice(NamedTuple):
    """What people take, by trash id; `further` and `without` hold groups and formats; `sizes` is a type, "" none."""

    profiles: Sequence[str] = ()
    further: Sequence[str] = ()
    without: Sequence[str] = ()
    sizes: str = ""


class Snapshot(NamedTuple):
    """Formats (JSON) and profiles (settings, as `[[profile]]` has them) by trash id, sizes by quality."""

    formats: Mapping[str, Mapping[str, object]]
    profiles: Mapping[str, Mapping[str, object]]
    sizes: Mapping[str, Limits]


EMPTY = Snapshot({}, {}, {})


def want(guide: Guide, choice: Choice, names: Mapping[str, str], own: Mapping[str, str]) -> Snapshot:
    """What a choice takes from a guide.

    `names` are those that profiles (by trash id) already go by: films refer to them, so that they stay. `own` are the
    names of formats (by trash id) that people have themselves: those are scored, and not taken.
    Raises GuideError: two formats exclude each other, or one is not there.
    """
    chosen = [guide.profiles[trash_id] for trash_id in choice.profiles]
    for profile in chosen:
        _check_conflicts(guide, choice, profile)
    formats = {key: each.resource for key, each in taken(guide, choice).items() if key not in own}
    profiles = {
        profile.trash_id: {
            "name": names.get(profile.trash_id, profile.name),
            **profile.settings,
            "format_scores": _scores(profile, formats_of(guide, choice, profile), own),
        }
        for profile in chosen
    }
    return Snapshot(formats, profiles, guide.sizes.get(choice.sizes, {}))


def taken(guide: Guide, choice: Choice) -> dict[str, GuideFormat]:
    """The formats that the chosen profiles are given, by trash id. Raises GuideError."""
    profiles = (guide.profiles[trash_id] for trash_id in choice.profiles)
    return {each.trash_id: each for profile in profiles for each in formats_of(guide, choice, profile)}


def formats_of(guide: Guide, choice: Choice, profile: GuideProfile) -> Iterator[GuideFormat]:
    """The formats that a profile is given, by name. Raises GuideError where one is not there."""
    found: dict[str, str] = {**profile.formats}
    for group in guide.groups.values():
        if profile.trash_id in group.profiles and group.trash_id not in choice.without:
            whole = group.trash_id in choice.further
            found |= {m.trash_id: m.name for m in group.members if whole or (group.is_usual and m.is_usual)}
    found |= {trash_id: guide.formats[trash_id].name for trash_id in choice.further if trash_id in guide.formats}
    for trash_id, name in sorted(found.items(), key=lambda each: each[1]):
        if trash_id in choice.without:
            continue
        if trash_id not in guide.formats:
            raise GuideError(f"profile {profile.name!r} takes the custom format {name!r}, which is not there")
        yield guide.formats[trash_id]


def _scores(profile: GuideProfile, formats: Iterable[GuideFormat], own: Mapping[str, str]) -> dict[str, int]:
    scores = {own.get(each.trash_id, each.name): each.score(profile.score_set) for each in formats}
    return {name: score for name, score in scores.items() if score}


def _check_conflicts(guide: Guide, choice: Choice, profile: GuideProfile) -> None:
    formats = tuple(formats_of(guide, choice, profile))
    for pair in guide.conflicts:
        both = [each.name for each in formats if each.trash_id in pair]
        if len(both) > 1:
            said = " and ".join(map(repr, both))
            raise GuideError(f"{said} exclude each other, and profile {profile.name!r} would have both")
