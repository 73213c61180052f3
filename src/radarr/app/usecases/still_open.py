"""Several parts work on one download at a time: who saves it looks first what has become of it."""

from radarr.domain.download import Download
from radarr.domain.states.download import FINAL, DownloadState
from radarr.ports.errors import Conflict
from radarr.ports.store import Transaction


async def still_open(tx: Transaction, download: Download) -> Download:
    """The download as the store has it now. Raises Conflict when it has come to its end since it was read."""
    now = await tx.downloads.get(download.id)
    if now is None or now.state in FINAL:
        raise Conflict(f"{download.grab.release.title} has come to its end already")
    return now


async def may_end(tx: Transaction, download: Download) -> Download:
    """As `still_open`, for who wants to give it up. Raises Conflict too while its file is being imported."""
    now = await still_open(tx, download)
    if now.state is DownloadState.IMPORTING:
        raise Conflict(f"{download.grab.release.title} is being imported", remedy="try again in a moment")
    return now
