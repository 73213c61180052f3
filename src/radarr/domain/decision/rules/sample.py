"""A sample is not the film."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.words import in_units, words

_LARGEST = 70 * 1024**2


def sample(candidate: Candidate, _facts: Facts) -> Rejection | None:
    """Sample: it calls itself one, its film does not, and it is small."""
    release = candidate.release
    named = "sample" in words(release.title) and "sample" not in words(candidate.movie.title)
    if not named or not 0 < release.size < _LARGEST:
        return None
    return Rejection(Reason.SAMPLE, f"a sample of {in_units(release.size)}, not the film")
