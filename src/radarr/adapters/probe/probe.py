"""Measures films by MediaInfo in a child process."""

import json
import math
import sys
from pathlib import Path

import msgspec

from radarr.adapters.probe.children import Children, Ended
from radarr.adapters.probe.translate import measured
from radarr.adapters.probe.wire import Answer
from radarr.domain.media.measured import Measured, Unmeasured, Why
from radarr.ports.errors import Gone, NotPermitted, PortError, Unavailable

_PROGRAM = (sys.executable, "-I", str(Path(__file__).with_name("child.py")))
_MEMORY = 256 << 20
_MOST_READ = 512 << 20
"""Headers are a few megabytes at most, but a film without an index may be looked at in many places."""
_SHARE = 4
"""It may compute for a fourth of its time: beyond, it is the file that keeps it busy, not the disk."""


class MediaInfoProbe:
    """A Probe: one short-lived child a film. `timeout` in seconds, `memory` in bytes."""

    def __init__(
        self,
        *,
        timeout: float = 60.0,
        memory: int = _MEMORY,
        program: tuple[str, ...] = _PROGRAM,
        children: Children | None = None,
    ) -> None:
        self._timeout = timeout
        self._limits = json.dumps({"memory": memory, "read": _MOST_READ, "seconds": math.ceil(timeout / _SHARE)})
        self._program = program
        self._children = children or Children()

    async def measure(self, path: str) -> Measured | Unmeasured:
        """See ports.probe."""
        ended = await self._children.run((*self._program, path, self._limits), self._timeout)
        if ended is None:
            return Unmeasured(
                Why.TIME_OUT,
                f"{path} could not be read within {self._timeout:g} s: its disk may be slow or failing",
            )
        answer = _answer(ended)
        if answer is None:
            return Unmeasured(Why.CRASHED, f"{path} made the program that reads films give up: it may be damaged")
        if answer.error:
            return _of_error(answer.error, path)
        found = measured(answer.tracks)
        return found or Unmeasured(
            Why.NOT_MEDIA, f"{path} is no film that can be read: there is neither picture nor sound in it"
        )


def _answer(ended: Ended) -> Answer | None:
    if ended.status != 0:
        return None
    try:
        return msgspec.json.decode(ended.output, type=Answer)
    except msgspec.MsgspecError:
        return None


def _of_error(kind: str, path: str) -> Unmeasured:
    errors: dict[str, PortError] = {
        "gone": Gone(f"{path} is not there any more"),
        "no_file": Gone(f"{path} is no file"),
        "denied": NotPermitted(f"{path} may not be read", remedy="let the daemon's user or group read it"),
        "no_library": Unavailable(
            "films cannot be measured: the library MediaInfo is missing",
            remedy="install the package libmediainfo0v5, or pymediainfo with its library, and restart",
        ),
    }
    if kind in errors:
        raise errors[kind]
    if kind == "unreadable":
        return Unmeasured(Why.UNREADABLE, f"{path} cannot be opened: its disk may be failing")
    return Unmeasured(Why.CRASHED, f"{path} makes the program that reads films read too much: it may be damaged")
