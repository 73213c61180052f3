"""A film as v3 shows it: its slot `main`."""

import posixpath
from collections.abc import Mapping

import msgspec
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import Context
from radarr.adapters.http.v3.film_shape import (
    CollectionShape,
    Cover,
    RatingShape,
    collection,
    covers,
    day,
    ratings,
    status,
)
from radarr.adapters.http.v3.media_shape import MediaInfoShape, media_shape
from radarr.adapters.http.v3.quality import Language, QualityModel, language, languages, quality_model
from radarr.adapters.http.wire import Shape, given, instant
from radarr.domain.decision.availability import is_available
from radarr.domain.movie import MAIN_SLOT, Movie, MovieFile, RootFolder
from radarr.domain.titles import clean_title, sort_title
from radarr.ports.metadata import FilmSummary

_AVAILABILITY = {"tba": "tba", "announced": "announced", "in_cinemas": "inCinemas", "released": "released"}
_NEVER = "0001-01-01T00:00:00Z"  # Radarr's, of a film that was not added
NO_SUMMARY = FilmSummary()


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
    custom_formats: list[dict[str, object]]
    custom_format_score: int
    quality_cutoff_not_met: bool
    media_info: MediaInfoShape | UnsetType


class StatisticsShape(Shape, kw_only=True):
    """What there is of a film on the disk."""

    movie_file_count: int
    size_on_disk: int
    release_groups: list[str]


class MovieShape(Shape, kw_only=True):
    """A film. One that is not in the library has no id: clients take any, even 0, as a sign that it is."""

    id: int | UnsetType = UNSET
    title: str
    original_title: str
    original_language: Language
    alternate_titles: list[dict[str, str]]
    secondary_year: int | UnsetType
    sort_title: str
    clean_title: str
    title_slug: str
    size_on_disk: int = 0
    status: str
    overview: str
    in_cinemas: str | UnsetType
    physical_release: str | UnsetType
    digital_release: str | UnsetType
    images: list[Cover]
    remote_poster: str | UnsetType
    genres: list[str]
    keywords: list[str] = []
    tags: list[int] = []
    ratings: dict[str, RatingShape]
    popularity: float
    certification: str | UnsetType
    studio: str
    collection: CollectionShape | UnsetType
    year: int
    path: str | UnsetType = UNSET
    folder: str
    folder_name: str = ""
    root_folder_path: str | UnsetType = UNSET
    quality_profile_id: int = 0
    has_file: bool = False
    movie_file_id: int = 0
    monitored: bool = False
    minimum_availability: str
    is_available: bool
    runtime: int
    imdb_id: str | UnsetType
    tmdb_id: int
    added: str | UnsetType = _NEVER
    last_search_time: str | UnsetType = UNSET
    movie_file: MovieFileShape | UnsetType = UNSET
    statistics: StatisticsShape | UnsetType = UNSET


def movie_shape(
    movie: Movie, context: Context, roots: Mapping[int, RootFolder], summary: FilmSummary = NO_SUMMARY
) -> MovieShape:
    """A film of the library and its main file."""
    slot = movie.slot(MAIN_SLOT) or movie.slots[0]
    root = roots[slot.root_id].path if slot.root_id in roots else ""
    profile = context.profiles.get(slot.profile)
    file = slot.file
    path = posixpath.join(root, slot.folder) if slot.folder else posixpath.join(root, str(movie))
    return msgspec.structs.replace(
        film_shape(movie, context, summary, profile.minimum_availability if profile else "released"),
        id=movie.id,
        size_on_disk=file.size if file else 0,
        path=path,
        folder_name=path,
        root_folder_path=root,
        quality_profile_id=context.profile_id(slot.profile),
        has_file=file is not None,
        movie_file_id=file.id if file else 0,
        monitored=slot.monitored,
        added=instant(movie.added_at),
        last_search_time=instant(slot.searched_at),
        movie_file=_file_shape(movie, file, root, context) if file else UNSET,
        statistics=_statistics(file),
    )


def film_shape(movie: Movie, context: Context, summary: FilmSummary, minimum: str = "released") -> MovieShape:
    """What is known of a film, whether the library has it or not."""
    now = context.clock.now()
    return MovieShape(
        title=movie.title,
        original_title=movie.original_title or movie.title,
        original_language=language(movie.original_language),
        alternate_titles=[{"title": title, "sourceType": "tmdb"} for title in movie.titles],
        secondary_year=given(movie.secondary_year),
        sort_title=sort_title(movie.title),
        clean_title=clean_title(movie.title),
        title_slug=str(movie.tmdb_id),
        status=status(movie, now.date()),
        overview=movie.overview,
        in_cinemas=day(movie.in_cinemas),
        physical_release=day(movie.physical_release),
        digital_release=day(movie.digital_release),
        images=covers(summary.poster, summary.backdrop),
        remote_poster=summary.poster or UNSET,
        genres=list(summary.genres),
        ratings=ratings(summary.ratings),
        popularity=summary.popularity,
        certification=summary.certification or UNSET,
        studio=summary.studio,
        collection=collection(summary.collection),
        year=movie.year,
        folder=str(movie),
        minimum_availability=_AVAILABILITY[minimum],
        is_available=is_available(movie, minimum, now),
        runtime=movie.runtime,
        imdb_id=given(movie.imdb_id),
        tmdb_id=movie.tmdb_id,
    )


def _statistics(file: MovieFile | None) -> StatisticsShape:
    groups = [file.group] if file and file.group else []
    return StatisticsShape(
        movie_file_count=int(bool(file)), size_on_disk=file.size if file else 0, release_groups=groups
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
        custom_formats=context.format_refs(file.formats),
        custom_format_score=file.score,
        quality_cutoff_not_met=bool(profile and profile.rank(file.quality) < profile.cutoff_rank),
        media_info=media_shape(file.measured, file.scene_name) if file.measured else UNSET,
    )
