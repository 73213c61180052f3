"""What films will be called."""

from collections.abc import Iterator

from radarr.app.check.finding import Finding, Subject, ok
from radarr.domain.naming import preview


def names(subject: Subject) -> Iterator[Finding]:
    """By example: the formats are sound, or there would be no configuration."""
    library = subject.config.library
    shown = preview(library.folder_format, library.file_format if library.rename else None, library.colon)
    yield ok("names", f"a film is called like {shown}")
