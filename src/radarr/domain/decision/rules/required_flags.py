"""The profile may insist on one of some flags, such as freeleech."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection


def required_flags(candidate: Candidate, facts: Facts) -> Rejection | None:
    """RequiredFlags: not one of them is there."""
    wanted = facts.profile.required_flags
    flags = {flag.casefold() for flag in candidate.release.flags}
    if not wanted or any(flag.casefold() in flags for flag in wanted):
        return None
    has = ", ".join(sorted(flags)) or "no flags"
    return Rejection(Reason.REQUIRED_FLAGS, f"{has}, {facts.profile.name} wants {' or '.join(wanted)}")
