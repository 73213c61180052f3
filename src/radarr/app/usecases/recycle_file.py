"""Move a file of the library to the recycle folder of its root."""

import logging

from radarr.domain.movie import MovieFile, RootFolder
from radarr.ports.clock import Clock
from radarr.ports.errors import Gone
from radarr.ports.files import Files

log = logging.getLogger(__name__)


async def recycle_file(files: Files, clock: Clock, root: RootFolder, file: MovieFile) -> None:
    """Nothing is deleted for good. One that is not there any more is what we wanted."""
    await files.check_root(root)
    day = clock.now().date().isoformat()
    try:
        await files.recycle(root, file.path, f".radarr-recycle/{day}/removed-{file.id}/{file.path}")
    except Gone:  # by a try of yesterday that was killed, or by a person
        log.warning("%s was not there any more", file.path)
