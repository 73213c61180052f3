"""The demonstration: the real daemon as a process, and simulated services that speak real HTTP on loopback.

Three films are wanted. One is offered by the second indexer alone. One arrives in a lesser quality and is upgraded when
the feed brings a better one. One turns out to have no source; it is blocklisted and the next best is taken.
"""

from radarr.app.demo.demo import Demo

__all__ = ["Demo"]
