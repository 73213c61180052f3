"""What may be asked again, and after how long.

A request that never reached the service did nothing there, so that any can be repeated. One that was taken and not
answered, or answered by a gateway in its stead, may have been carried out: only one that reads may be repeated. One
that costs something elsewhere (a query of an indexer's daily allowance) never is, once it was taken.

Pauses double, and each is drawn evenly between nothing and its whole length ("full jitter"): clients that failed
together do not come back together. Where the service says when to come back, that is what counts.
"""

from enum import Enum, auto
from typing import NamedTuple


class Mishap(Enum):
    """How a request failed, as far as repeating it goes."""

    UNREACHED = auto()
    UNANSWERED = auto()
    OVERLOADED = auto()
    FINAL = auto()


def may_repeat(mishap: Mishap, *, reads: bool, costs: bool) -> bool:
    """Whether doing it again can do no harm. `reads`: it changes nothing; `costs`: each time is charged elsewhere."""
    match mishap:
        case Mishap.UNREACHED:
            return True
        case Mishap.UNANSWERED | Mishap.OVERLOADED:
            return reads and not costs
        case Mishap.FINAL:
            return False


class Retry(NamedTuple):
    """How often to repeat, and the pauses in seconds: the first at most `first`, then double, at most `longest`.

    `patience` is the longest that a service may tell us to wait before we would rather give up.
    """

    retries: int = 0
    first: float = 0.5
    longest: float = 8.0
    patience: float = 20.0

    def pause(self, repeats: int, chance: float, retry_after: float | None = None) -> float | None:
        """Seconds to wait after so many repeats, None to give up. `chance` is a random number of [0, 1)."""
        if repeats >= self.retries:
            return None
        jitter = chance * min(self.first * 2.0 ** min(repeats, 16), self.longest)
        if retry_after is None:
            return jitter
        return retry_after + chance * self.first if retry_after <= self.patience else None
