"""Which custom formats match a release's name, condition by condition, without a daemon."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from radarr.app.config.formats import LoadedFormat
from radarr.domain.decision.scoring import release_inputs
from radarr.domain.formats.conditions import Condition
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import OutOfTime
from radarr.domain.formats.encode import label
from radarr.domain.formats.in_force import Formats
from radarr.domain.formats.inputs import FLAGS, FormatInputs
from radarr.domain.movie import Movie
from radarr.domain.parsing import parse
from radarr.domain.profile import Profile
from radarr.domain.release import Release

_EPOCH = datetime.fromtimestamp(0, UTC)
Chosen = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is known of a release besides its name: bytes, indexer flags, what its film was shot in; "" unknown."""

    size: int = 0
    flags: tuple[str, ...] = ()
    original_language: str = ""


def try_name(
    name: str, offer: Offer, formats: Formats, profiles: Iterable[Profile], is_shown: Chosen | None
) -> dict[str, object]:
    """What the formats see of a name, which match, and what that is worth; null where the name is no film's.

    Conditions are told of the formats that match, or of those that are asked for.
    """
    parsed = parse(name)
    if parsed is None:
        return {"input": name, "parsed": False, "seen": None, "formats": None, "out_of_time": "", "scores": None}
    movie = Movie(tmdb_id=0, title=parsed.title, original_language=offer.original_language, added_at=_EPOCH)
    release = Release("", 0, "", name, size=offer.size, flags=frozenset(offer.flags))
    inputs = release_inputs(release, parsed, movie)
    matched = formats.matched(inputs)
    known = formats.index.formats if formats.index else ()
    shown = [each for each in known if (is_shown(each.name) if is_shown else each.name in matched.formats)]
    return {
        "input": name,
        "parsed": True,
        "seen": _seen(inputs),
        "formats": [_tried(each, inputs, matches=each.name in matched.formats) for each in shown],
        "out_of_time": matched.out_of_time,
        "scores": None if matched.out_of_time else {p.name: p.score(matched.formats) for p in profiles},
    }


def _seen(inputs: FormatInputs) -> dict[str, object]:
    flags = [name for name, bit in FLAGS.items() if inputs.flags & bit]
    plain = {"source": inputs.source.name.lower(), "modifier": inputs.modifier.name.lower(), "flags": flags}
    told = {key: value for key, value in inputs._asdict().items() if key != "file_name"}
    return {**told, **plain, "languages": list(inputs.languages)}


def _tried(asked: CustomFormat, inputs: FormatInputs, *, matches: bool) -> dict[str, object]:
    conditions = [
        {
            "name": condition.name,
            "kind": label(condition.test),
            "negate": condition.negate,
            "required": condition.required,
            "holds": _holds(condition, inputs),
        }
        for condition in asked.conditions
    ]
    return {"name": asked.name, "matches": matches, "conditions": conditions}


def _holds(condition: Condition, inputs: FormatInputs) -> bool | None:
    """None where that cannot be told in time."""
    try:
        return condition.holds(inputs)
    except OutOfTime:
        return None


def listed(loaded: LoadedFormat, profiles: Iterable[Profile]) -> dict[str, object]:
    """A format as the list shows it: `scores` by profile, where it has one."""
    each = loaded.format
    scores = {
        profile.name: profile.format_scores[each.name] for profile in profiles if each.name in profile.format_scores
    }
    return {
        "name": each.name,
        "source": loaded.source,
        "conditions": len(each.conditions),
        "in_names": each.include_when_renaming,
        "trash_id": each.trash_id,
        "scores": scores,
    }
