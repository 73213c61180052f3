"""How near a rejected release came: the smallest change with which it would have been taken."""

from radarr.domain.decision.nearest.change import Change
from radarr.domain.decision.nearest.obstacles import OBSTACLES
from radarr.domain.decision.nearest.smallest import CHANGES, Nearness, nearness, smallest_change

__all__ = ["CHANGES", "OBSTACLES", "Change", "Nearness", "nearness", "smallest_change"]
