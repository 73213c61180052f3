"""Dying on purpose: the fault tests name one checkpoint, and the process kills itself there as `kill -9` would."""

import os
import signal
from collections.abc import Mapping

from radarr.ports.checkpoint import POINTS, Checkpoint, no_checkpoint
from radarr.ports.errors import Refused

VARIABLE = "RADARR_FAULT_POINT"


def checkpoint(environment: Mapping[str, str]) -> Checkpoint:
    """What the environment asks for; in production nothing. Raises Refused for a point that does not exist."""
    wanted = environment.get(VARIABLE)
    if not wanted:
        return no_checkpoint
    if wanted not in POINTS:
        raise Refused(f"{VARIABLE}={wanted} is no checkpoint", remedy=f"known are {', '.join(POINTS)}")

    def die_there(point: str, /) -> None:
        if point == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    return die_there
