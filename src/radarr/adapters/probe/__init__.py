"""Films measured by MediaInfo, in a child process: docs/adr/0009."""

from radarr.adapters.probe.probe import MediaInfoProbe

__all__ = ["MediaInfoProbe"]
