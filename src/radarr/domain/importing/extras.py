"""What comes along with a film: subtitles and the like."""

import unicodedata
from collections import Counter
from typing import NamedTuple

from radarr.domain.importing.candidate import ImportFile
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.extensions import split_extension
from radarr.domain.importing.marks import subtitle_marks
from radarr.domain.importing.places import unsafe

MAX_EXTRAS = 100
_ALONE = frozenset({"nfo"})  # one is enough


class Extra(NamedTuple):
    """A file that follows the film; its name is the film's with `suffix`, as in `.en.srt`."""

    file: ImportFile
    suffix: str


def choose_extras(contents: Contents, film: ImportFile, extensions: tuple[str, ...]) -> tuple[Extra, ...]:
    """Those whose names begin like the film's; all, where it is the only film."""
    film_stem = _plain(split_extension(film.name)[0])
    wanted = frozenset(extension.lower().lstrip(".") for extension in extensions)
    extras: list[Extra] = []
    counts: Counter[str] = Counter()
    for file in sorted(contents.files, key=lambda file: _rank(file, film_stem)):
        stem, extension = split_extension(file.name)
        belongs = len(contents.videos) == 1 or _plain(stem).startswith(film_stem)
        if file == film or extension not in wanted or not belongs or unsafe(file.name):
            continue
        marks = "" if extension in _ALONE else subtitle_marks(file.name, split_extension(film.name)[0])
        suffix = f"{marks}.{extension}"
        counts[suffix] += 1
        if counts[suffix] > 1 and extension in _ALONE:
            continue
        extras.append(Extra(file, suffix if counts[suffix] == 1 else f".{counts[suffix]}{suffix}"))
    return tuple(extras[:MAX_EXTRAS])


def _rank(file: ImportFile, film_stem: str) -> tuple[bool, str]:
    """Those that bear the film's name first: they get the plain names."""
    return not _plain(split_extension(file.name)[0]).startswith(film_stem), file.name


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
