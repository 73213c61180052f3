"""A film as TMDB's API writes it: what is unknown is "", 0, null or an empty list, each where TMDB has it so."""

from datetime import date
from typing import Any

from radarr.domain.languages import by_name
from radarr.ports.metadata import FilmRelease, MovieDetails, ReleaseKind

_NUMBERS = {
    ReleaseKind.PREMIERE: 1,
    ReleaseKind.LIMITED: 2,
    ReleaseKind.THEATRICAL: 3,
    ReleaseKind.DIGITAL: 4,
    ReleaseKind.PHYSICAL: 5,
    ReleaseKind.TELEVISION: 6,
}
_STATUS = {"announced": "In Production", "tba": "Rumored", "released": "Released"}
_GENRES = {
    "Action": 28,
    "Adventure": 12,
    "Animation": 16,
    "Comedy": 35,
    "Crime": 80,
    "Documentary": 99,
    "Drama": 18,
    "Family": 10751,
    "Fantasy": 14,
    "History": 36,
    "Horror": 27,
    "Music": 10402,
    "Mystery": 9648,
    "Romance": 10749,
    "Science Fiction": 878,
    "TV Movie": 10770,
    "Thriller": 53,
    "War": 10752,
    "Western": 37,
}


def thin(movie: MovieDetails) -> dict[str, Any]:
    """As in lists."""
    return {**_common(movie), "genre_ids": [_GENRES[genre] for genre in movie.genres]}


def whole(movie: MovieDetails) -> dict[str, Any]:
    """As by its id, nothing appended."""
    collection = movie.collection
    return {
        **_common(movie),
        "belongs_to_collection": collection
        and {
            "id": collection.tmdb_id,
            "name": collection.name,
            "poster_path": "/collection.jpg",
            "backdrop_path": None,
        },
        "budget": 0,
        "genres": [{"id": _GENRES[genre], "name": genre} for genre in movie.genres],
        "homepage": "",
        "imdb_id": movie.imdb_id,
        "origin_country": [],
        "production_companies": [{"id": 701, "logo_path": None, "name": movie.studio, "origin_country": ""}]
        if movie.studio
        else [],
        "production_countries": [],
        "revenue": 0,
        "runtime": movie.runtime,
        "spoken_languages": [],
        "status": _STATUS.get(movie.status.lower(), ""),
        "tagline": "",
    }


def extras(movie: MovieDetails) -> dict[str, Any]:
    """What can be appended, by name."""
    return {
        "release_dates": {"results": _countries(movie)},
        "alternative_titles": {"titles": _titles(movie)},
        "translations": {"translations": _translations(movie)},
        "external_ids": {"imdb_id": movie.imdb_id, "wikidata_id": "", "facebook_id": None},
    }


def _common(movie: MovieDetails) -> dict[str, Any]:
    language = by_name(movie.original_language) if movie.original_language else None
    first = _first(movie)
    rating = next((rating for rating in movie.ratings if rating.source == "tmdb"), None)
    return {
        "adult": False,
        "backdrop_path": _path(movie.backdrop),
        "id": movie.tmdb_id,
        "original_language": language.code if language else "xx",
        "original_title": movie.original_title or movie.title,
        "overview": movie.overview,
        "popularity": movie.popularity,
        "poster_path": _path(movie.poster),
        "release_date": first.isoformat() if first else "",
        "title": movie.title,
        "video": False,
        "vote_average": rating.value if rating else 0.0,
        "vote_count": rating.votes if rating else 0,
    }


def _first(movie: MovieDetails) -> date | None:
    days = [release.day for release in _releases(movie) if not movie.year or release.day.year == movie.year]
    return min(days, default=date(movie.year, 1, 1) if movie.year else None)


def _path(address: str) -> str | None:
    return f"/{address.rpartition('/')[2]}" if address else None


def _releases(movie: MovieDetails) -> tuple[FilmRelease, ...]:
    """Those of a film that has but single dates are American."""
    days = (
        (movie.in_cinemas, ReleaseKind.THEATRICAL),
        (movie.digital_release, ReleaseKind.DIGITAL),
        (movie.physical_release, ReleaseKind.PHYSICAL),
    )
    return movie.releases or tuple(FilmRelease(day, kind, "US") for day, kind in days if day)


def _countries(movie: MovieDetails) -> list[dict[str, Any]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for release in _releases(movie):
        one = {
            "certification": release.certification,
            "descriptors": [],
            "iso_639_1": "",
            "note": "",
            "release_date": f"{release.day.isoformat()}T00:00:00.000Z",
            "type": _NUMBERS[release.kind],
        }
        found.setdefault(release.country, []).append(one)
    return [{"iso_3166_1": country, "release_dates": found[country]} for country in sorted(found)]


def _titles(movie: MovieDetails) -> list[dict[str, Any]]:
    """Those of a film that has but bare titles are American."""
    bare = () if movie.alternative_titles or movie.translations else movie.titles
    return [
        *({"iso_3166_1": item.country, "title": item.title, "type": item.kind} for item in movie.alternative_titles),
        *({"iso_3166_1": "US", "title": title, "type": ""} for title in bare),
    ]


def _translations(movie: MovieDetails) -> list[dict[str, Any]]:
    """The title that a film has in its own language is left empty."""
    return [
        {
            "iso_3166_1": item.country,
            "iso_639_1": item.code,
            "name": "",
            "english_name": item.language,
            "data": {
                "homepage": "",
                "overview": item.overview,
                "runtime": 0,
                "tagline": "",
                "title": "" if item.title == movie.original_title else item.title,
            },
        }
        for item in movie.translations
    ]
