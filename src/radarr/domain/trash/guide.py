"""What the guides hold for Radarr, as values. Everything in them is known by its trash id, 32 hex digits."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

DEFAULT_SET = "default"
"""The score set that stands in where a format has no score in a profile's own."""

Limits = tuple[float, float, float]
"""Least, preferred and most MiB per minute; 0 for the last two is no limit."""


class GuideFormat(NamedTuple):
    """A custom format: `resource` is its JSON as it is."""

    trash_id: str
    name: str
    resource: Mapping[str, object]
    scores: Mapping[str, int]

    def score(self, score_set: str) -> int:
        """What a profile with that set gives it."""
        return self.scores.get(score_set, self.scores.get(DEFAULT_SET, 0))


class GuideProfile(NamedTuple):
    """A quality profile: `settings` by the keys of our own `[[profile]]`, `formats` by trash id with their names."""

    trash_id: str
    name: str
    settings: Mapping[str, object]
    formats: Mapping[str, str]
    score_set: str = DEFAULT_SET
    order: int = 0
    is_private: bool = False


class Member(NamedTuple):
    """A format of a group; `is_usual` where it is taken unless people say otherwise."""

    trash_id: str
    name: str
    is_usual: bool


class GuideGroup(NamedTuple):
    """Formats that belong together; `is_usual` where its profiles take it unless people say otherwise."""

    trash_id: str
    name: str
    is_usual: bool
    members: Sequence[Member]
    profiles: frozenset[str]


class Guide(NamedTuple):
    """All of it by trash id; sizes by their type and quality; formats of which only one may be taken together."""

    formats: Mapping[str, GuideFormat]
    profiles: Mapping[str, GuideProfile]
    groups: Mapping[str, GuideGroup]
    sizes: Mapping[str, Mapping[str, Limits]]
    conflicts: Sequence[frozenset[str]] = ()
