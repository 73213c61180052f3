"""What TMDB sends. Any text may be empty, any value null; lists that were not asked for are missing."""

from typing import TypeVar

import msgspec

from radarr.adapters.transport.client import Answer
from radarr.ports.errors import Unavailable

T = TypeVar("T")

_NO_SUCH_FILM = frozenset({6, 34})  # no such id, no such resource


class ReleaseFields(msgspec.Struct):
    """`type`: 1 premiere, 2 limited, 3 theatrical, 4 digital, 5 physical, 6 television."""

    type: int | None = None
    release_date: str | None = None
    certification: str | None = None


class CountryFields(msgspec.Struct):
    """The releases in one country."""

    iso_3166_1: str | None = None
    release_dates: list[ReleaseFields] | None = None


class CountriesFields(msgspec.Struct):
    """`release_dates`."""

    results: list[CountryFields] | None = None


class TitleFields(msgspec.Struct):
    """An alternative title; `type` is free text."""

    title: str | None = None
    iso_3166_1: str | None = None
    type: str | None = None


class TitlesFields(msgspec.Struct):
    """`alternative_titles`."""

    titles: list[TitleFields] | None = None


class TranslatedFields(msgspec.Struct):
    """Its words; an empty title is the original one."""

    title: str | None = None
    overview: str | None = None


class TranslationFields(msgspec.Struct):
    """One translation."""

    iso_639_1: str | None = None
    iso_3166_1: str | None = None
    data: TranslatedFields | None = None


class TranslationsFields(msgspec.Struct):
    """`translations`."""

    translations: list[TranslationFields] | None = None


class ExternalFields(msgspec.Struct):
    """`external_ids`."""

    imdb_id: str | None = None


class NamedFields(msgspec.Struct):
    """Genre, company or collection. Names of genres are translated, so that only their ids say which they are."""

    id: int | None = None
    name: str | None = None


class MovieFields(msgspec.Struct):
    """A film, thin in lists (`genre_ids` for `genres`), whole from `movie/{id}`. `runtime` in minutes, 0 unknown."""

    id: int
    title: str | None = None
    original_title: str | None = None
    original_language: str | None = None
    overview: str | None = None
    release_date: str | None = None
    runtime: int | float | None = None
    status: str | None = None
    imdb_id: str | None = None
    belongs_to_collection: NamedFields | None = None
    genres: list[NamedFields] | None = None
    genre_ids: list[int] | None = None
    production_companies: list[NamedFields] | None = None
    poster_path: str | None = None
    backdrop_path: str | None = None
    vote_average: float | None = None
    vote_count: int | None = None
    popularity: float | None = None
    release_dates: CountriesFields | None = None
    alternative_titles: TitlesFields | None = None
    translations: TranslationsFields | None = None
    external_ids: ExternalFields | None = None


class Thing(msgspec.Struct):
    """Anything with an id."""

    id: int


class FoundFields(msgspec.Struct):
    """`find/{id}`: lists by kind, all empty where nothing has this id."""

    movie_results: list[Thing] | None = None
    tv_results: list[Thing] | None = None
    tv_episode_results: list[Thing] | None = None
    tv_season_results: list[Thing] | None = None


class PageFields(msgspec.Struct):
    """`search/movie`; each a film, thin."""

    results: list[msgspec.Raw] | None = None


class ErrorFields(msgspec.Struct):
    """What goes with an error; TMDB has a number of its own for each."""

    status_code: int


def decode(answer: Answer, of: type[T]) -> T:
    """The JSON of an answer, numbers also where they are texts. Raises Unavailable."""
    try:
        return msgspec.json.decode(answer.body, type=of, strict=False)
    except msgspec.ValidationError as error:  # of this film alone, it may be: TMDB itself answers well
        raise _unreadable(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise answer.blame(_unreadable(error)) from error


def decode_films(answer: Answer) -> list[MovieFields]:
    """The films of a page; one that cannot be read hides no other. Raises Unavailable where none can be."""
    films: list[MovieFields] = []
    trouble: msgspec.ValidationError | None = None
    for item in decode(answer, PageFields).results or ():
        try:
            films.append(msgspec.json.decode(item, type=MovieFields, strict=False))
        except msgspec.ValidationError as error:
            trouble = error
    if trouble and not films:
        raise _unreadable(trouble) from trouble
    return films


def is_no_such_film(answer: Answer) -> bool:
    """Whether TMDB says so itself: others that stand at its address have pages that they do not find, too."""
    try:
        return msgspec.json.decode(answer.body, type=ErrorFields).status_code in _NO_SUCH_FILM
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


def _unreadable(error: Exception) -> Unavailable:
    return Unavailable(f"TMDB's answer cannot be read ({error})", remedy="check tmdb.url; else we try again later")
