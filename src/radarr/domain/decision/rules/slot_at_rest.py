"""A slot that was lied to again and again rests."""

from radarr.domain.decision.belief import LIES_UNTIL_REST, rests_until
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind


def slot_at_rest(candidate: Candidate, facts: Facts) -> Rejection | None:
    """SlotAtRest, temporary: too many releases were not what they claimed. A person need not wait."""
    if BYPASSES[facts.kind].repeats:
        return None
    until = rests_until(facts.claims, candidate.slot.id)
    if until is None or facts.now >= until:
        return None
    return Rejection(
        Reason.SLOT_AT_REST,
        f"{LIES_UNTIL_REST} releases of {candidate.movie} were not what they claimed; the next is fetched from "
        f"{until:%Y-%m-%d %H:%M} UTC on",
        RejectionKind.TEMPORARY,
    )
