"""Whether the clock was set, or the machine slept."""

from radarr.ports.clock import Clock

_JUMP = 60.0  # seconds: what a time service corrects step by step is less


class ClockWatch:
    """Compares the wall clock with time as it passes: what differs between two looks was set, or slept away."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead: float | None = None

    def jump(self) -> float:
        """Seconds by which the clock jumped since the last look, 0.0 for none."""
        before, self._ahead = self._ahead, self._clock.now().timestamp() - self._clock.monotonic()
        jumped = 0.0 if before is None else self._ahead - before
        return jumped if abs(jumped) > _JUMP else 0.0
