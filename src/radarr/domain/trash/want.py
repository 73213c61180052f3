"""Takes from a guide what was chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from radarr.domain.trash.decode import GuideError
from radarr.domain.trash.guide import Guide, GuideFormat, GuideGroup, GuideProfile, Limits


class Choice(NamedTuple):
    """What people take, by trash id; `further` and `without` hold groups and formats; `sizes` is a type, "" none."""

    profiles: Sequence[str] = ()
    further: Sequence[str] = ()
    without: Sequence[str] = ()
    sizes: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen that the rest could serve."""
        return not self.profiles and not self.further


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
    if choice.is_empty:
        return EMPTY
    chosen = [guide.profiles[trash_id] for trash_id in choice.profiles]
    for given in chosen or (None,):
        _check_conflicts(guide, choice, given)
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
    """The formats that were chosen, by trash id: for the profiles, or by themselves where there is none.

    Raises GuideError.
    """
    profiles = [guide.profiles[trash_id] for trash_id in choice.profiles]
    found = [each for profile in profiles for each in formats_of(guide, choice, profile)]
    return {each.trash_id: each for each in (found if profiles else formats_of(guide, choice, None))}


def formats_of(guide: Guide, choice: Choice, profile: GuideProfile | None) -> Iterator[GuideFormat]:
    """The formats that a profile is given, by name; for None those that were named.

    Raises GuideError where one is not there.
    """
    found = dict(profile.formats) if profile else {}
    for group in guide.groups.values():
        if group.trash_id not in choice.without and (not profile or profile.trash_id in group.profiles):
            found |= _members(group, choice, by_profile=profile is not None)
    found |= {trash_id: guide.formats[trash_id].name for trash_id in choice.further if trash_id in guide.formats}
    for trash_id, name in sorted(found.items(), key=lambda each: each[1]):
        if trash_id in choice.without:
            continue
        if trash_id not in guide.formats:
            raise GuideError(f"the guides take the custom format {name!r} and do not have it")
        yield guide.formats[trash_id]


def _members(group: GuideGroup, choice: Choice, *, by_profile: bool) -> dict[str, str]:
    whole = group.trash_id in choice.further
    usual = by_profile and group.is_usual
    return {member.trash_id: member.name for member in group.members if whole or (usual and member.is_usual)}


def _scores(profile: GuideProfile, formats: Iterable[GuideFormat], own: Mapping[str, str]) -> dict[str, int]:
    scores = {own.get(each.trash_id, each.name): each.score(profile.score_set) for each in formats}
    return {name: score for name, score in scores.items() if score}


def _check_conflicts(guide: Guide, choice: Choice, profile: GuideProfile | None) -> None:
    formats = tuple(formats_of(guide, choice, profile))
    for pair in guide.conflicts:
        both = [each.name for each in formats if each.trash_id in pair]
        if len(both) > 1:
            whose = f", and profile {profile.name!r} would have both" if profile else ""
            raise GuideError(f"{' and '.join(map(repr, both))} exclude each other{whose}")
