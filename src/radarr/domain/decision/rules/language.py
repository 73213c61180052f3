"""A release speaks the language that the profile asks for."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.languages import ANY, ORIGINAL, spoken
from radarr.domain.decision.reason import Reason, Rejection


def language(candidate: Candidate, facts: Facts) -> Rejection | None:
    """WantedLanguage. A release that names no language passes, and so does a film whose own is unknown."""
    wanted = facts.profile.language
    if wanted == ORIGINAL:
        wanted = candidate.movie.original_language
    languages = spoken(candidate)
    if not wanted or wanted == ANY or not languages or wanted in languages or ORIGINAL in languages:
        return None
    return Rejection(Reason.WANTED_LANGUAGE, f"{', '.join(sorted(languages))}, {facts.profile.name} wants {wanted}")
