"""The log: for people on a terminal and as JSON lines for programs, never with a secret in it.

`set_up` sends it where `[log]` says. Fields beside the message come by `extra=` of a call, and by
`correlated` for all that a piece of work writes.
"""

from radarr.app.logs.handlers import mask_in_force, set_up
from radarr.app.logs.mask import Mask

__all__ = ["Mask", "mask_in_force", "set_up"]
