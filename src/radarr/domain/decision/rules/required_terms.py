"""Every release profile may ask for one of its terms in the name."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.decision.terms import OutOfTime


def required_terms(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MustContainMissing. A pattern that cannot tell in time is no answer: the release waits."""
    name = candidate.release.title
    for profile in facts.release_profiles:
        if not profile.required or not profile.applies_to(facts.tags):
            continue
        try:
            if any(term.matches(name) for term in profile.required):
                continue
        except OutOfTime as error:
            return Rejection(Reason.MUST_CONTAIN_MISSING, f"{profile}: {error}", RejectionKind.TEMPORARY)
        wanted = " or ".join(term.text for term in profile.required)
        return Rejection(Reason.MUST_CONTAIN_MISSING, f"{profile} wants {wanted} in its name")
    return None
