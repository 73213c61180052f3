"""The library's disks, as Linux sees them."""

from radarr.adapters.filesystem.files import LibraryFiles

__all__ = ["LibraryFiles"]
