"""What a custom format sees of a release, or of the file that came of it."""

from collections.abc import Iterable
from typing import NamedTuple

from radarr.domain.quality import Modifier, Source

FLAGS: dict[str, int] = {
    "freeleech": 1,
    "halfleech": 2,
    "doubleupload": 4,
    "golden": 8,
    "approved": 16,
    "internal": 32,
    "scene": 128,
    "freeleech75": 256,
    "freeleech25": 512,
    "nuked": 2048,
}
"""An indexer's flags by the bit that formats know them by."""


class FormatInputs(NamedTuple):
    """Frozen when a release is grabbed, and the same for the file that came of it, so that scores do not drift.

    `title` is the release's name with a placeholder for the film's title and without a file's extension; None where
    there is none, as for the other texts. `languages` are Radarr's names, `flags` bits as in `FLAGS`, `resolution`
    lines, `size` bytes; 0 is unknown.
    """

    title: str | None
    file_name: str | None = None
    edition: str | None = None
    group: str | None = None
    languages: tuple[str, ...] = ()
    original_language: str | None = None
    """What the film was shot in."""
    flags: int = 0
    source: Source = Source.UNKNOWN
    resolution: int = 0
    modifier: Modifier = Modifier.NONE
    size: int = 0
    year: int = 0


def flag_bits(names: Iterable[str]) -> int:
    """The bits of a release's flags; names that formats do not know count for nothing."""
    return sum(FLAGS.get(name, 0) for name in set(names))
