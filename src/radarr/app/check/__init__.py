"""`radarr check`: what a person can find out before the daemon runs, and while it does."""

from radarr.app.check.everything import check
from radarr.app.check.finding import Finding, Subject

__all__ = ["Finding", "Subject", "check"]
