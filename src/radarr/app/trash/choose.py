"""What people ask for by name or trash id, and what an earlier time chose, as one choice."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from radarr.app.config.suggest import did_you_mean
from radarr.app.trash.lock import Chosen
from radarr.domain.trash.guide import Guide
from radarr.domain.trash.want import Choice

USUAL_SIZES = "movie"
NO_SIZES = "none"


class ChoiceError(ValueError):
    """What was asked for is not in the guides; the text says what is."""


class Asked(NamedTuple):
    """The options, None where one was not given: what was chosen earlier stays then. An empty text empties a list."""

    profiles: Sequence[str] | None = None
    further: Sequence[str] | None = None
    without: Sequence[str] | None = None
    sizes: str | None = None


class Resolved(NamedTuple):
    """The choice, the names that profiles already go by, and what is to be said of it."""

    choice: Choice
    names: Mapping[str, str]
    notices: Sequence[str]


def choose(guide: Guide, asked: Asked, earlier: Chosen) -> Resolved:
    """Raises ChoiceError for a name that the guides do not have."""
    notices: list[str] = []
    profiles = {trash_id: each.name for trash_id, each in guide.profiles.items()}
    groups = {trash_id: each.name for trash_id, each in guide.groups.items()}
    formats = {trash_id: each.name for trash_id, each in guide.formats.items()}
    known = groups | formats
    choice = Choice(
        _picked("quality profile", asked.profiles, earlier.profiles, profiles, notices),
        _picked("custom format or group", asked.further, earlier.further, known, notices),
        _picked("custom format or group", asked.without, earlier.without, known, notices),
        _sizes(guide, asked.sizes, earlier),
    )
    _check_groups(guide, choice)
    notices += _renamed(choice, profiles, earlier.profiles)
    return Resolved(choice, earlier.profiles, notices)


def _picked(
    what: str,
    asked: Sequence[str] | None,
    earlier: Sequence[str] | Mapping[str, str],
    known: Mapping[str, str],
    notices: list[str],
) -> tuple[str, ...]:
    """Trash ids, in order, each once."""
    if asked is not None:
        return tuple(dict.fromkeys(_found(what, text, known) for text in asked if text.strip()))
    for trash_id in earlier:
        if trash_id not in known:
            name = earlier[trash_id] if isinstance(earlier, Mapping) else trash_id
            notices.append(f"the guides no longer have the {what} {name!r}: it goes")
    return tuple(trash_id for trash_id in earlier if trash_id in known)


def _found(what: str, text: str, known: Mapping[str, str]) -> str:
    sought = text.strip().casefold()
    for trash_id, name in known.items():
        if sought in {trash_id.casefold(), name.casefold()}:
            return trash_id
    near = did_you_mean(text, known.values()) or f"there are {', '.join(sorted(known.values())[:8])} ..."
    raise ChoiceError(f"the guides have no {what} {text!r}; {near}")


def _sizes(guide: Guide, asked: str | None, earlier: Chosen) -> str:
    if asked is None:
        chosen_before = bool(earlier.profiles) and (not earlier.sizes or earlier.sizes in guide.sizes)
        return earlier.sizes if chosen_before else USUAL_SIZES if USUAL_SIZES in guide.sizes else ""
    if asked == NO_SIZES:
        return ""
    if asked not in guide.sizes:
        near = did_you_mean(asked, guide.sizes) or f"there are {', '.join([*sorted(guide.sizes), NO_SIZES])}"
        raise ChoiceError(f"the guides have no sizes of the kind {asked!r}; {near}")
    return asked


def _check_groups(guide: Guide, choice: Choice) -> None:
    for trash_id in choice.further:
        group = guide.groups.get(trash_id)
        if group and choice.profiles and group.profiles.isdisjoint(choice.profiles):
            raise ChoiceError(
                f"the group {group.name!r} is made for none of the chosen profiles; name its formats instead"
            )


def _renamed(choice: Choice, now: Mapping[str, str], earlier: Mapping[str, str]) -> Iterator[str]:
    for trash_id in choice.profiles:
        if trash_id in earlier and now[trash_id] != earlier[trash_id]:
            said = f"the guides call the profile {earlier[trash_id]!r} {now[trash_id]!r} now"
            yield f"{said}: it keeps its name here, by which films know it"


def profiles_to_choose(guide: Guide) -> list[dict[str, object]]:
    """Name, trash id, qualities from worst to best, and score set of every profile that is meant to be chosen."""
    return [
        {
            "name": each.name,
            "trash_id": each.trash_id,
            "qualities": each.settings["qualities"],
            "score_set": each.score_set,
        }
        for each in guide.profiles.values()
        if not each.is_private
    ]
