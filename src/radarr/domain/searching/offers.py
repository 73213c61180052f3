"""What an indexer offered that may still be taken."""

from collections.abc import Iterable

from radarr.domain.decision.reason import Reason, Rejection, RejectionKind

_PASSING = frozenset(
    {
        Reason.MINIMUM_SEEDERS,
        Reason.MINIMUM_FREE_SPACE,
        Reason.ALREADY_DOWNLOADING,
        Reason.QUEUE_CUTOFF_MET,
        Reason.QUEUE_HIGHER_PREFERENCE,
        Reason.QUEUE_HIGHER_REVISION,
        Reason.QUEUE_CUSTOM_FORMAT_SCORE,
        Reason.QUEUE_CUSTOM_FORMAT_CUTOFF_MET,
        Reason.QUEUE_CUSTOM_FORMAT_SCORE_INCREMENT,
        Reason.QUEUE_UPGRADES_NOT_ALLOWED,
    }
)
"""Final for the release as it is, but passing by themselves: seeders come, a disk is emptied, a download fails."""


def is_open(rejections: Iterable[Rejection]) -> bool:
    """Whether nothing stands against it for good."""
    return all(one.kind is RejectionKind.TEMPORARY or one.reason in _PASSING for one in rejections)
