"""Subtitles that are burnt into the picture cannot be switched off."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection

ANY_SUBS = "any"
"""Stands for all of them."""


def hardcoded_subs(candidate: Candidate, facts: Facts) -> Rejection | None:
    """HardcodeSubtitles: the name tells of some, and the profile does not take these."""
    marker = candidate.parsed.hardcoded_subs
    taken = {word.casefold() for word in facts.profile.hardcoded_subs}
    if not marker or ANY_SUBS in taken or any(word in marker.casefold() for word in taken):
        return None
    return Rejection(
        Reason.HARDCODE_SUBTITLES, f"subtitles are burnt in ({marker}), which {facts.profile.name} does not take"
    )
