"""How the interpreter is set for a daemon: quick to start, small, and never away for long."""

import gc
import sys
from typing import Any

_TURN = 0.001
"""Seconds after which a thread that computes lets the event loop have its turn; Python's own 5 ms add up."""
_YOUNG = 5000
"""Objects made between two looks for cycles; a round of the feed makes some 100,000 and hardly any cycle."""
_HTTPX_COMMANDS = "httpx._main"


def prepare() -> None:
    """Before the daemon's modules are imported."""
    gc.disable()  # what an import makes is there to stay
    # httpx's own command line would bring rich and pygments along, 6 MB; httpx knows that it may be missing
    modules: dict[str, Any] = sys.modules
    modules.setdefault(_HTTPX_COMMANDS, None)


def settle() -> None:
    """After they are: a look through a hundred thousand objects that stay would stop everything for 80 ms each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)
    gc.enable()
    sys.setswitchinterval(_TURN)
