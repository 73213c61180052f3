"""What would become of a slot, of all that is remembered of it: decided by one set of wishes, and by another."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.rank import rank
from radarr.domain.decision.scoring import scored_today
from radarr.domain.formats.in_force import Matched
from radarr.domain.formats.parts import Both, Part
from radarr.domain.history import LedgerEntry
from radarr.domain.movie import Movie, Slot
from radarr.domain.revisit import Recalled, asked, by_kind, decided_again, is_hopeless, recalled

T = TypeVar("T")


class Action(StrEnum):
    """What would be done for a slot."""

    GRAB = "grab"
    UPGRADE = "upgrade"
    LEAVE = "leave"


class Choice(NamedTuple):
    """What would be done, and with which release; size in bytes."""

    action: Action = Action.LEAVE
    title: str = ""
    indexer: str = ""
    quality: str = ""
    size: int = 0
    score: int = 0


class Case(NamedTuple):
    """One slot: what is remembered of it, and how it is decided now and then. `then` is None where nothing differs."""

    movie: Movie
    slot: Slot
    entries: Sequence[LedgerEntry]
    now: Facts
    then: Facts | None


class Replayed(NamedTuple):
    """What would become of a slot. `held` is the size of the file that it has, 0 for none."""

    movie_id: int
    movie: str
    slot: str
    held: int
    releases: int
    now: Choice
    then: Choice

    @property
    def differs(self) -> bool:
        """Whether another release would be taken, or none, or one where there was none."""
        return (self.now.action, self.now.title, self.now.indexer) != (
            self.then.action,
            self.then.title,
            self.then.indexer,
        )


def replay(case: Case, formats: Both) -> Replayed:
    """Decide all of it, by both."""
    movie, slot = case.movie, case.slot
    releases = recalled(case.entries)
    left_now = _left(case, case.now, releases)
    left_then = left_now if case.then is None else _left(case, case.then, releases)
    either = sorted({*left_now, *left_then})
    found = asked([releases[at] for at in either], movie, formats.whole)
    answers = dict(zip(either, found, strict=True))
    now = _chosen(case, case.now, _those(releases, left_now), _those(answers, left_now), formats.now)
    then = now
    if case.then is not None:
        then = _chosen(case, case.then, _those(releases, left_then), _those(answers, left_then), formats.then)
    held = slot.file.size if slot.file else 0
    return Replayed(movie.id, str(movie), slot.name, held, len(releases), now, then)


def _left(case: Case, facts: Facts, releases: Sequence[Recalled]) -> list[int]:
    """The places of those that are not refused whatever they score."""
    known = by_kind(releases, facts)
    return [at for at, each in enumerate(releases) if not is_hopeless(each, case.movie, case.slot, known[each.kind])]


def _those(of: Sequence[T] | Mapping[int, T], places: Sequence[int]) -> list[T]:
    return [of[at] for at in places]


def _chosen(case: Case, facts: Facts, releases: Sequence[Recalled], answers: Sequence[Matched], part: Part) -> Choice:
    slot = scored_today(case.slot, case.movie, facts.profile, part)
    own = [part.of(answer) for answer in answers] if part.index else answers
    return choose(decided_again(releases, own, case.movie, slot, facts), slot, facts)


def choose(decisions: Sequence[Decision], slot: Slot, facts: Facts) -> Choice:
    """The best of what is accepted, if any."""
    accepted = [decision for decision in decisions if decision.accepted]
    if not accepted:
        return Choice()
    best = rank(accepted, facts.profile)[0].candidate
    action = Action.UPGRADE if slot.file else Action.GRAB
    release = best.release
    return Choice(action, release.title, release.indexer, best.parsed.quality.name, release.size, best.score)
