"""The smallest change with which a rejected release would have been taken, proven by deciding again.

Every reason that something can be done about has one entry in a table: the least that makes it go away. Reasons are
taken one after the other, each in the case as the changes before have made it, since one change can bring another
reason to light (a quality that is allowed now may be below the file's). What turns out not to be needed is left out
again. A reason without an entry says that no change of settings is to the point: the film's file is as good, say.
`obstacles` has the sentence for it.
"""

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.nearest import patience, upgrades, wishes
from radarr.domain.decision.nearest.change import Case, Change
from radarr.domain.decision.nearest.obstacles import NO_MORE, OBSTACLES
from radarr.domain.decision.nearest.upgrades import Changes, held, under_way
from radarr.domain.decision.reason import Reason, Rejection

CHANGES: MappingProxyType[Reason, Changes] = MappingProxyType(
    {
        Reason.QUALITY_NOT_WANTED: wishes.allow_quality,
        Reason.BELOW_MINIMUM_SIZE: wishes.lower_minimum_size,
        Reason.ABOVE_MAXIMUM_SIZE: wishes.raise_maximum_size,
        Reason.MAXIMUM_SIZE_EXCEEDED: wishes.raise_maximum_size,
        Reason.EDITION_NOT_WANTED: wishes.take_any_edition,
        Reason.MUST_CONTAIN_MISSING: patience.ask_no_terms,
        Reason.MUST_NOT_CONTAIN_PRESENT: patience.ignore_no_terms,
        Reason.HARDCODE_SUBTITLES: patience.take_these_subs,
        Reason.CUSTOM_FORMAT_MINIMUM_SCORE: wishes.lower_minimum_score,
        Reason.WANTED_LANGUAGE: wishes.take_any_language,
        Reason.REQUIRED_FLAGS: wishes.ask_no_flags,
        Reason.MINIMUM_SEEDERS: wishes.lower_minimum_seeders,
        Reason.MOVIE_NOT_MONITORED: upgrades.monitor,
        Reason.AVAILABILITY: upgrades.wait_until_available,
        Reason.MINIMUM_AGE: patience.wait_for_the_age,
        Reason.MINIMUM_AGE_DELAY: patience.wait_for_the_delay,
        Reason.INDEXER_DISABLED: patience.wait_for_the_indexer,
        Reason.BLOCKLISTED: upgrades.unblock,
        Reason.SLOT_AT_REST: patience.wait_for_the_slot,
        Reason.MINIMUM_FREE_SPACE: upgrades.free_some_space,
        Reason.PROPERS_DISABLED: upgrades.upgrade_to_propers,
        Reason.REPACK_DISABLED: upgrades.upgrade_to_propers,
        Reason.PROPER_FOR_OLD_FILE: patience.search_for_it,
        Reason.REPACK_UNKNOWN_RELEASE_GROUP: upgrades.ignore_revisions,
        Reason.REPACK_RELEASE_GROUP_DOES_NOT_MATCH: upgrades.ignore_revisions,
        Reason.QUEUE_PROPERS_DISABLED: upgrades.upgrade_to_propers,
        Reason.QUALITY_UPGRADES_DISABLED: upgrades.switch_upgrades_on,
        Reason.DISK_UPGRADES_NOT_ALLOWED: upgrades.switch_upgrades_on,
        Reason.QUEUE_UPGRADES_NOT_ALLOWED: upgrades.switch_upgrades_on,
        Reason.DISK_CUTOFF_MET: upgrades.raise_cutoff(held),
        Reason.QUEUE_CUTOFF_MET: upgrades.raise_cutoff(under_way),
        Reason.DISK_HIGHER_REVISION: upgrades.ignore_revisions,
        Reason.QUEUE_HIGHER_REVISION: upgrades.ignore_revisions,
        Reason.DISK_CUSTOM_FORMAT_CUTOFF_MET: upgrades.raise_score_cutoff(held),
        Reason.QUEUE_CUSTOM_FORMAT_CUTOFF_MET: upgrades.raise_score_cutoff(under_way),
        Reason.DISK_CUSTOM_FORMAT_SCORE_INCREMENT: upgrades.lower_score_increment(held),
        Reason.QUEUE_CUSTOM_FORMAT_SCORE_INCREMENT: upgrades.lower_score_increment(under_way),
    }
)
"""Of each reason, the least that makes it go away, the likeliest first."""

_MOST = 30  # changes in a row; each reason has its turn more than once at worst


class Nearness(NamedTuple):
    """What gets a release accepted: `changes`, in the order of their reasons; or why nothing does: `obstacle`.

    Both are empty for a release that is accepted as it is.
    """

    changes: tuple[Change, ...] = ()
    obstacle: str = ""


def nearness(candidate: Candidate, facts: Facts, before_rules: Sequence[Rejection] = ()) -> Nearness:
    """How near `candidate` comes. `before_rules` is what speaks against it besides the rules: that it is another film.

    Every answer is proven: with the changes, the rules accept the candidate.
    """
    for rejection in before_rules:
        return Nearness(obstacle=OBSTACLES.get(rejection.reason, NO_MORE))
    first = decide(candidate, facts).rejections
    changes: list[Change] = []
    case: Case = (candidate, facts)
    rejections = first
    for _ in range(_MOST):
        if not rejections:
            return Nearness(_without_needless(changes, candidate, facts))
        change = _first_that_helps(rejections, case)
        if change is None:
            break
        changes.append(change)
        case = change.apply(*case)
        rejections = decide(*case).rejections
    told = (OBSTACLES[rejection.reason] for rejection in (*first, *rejections) if rejection.reason in OBSTACLES)
    return Nearness(obstacle=next(told, NO_MORE))


def smallest_change(candidate: Candidate, facts: Facts) -> tuple[Change, ...]:
    """The changes, in the order of their reasons, with which `candidate` is accepted; none where no change helps.

    Nor is any needed for a release that is accepted as it is.
    """
    return nearness(candidate, facts).changes


def _first_that_helps(rejections: Sequence[Rejection], case: Case) -> Change | None:
    """A change for the first reason, None where nothing can be done about one of them."""
    if any(rejection.reason not in CHANGES for rejection in rejections):
        return None
    return next((change for change in CHANGES[rejections[0].reason](*case) if change.apply(*case) != case), None)


def _without_needless(changes: Sequence[Change], candidate: Candidate, facts: Facts) -> tuple[Change, ...]:
    needed = list(changes)
    for change in changes:
        rest = [other for other in needed if other is not change]
        if _is_accepted(rest, candidate, facts):
            needed = rest
    return tuple(needed)


def _is_accepted(changes: Sequence[Change], candidate: Candidate, facts: Facts) -> bool:
    case: Case = (candidate, facts)
    for change in changes:
        case = change.apply(*case)
    return not decide(*case).rejections
