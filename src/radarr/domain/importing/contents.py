"""What is in a download: the film, what belongs to it, and what else there is."""

import re
from typing import NamedTuple

from radarr.domain.importing.candidate import ImportFile, ImportRequest
from radarr.domain.importing.extensions import UNFINISHED, is_archive, is_video, split_extension

_SAMPLE = re.compile(r"(?<![a-z])samples?(?![a-z])", re.IGNORECASE)
_EXTRA_ENDING = re.compile(r"-(behindthescenes|deleted|featurette|interview|scene|short|trailer)$", re.IGNORECASE)
_HIDDEN = re.compile(r"\.[^.]")
_EXTRA_FOLDERS = frozenset(
    {
        "behind the scenes",
        "deleted scenes",
        "extrafanart",
        "extras",
        "featurettes",
        "interviews",
        "other",
        "proof",
        "scenes",
        "shorts",
        "trailers",
    }
)
_SAMPLE_BYTES = 200 << 20  # a file called sample is one up to here
_FILM_SHARE = 20  # a film is at least a twentieth of its download


class Contents(NamedTuple):
    """The wanted files, sorted out. `film` is the largest video that is neither sample nor extra."""

    files: tuple[ImportFile, ...]
    film: ImportFile | None
    videos: tuple[ImportFile, ...]
    """All videos that may be films."""
    samples: tuple[ImportFile, ...]
    archives: tuple[ImportFile, ...]
    unfinished: tuple[ImportFile, ...]


def sort_out(request: ImportRequest) -> Contents:
    """Tell the film from the rest by names and sizes alone."""
    files = tuple(file for file in request.files if file.wanted)
    videos = [file for file in files if is_video(file.name) and not _is_extra(file.name)]
    whole = max(request.expected_size, sum(file.size for file in files))
    samples = tuple(file for file in videos if _is_sample(file, request, whole))
    films = tuple(file for file in videos if file not in samples)
    likely = [file for file in films if not _EXTRA_ENDING.search(split_extension(file.name)[0])]
    return Contents(
        files=files,
        film=max(likely or films, key=lambda file: file.size, default=None),
        videos=films,
        samples=samples,
        archives=tuple(file for file in files if is_archive(file.name)),
        unfinished=tuple(file for file in files if split_extension(file.name)[1] in UNFINISHED),
    )


def _is_extra(name: str) -> bool:
    """Whether it lies in a folder of extras; the first folder bears the release's name and says nothing."""
    return any(folder.lower() in _EXTRA_FOLDERS or _HIDDEN.match(folder) for folder in name.split("/")[1:-1])


def _is_sample(file: ImportFile, request: ImportRequest, whole: int) -> bool:
    """By size, where it is too small a part of the whole; by name, unless the film itself is called so."""
    if file.size * _FILM_SHARE < whole:
        return True
    folders, _, base = file.name.rpartition("/")
    if any(_SAMPLE.fullmatch(folder) for folder in folders.split("/")[1:]):
        return True
    named = _SAMPLE.search(base) and not _SAMPLE.search(request.movie.title)
    return bool(named) and file.size <= _SAMPLE_BYTES
