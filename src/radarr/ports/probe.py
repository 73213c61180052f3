"""What a film file really is, whatever its name says."""

from typing import Protocol, runtime_checkable

from radarr.domain.media.measured import Measured, Unmeasured


@runtime_checkable
class Probe(Protocol):
    """Reads the headers of films; decodes nothing, changes nothing."""

    async def measure(self, path: str) -> Measured | Unmeasured:
        """Measure one file by its absolute path; bounded in time and memory, whatever is in the file.

        A file that cannot be read as a film, that takes too long or that makes the reader give up is Unmeasured:
        an answer, not an error. Links are not followed. Raises Gone (it is not there, or is no file), NotPermitted,
        and Unavailable (the tool is missing or cannot be started, or earlier readings still hang on a dying disk).
        """
        ...
