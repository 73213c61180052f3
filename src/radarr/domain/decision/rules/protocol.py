"""Only what can be fetched is wanted."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.release import TORRENT


def protocol(candidate: Candidate, _facts: Facts) -> Rejection | None:
    """ProtocolDisabled: there is a client for torrents alone."""
    if candidate.release.protocol == TORRENT:
        return None
    return Rejection(Reason.PROTOCOL_DISABLED, "it is not a torrent")
