"""A film as v3 shows it: its slot `main`."""

import posixpath
from collections.abc import Mapping

from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import Context
from radarr.adapters.http.v3.quality import Language, QualityModel, language, languages, quality_model
from radarr.adapters.http.wire import Shape, given, instant
from radarr.domain.decision.availability import is_available
from radarr.domain.movie import MAIN_SLOT, Movie, MovieFile, RootFolder
from radarr.domain.titles import clean_title

_AVAILABILITY = {"tba": "tba", "announced": "announced", "in_cinemas": "inCinemas", "released": "released"}


class MovieFileShape(Shape, kw_only=True):
    """A film's file."""

    id: int
    movie_id: int
    relative_path: str
    path: str
    size: int
    date_added: str | UnsetType
    scene_name: str
    release_group: str | UnsetType
    edition: str
    languages: list[Language]
    quality: QualityModel
    custom_format_score: int
    quality_cutoff_not_met: bool


class MovieShape(Shape, kw_only=True):
    """A film."""

    id: int
    title: str
    original_title: str
    original_language: Language
    alternate_titles: list[dict[str, str]]
    sort_title: str
    clean_title: str
    title_slug: str
    size_on_disk: int
    status: str
    overview: str
    in_cinemas: str | UnsetType
    physical_release: str | UnsetType
    digital_release: str | UnsetType
    images: list[object] = []
    genres: list[str] = []
    tags: list[int] = []
    ratings: dict[str, object] = {}
    year: int
    path: str
    folder_name: str
    root_folder_path: str
    quality_profile_id: int
    has_file: bool
    movie_file_id: int
    monitored: bool
    minimum_availability: str
    is_available: bool
    runtime: int
    imdb_id: str | UnsetType
    tmdb_id: int
    added: str | UnsetType
    last_search_time: str | UnsetType
    movie_file: MovieFileShape | UnsetType = UNSET


def movie_shape(movie: Movie, context: Context, roots: Mapping[int, RootFolder]) -> MovieShape:
    """A film and its main file."""
    slot = movie.slot(MAIN_SLOT) or movie.slots[0]
    root = roots[slot.root_id].path if slot.root_id in roots else ""
    profile = context.profiles.get(slot.profile)
    minimum = profile.minimum_availability if profile else "released"
    file = slot.file
    path = posixpath.join(root, slot.folder) if slot.folder else posixpath.join(root, str(movie))
    return MovieShape(
        id=movie.id,
        title=movie.title,
        original_title=movie.original_title or movie.title,
        original_language=language(movie.original_language),
        alternate_titles=[{"title": title, "sourceType": "tmdb"} for title in movie.titles],
        sort_title=movie.title.casefold(),
        clean_title=clean_title(movie.title),
        title_slug=str(movie.tmdb_id),
        size_on_disk=file.size if file else 0,
        status=movie.status or "released",
        overview=movie.overview,
        in_cinemas=f"{movie.in_cinemas}T00:00:00Z" if movie.in_cinemas else UNSET,
        physical_release=f"{movie.physical_release}T00:00:00Z" if movie.physical_release else UNSET,
        digital_release=f"{movie.digital_release}T00:00:00Z" if movie.digital_release else UNSET,
        year=movie.year,
        path=path,
        folder_name=path,
        root_folder_path=root,
        quality_profile_id=context.profile_id(slot.profile),
        has_file=file is not None,
        movie_file_id=file.id if file else 0,
        monitored=slot.monitored,
        minimum_availability=_AVAILABILITY[minimum],
        is_available=is_available(movie, minimum, context.clock.now()),
        runtime=movie.runtime,
        imdb_id=given(movie.imdb_id),
        tmdb_id=movie.tmdb_id,
        added=instant(movie.added_at),
        last_search_time=instant(slot.searched_at),
        movie_file=_file_shape(movie, file, root, context) if file else UNSET,
    )


def _file_shape(movie: Movie, file: MovieFile, root: str, context: Context) -> MovieFileShape:
    slot = movie.slot(MAIN_SLOT) or movie.slots[0]
    profile = context.profiles.get(slot.profile)
    return MovieFileShape(
        id=file.id,
        movie_id=movie.id,
        relative_path=posixpath.basename(file.path),
        path=posixpath.join(root, file.path),
        size=file.size,
        date_added=instant(file.added_at),
        scene_name=file.scene_name,
        release_group=given(file.group),
        edition=file.edition,
        languages=languages(file.languages),
        quality=quality_model(file.quality, file.revision),
        custom_format_score=file.score,
        quality_cutoff_not_met=bool(profile and profile.rank(file.quality) < profile.cutoff_rank),
    )
