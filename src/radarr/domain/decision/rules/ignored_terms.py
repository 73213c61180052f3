"""Some terms must not be in a name."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.decision.terms import OutOfTime


def ignored_terms(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MustNotContainPresent. A pattern that cannot tell in time is no answer: the release waits."""
    name = candidate.release.title
    for profile in facts.release_profiles:
        if not profile.applies_to(facts.tags):
            continue
        try:
            found = [term.text for term in profile.ignored if term.matches(name)]
        except OutOfTime as error:
            return Rejection(Reason.MUST_NOT_CONTAIN_PRESENT, f"{profile}: {error}", RejectionKind.TEMPORARY)
        if found:
            return Rejection(
                Reason.MUST_NOT_CONTAIN_PRESENT, f"{profile} does not want {' and '.join(found)} in its name"
            )
    return None
