"""The service manager behind the daemon: systemd where it started us, else nobody."""

from radarr.adapters.systemd.choice import service_manager
from radarr.adapters.systemd.nobody import NoManager
from radarr.adapters.systemd.systemd import SystemdManager

__all__ = ["NoManager", "SystemdManager", "service_manager"]
