"""Which films a plan would decide otherwise, by what the daemon remembers of their releases (`radarr replay`)."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

from radarr.app.config.trial import read_trial
from radarr.app.trash.judge import write_copy
from radarr.app.trash.people import People
from radarr.app.trash.plan import Plan
from radarr.app.trash.written import SETTINGS

Ask = Callable[[dict[str, object]], object]
"""Has the daemon decide again by the settings in the body, and answers what `/api/daemon/v1/replay` does."""


class Film(NamedTuple):
    """A film's slot that is decided otherwise: what would be done now and then, with which release ("" for none)."""

    movie: str
    slot: str
    now: str
    now_release: str
    then: str
    then_release: str


class Affected(NamedTuple):
    """`releases` are remembered in all; the totals count slots by what would be done for them."""

    releases: int
    now: Mapping[str, int]
    then: Mapping[str, int]
    films: tuple[Film, ...]


def affected(plan: Plan, ask: Ask) -> Affected:
    """Raises what `ask` does."""
    body: dict[str, object] = {"settings": json.dumps(_settings(plan)), "source": SETTINGS}
    found = cast("dict[str, Any]", ask(body))
    films = tuple(_film(slot) for slot in found["slots"] if slot["differs"])
    return Affected(found["releases"], found["now"], found["then"], films)


def _film(slot: Mapping[str, Any]) -> Film:
    now, then = slot["now"], slot["then"]
    releases = (now.get("title", ""), then.get("title", ""))
    return Film(slot["movie"], slot["slot"], now["action"], releases[0], then["action"], releases[1])


def _settings(plan: Plan) -> dict[str, object]:
    """The sections that would be in force: the guides', and over them what people say of the same things."""
    if SETTINGS not in plan.contents:
        return {}
    with TemporaryDirectory(prefix="radarr-trash-") as copy:
        write_copy(plan.contents, Path(copy))
        sections: dict[str, Any] = read_trial(Path(copy) / SETTINGS)
    own = plan.people
    sections["profile"] = [_overlaid(own, profile) for profile in sections.get("profile", [])]
    if "sizes" in sections:
        sections["sizes"] |= {name: entry.value for name, entry in own.raw.tables.get("sizes", {}).items()}
    return sections


def _overlaid(people: People, profile: dict[str, Any]) -> dict[str, Any]:
    for table in people.profiles(profile["name"]):
        own: dict[str, Any] = {key: entry.value for key, entry in table.items() if key != "name"}
        scores = {**profile.get("format_scores", {}), **own.pop("format_scores", {})}
        profile = {**profile, **own, "format_scores": scores}
    return profile
