"""Which languages a release is believed to hold."""

from radarr.domain.decision.candidate import Candidate

UNKNOWN_LANGUAGE = "Unknown"
ORIGINAL = "Original"
ANY = "Any"


def spoken(candidate: Candidate) -> frozenset[str]:
    """Language names, empty where nothing is known.

    What the indexer states wins over what the name claims; "Original" in a name means the film's own language,
    and stays as it is where that is unknown.
    """
    stated = candidate.release.languages or candidate.parsed.languages
    own = candidate.movie.original_language or ORIGINAL
    return frozenset(own if language == ORIGINAL else language for language in stated) - {UNKNOWN_LANGUAGE}
