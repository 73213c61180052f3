"""How soon a slot is searched again whose release could not be had."""

from radarr.ports.clock import Clock

_HOUR = 3600.0
_WAITS = (0.0, 2 * _HOUR, 6 * _HOUR, 24 * _HOUR)
"""After the first time, the second and so on; the last one for ever."""


class SearchAgain:
    """How soon a slot is searched again whose release could not be had for the moment.

    - At once after the first time, then ever more rarely: an indexer that hands out no more today would otherwise cost
      all others a search an hour.
    - It is known in memory alone: a restart tries again.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._times: dict[int, int] = {}
        self._until: dict[int, float] = {}

    def note(self, slot_id: int, *, postponed: bool) -> None:
        """It was searched, and what was found could not be had; or all went well."""
        times = self._times.pop(slot_id, 0)
        self._until.pop(slot_id, None)
        if postponed:
            self._times[slot_id] = times + 1
            self._until[slot_id] = self._clock.monotonic() + _WAITS[min(times, len(_WAITS) - 1)]

    def waits(self, slot_id: int) -> bool:
        """Whether it is too early for another search."""
        return self._clock.monotonic() < self._until.get(slot_id, 0.0)
