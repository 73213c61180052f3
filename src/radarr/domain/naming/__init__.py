"""Folder and file names from format tokens."""

from radarr.domain.naming.check import check_format, tells_slots_apart
from radarr.domain.naming.component import COLON_MODES, DROP, safe_component
from radarr.domain.naming.facts import FileFacts, FilmFacts
from radarr.domain.naming.media import MediaFacts
from radarr.domain.naming.names import file_name, folder_name, kept_name
from radarr.domain.naming.preview import preview

__all__ = [
    "COLON_MODES",
    "DROP",
    "FileFacts",
    "FilmFacts",
    "MediaFacts",
    "check_format",
    "file_name",
    "folder_name",
    "kept_name",
    "preview",
    "safe_component",
    "tells_slots_apart",
]
