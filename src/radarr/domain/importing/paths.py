"""Where an import puts what is not yet, or no longer, in the library: hidden names below the root folder."""

from datetime import datetime

from radarr.domain.importing.places import RECYCLE_FOLDER, TEMPORARY_PREFIX, TEMPORARY_SUFFIX


def temporary_name(folder: str, key: str, number: int) -> str:
    """The hidden name of an import's file until it is complete, in the folder that it will stay in."""
    return f"{folder}/{TEMPORARY_PREFIX}{key}-{number}{TEMPORARY_SUFFIX}"


def recycled_path(path: str, key: str, now: datetime) -> str:
    """Where a replaced file goes: by day, then by import, so that two files of one name do not meet."""
    return f"{RECYCLE_FOLDER}/{now.date().isoformat()}/{key}/{path}"
