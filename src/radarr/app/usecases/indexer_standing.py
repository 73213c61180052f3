"""How one indexer stands with us, in memory."""

from dataclasses import dataclass, field
from typing import NamedTuple

from radarr.domain.resilience.budget import PERSON, Allowance, Budget, Purpose
from radarr.domain.resilience.ladder import Ladder
from radarr.domain.resilience.record import Record
from radarr.domain.resilience.remembering import Now
from radarr.domain.searching.feed_mark import FeedMark
from radarr.domain.searching.purse import Room
from radarr.ports.indexer import AnswerKind, IndexerAnswer, IndexerInfo, IndexerUse


class Others(NamedTuple):
    """What other programs asked: queries and grabs within the hours of the stated limit, queries of the last day."""

    queries: int
    grabs: int
    day: int


class Refusal(NamedTuple):
    """Why it is not asked, and for how many seconds (None: unknown)."""

    kind: AnswerKind
    message: str
    seconds: float | None


@dataclass(slots=True)
class Standing:
    """One indexer. `others` is None where the manager's statistics could not be read. `changed`: since it was saved.

    `feed` is how far its feed was read, and `feed_read_at` when, in seconds of a clock that never jumps; None: not yet.
    """

    info: IndexerInfo
    allowed: Allowance
    record: Record
    ladder: Ladder = field(default_factory=Ladder)
    budget: Budget = field(default_factory=Budget)
    grabs: Budget = field(default_factory=Budget)
    others: Others | None = None
    feed: FeedMark | None = None
    feed_read_at: float | None = None
    changed: bool = False

    def spend(self, now: float, queries: int, purpose: Purpose) -> None:
        """Count queries, or take back what was counted and not sent."""
        if queries:
            self.budget, self.changed = self.budget.spend(now, queries, purpose), True

    def compare(self, now: float, day: IndexerUse, window: IndexerUse) -> None:
        """Learn from the statistics what others asked: what all programs asked less our own."""
        hours = self.allowed.hours
        self.others = Others(
            queries=max(0, window.queries - self.budget.used(now, hours)),
            grabs=max(0, window.grabs - self.grabs.used(now, hours)),
            day=max(0, day.queries - self.budget.used(now)),
        )

    def resting(self, now: Now) -> Refusal | None:
        """While it rests after failures."""
        until = self.ladder.until
        if until is None or not self.ladder.rests(now.seconds):
            return None
        why = f" ({self.ladder.last_error})" if self.ladder.last_error else ""
        return _refusal(AnswerKind.BLOCKED, f"{self.info.name}: it rests after failures{why}", until, now)

    def over_budget(self, now: Now, purpose: Purpose, queries: int) -> Refusal | None:
        """When so many queries are more than we allow ourselves, or than it allows everybody."""
        others = self.others.queries if self.others else 0
        free = self.budget.free_at(now.seconds, self.allowed, purpose, queries, others)
        if free <= now.seconds:
            return None
        used, hours = self.budget.used(now.seconds, self.allowed.hours), _span(self.allowed.hours)
        if self.budget.free_at(now.seconds, self.allowed, PERSON, queries, others) > now.seconds:
            why = (
                f"its limit of {self.allowed.limit} queries {hours} is used up (ours {used}, other programs' {others})"
            )
        elif purpose.feed and self.budget.feed_due(self.allowed) > now.seconds:
            gap = self.allowed.feed_gap / 60
            why = f"its feed is read every {gap:.0f} min, so that {self.allowed.budget} queries {hours} last"
        else:
            why = f"of the {self.allowed.budget} queries {hours} that we allow ourselves, {used} are used"
            kept = 0 if purpose.feed else self.budget.kept(now.seconds, self.allowed)
            why += f" and {kept} are kept for its feed" if kept else ""
        return _refusal(AnswerKind.LIMITED, f"{self.info.name}: {why}", free, now)

    def room(self, now: Now) -> Room:
        """What is left for searches that nobody waits for."""
        others, allowed = self.others.queries if self.others else 0, self.allowed
        free = self.budget.free(now.seconds, allowed, others)
        return Room(max(1, allowed.budget - allowed.kept), allowed.hours, free, self.resting(now) is not None)

    def over_grabs(self, now: Now) -> Refusal | None:
        """When it hands out no more."""
        if (limit := self.info.grab_limit) is None:
            return None
        allowed = Allowance(limit, limit, self.info.limit_hours)
        free = self.grabs.free_at(now.seconds, allowed, PERSON, 1, self.others.grabs if self.others else 0)
        if free <= now.seconds:
            return None
        why = f"{self.info.name}: its limit of {limit} downloads {_span(allowed.hours)} is used up"
        return _refusal(AnswerKind.LIMITED, why, free, now)


def refused(info: IndexerInfo, refusal: Refusal) -> IndexerAnswer:
    """As an answer that cost nothing."""
    return IndexerAnswer(info, refusal.kind, message=refusal.message, retry_after=refusal.seconds)


def _span(hours: int) -> str:
    return "an hour" if hours == 1 else "a day"


def _refusal(kind: AnswerKind, why: str, until: float, now: Now) -> Refusal:
    if until == float("inf"):
        return Refusal(kind, f"{why}; it is asked again when Prowlarr's statistics show room", None)
    when = f"{now.to_wall(until):%Y-%m-%d %H:%M:%S} UTC"
    return Refusal(kind, f"{why}; it is asked again from {when} on", until - now.seconds)
