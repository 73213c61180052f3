"""How the library is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryRules:
    """Formats of names, ways to bring a file in (in order), extras by extension, bytes to leave free."""

    folder_format: str
    file_format: str
    colon: str = "smart"
    rename: bool = True
    transfer: tuple[str, ...] = ("hardlink", "reflink", "copy")
    extras: tuple[str, ...] = ("srt", "sub", "idx", "ass", "nfo")
    minimum_free: int = 500 << 20
