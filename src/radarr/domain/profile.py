"""Quality profiles: which qualities are wanted, in which order, and when to stop upgrading."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from radarr.domain.quality import BY_NAME, DEFAULT_SIZES, QUALITIES, Quality, SizeLimits


class Propers(StrEnum):
    """What a proper or repack is worth."""

    PREFER_AND_UPGRADE = "prefer_and_upgrade"
    DO_NOT_UPGRADE = "do_not_upgrade"
    DO_NOT_PREFER = "do_not_prefer"


class ProfileItem(NamedTuple):
    """A step of a profile: one quality, or a group of qualities that count as equal."""

    name: str
    qualities: tuple[Quality, ...]
    allowed: bool


class Position(NamedTuple):
    """Where a quality stands in a profile: its item, 0 the worst, and its place in that item where it is a group."""

    item: int
    member: int = 0

    def compare(self, other: "Position", *, within_groups: bool = False) -> int:
        """1 where it is better, -1 where it is worse, 0 where it is as good; members of a group are, unless asked."""
        mine, others = (self, other) if within_groups else (self[:1], other[:1])
        return (mine > others) - (mine < others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a slot wants. `items` go from worst to best and hold every quality exactly once.

    `cutoff` names an allowed item (quality or group); `max_size` and `sizes` bound a release;
    `delay` is in minutes.
    """

    id: int = 0
    name: str
    items: tuple[ProfileItem, ...]
    cutoff: str
    upgrade: bool = True
    language: str = "Original"
    min_format_score: int = 0
    cutoff_format_score: int = 10_000
    min_upgrade_format_score: int = 1
    format_scores: dict[str, int] = field(default_factory=dict)
    """What each custom format is worth, by its name; 0 where there is none."""
    formats_mark: str = ""
    """A short name for what those formats ask: other conditions under the same names are another profile."""
    propers: Propers = Propers.PREFER_AND_UPGRADE
    minimum_availability: str = "released"
    availability_delay: int = 0
    """Days after the film can be had, or before it where negative."""
    minimum_seeders: int = 1
    prefer_flags: tuple[str, ...] = ()
    required_flags: tuple[str, ...] = ()
    hardcoded_subs: tuple[str, ...] = ()
    """Words of the marks of burnt-in subtitles that are fine; "any" for all."""
    minimum_age: int = 0
    """Minutes."""
    delay: int = 0
    delay_bypass_best: bool = True
    delay_bypass_score: int | None = None
    """A release that scores as much is not waited with; None: whatever it scores."""
    max_size: int | None = None
    """Bytes; None is unlimited."""
    max_size_per_minute: int | None = None
    """Bytes per minute of runtime; None is unlimited."""
    sizes: dict[str, SizeLimits] = field(default_factory=lambda: DEFAULT_SIZES)
    _positions: dict[int, Position] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By id of the quality; made of the items when it is first asked for, which is thousands of times a search."""

    def item(self, quality: Quality) -> tuple[int, ProfileItem]:
        """The rank (0 worst) and item of a quality; members of a group rank equal.

        By its id, since a telesync keeps the lines that its name tells.
        """
        rank = self.position(quality).item
        return rank, self.items[rank]

    def position(self, quality: Quality) -> Position:
        """Where a quality stands, the order within its group included, worst first."""
        positions = self._positions
        if not positions:
            positions.update(_positions(self.items))
        position = positions.get(quality.id)
        if position is None:
            raise ValueError(f"profile {self.name} lacks {quality.name}")
        return position

    def rank(self, quality: Quality) -> int:
        """0 for the worst quality."""
        return self.item(quality)[0]

    def score(self, formats: Iterable[str]) -> int:
        """The sum of what custom formats are worth, by their names."""
        return sum(self.format_scores.get(name, 0) for name in formats)

    def allows(self, quality: Quality) -> bool:
        """Whether the profile wants this quality at all."""
        return self.item(quality)[1].allowed

    @property
    def cutoff_rank(self) -> int:
        """The rank from which on no better quality is looked for.

        The cut-off's where upgrades are on, else the worst allowed item's: whatever came is good enough.
        """
        ranks = {item.name: rank for rank, item in enumerate(self.items)}
        if self.upgrade:
            return ranks[self.cutoff]
        return min(rank for rank, item in enumerate(self.items) if item.allowed)


def _positions(items: tuple[ProfileItem, ...]) -> dict[int, Position]:
    return {
        member.id: Position(rank, place)
        for rank, item in enumerate(items)
        for place, member in enumerate(item.qualities)
    }


def arrange(wanted: tuple[str | tuple[str, tuple[str, ...]], ...]) -> tuple[ProfileItem, ...]:
    """Profile items from the wanted ones, worst to best: a quality's name, or a group's name and members.

    Qualities that are not wanted keep the default order around them. Raises ValueError for an unknown name
    or one that occurs twice.
    """
    chosen: list[ProfileItem] = []
    seen: set[str] = set()
    for entry in wanted:
        name, members = (entry, (entry,)) if isinstance(entry, str) else entry
        for member in members:
            if member not in BY_NAME:
                raise ValueError(f"{member!r} is not a quality")
            if member in seen:
                raise ValueError(f"{member!r} is listed twice")
            seen.add(member)
        chosen.append(ProfileItem(name, tuple(BY_NAME[m] for m in members), allowed=True))
    return _merge(chosen, _unwanted(seen))


def _unwanted(seen: set[str]) -> list[ProfileItem]:
    """Default items, groups kept, without the qualities already seen."""
    items: dict[str, list[Quality]] = {}
    for quality in QUALITIES:
        if quality.name not in seen:
            items.setdefault(quality.group or quality.name, []).append(quality)
    return [
        ProfileItem(name if len(members) > 1 else members[0].name, tuple(members), allowed=False)
        for name, members in items.items()
    ]


def _merge(chosen: list[ProfileItem], rest: list[ProfileItem]) -> tuple[ProfileItem, ...]:
    """Chosen items in their order, the rest by default weight before the first chosen one that outweighs them."""
    merged: list[ProfileItem] = []
    pending = list(rest)
    for item in chosen:
        weight = max(q.weight for q in item.qualities)
        while pending and pending[0].qualities[0].weight < weight:
            merged.append(pending.pop(0))
        merged.append(item)
    return (*merged, *pending)


def _web(lines: int) -> tuple[str, tuple[str, ...]]:
    return (f"WEB {lines}p", (f"WEBDL-{lines}p", f"WEBRip-{lines}p"))


def _any() -> tuple[str | tuple[str, tuple[str, ...]], ...]:
    """All but Unknown and Raw-HD."""
    entries: list[str | tuple[str, tuple[str, ...]]] = []
    for quality in QUALITIES[1:-1]:
        entry = _web(quality.resolution) if quality.group else quality.name
        if entry not in entries:
            entries.append(entry)
    return tuple(entries)


_SD = ("WORKPRINT", "CAM", "TELESYNC", "TELECINE", "REGIONAL", "DVDSCR", "SDTV", "DVD")
_HD_720 = ("HDTV-720p", _web(720), "Bluray-720p")
_HD_1080 = ("HDTV-1080p", _web(1080), "Bluray-1080p", "Remux-1080p")
_UHD = ("HDTV-2160p", _web(2160), "Bluray-2160p", "Remux-2160p")
DEFAULT_PROFILES: tuple[Profile, ...] = (
    Profile(name="Any", cutoff="Bluray-480p", items=arrange(_any())),
    Profile(name="SD", cutoff="Bluray-480p", items=arrange((*_SD, _web(480), "Bluray-480p", "Bluray-576p"))),
    Profile(name="HD-720p", cutoff="Bluray-720p", items=arrange(_HD_720)),
    # 30 GB films by default annoy: no Remux, unlike Radarr
    Profile(name="HD-1080p", cutoff="Bluray-1080p", items=arrange(_HD_1080[:-1])),
    Profile(name="Ultra-HD", cutoff="Remux-2160p", items=arrange(_UHD)),
    Profile(name="HD - 720p/1080p", cutoff="Bluray-720p", items=arrange((*_HD_720, *_HD_1080))),
)
