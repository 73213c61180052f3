"""What a film of TMDB is called, all over the world."""

from collections.abc import Iterable, Iterator

from radarr.adapters.tmdb.wire import MovieFields
from radarr.domain.languages import by_iso
from radarr.domain.titles import clean_title
from radarr.ports.metadata import AlternativeTitle, Translation

_MOST = 100  # blockbusters have twice as many; each is a key in memory, for every film of the library
_LONGEST = 200  # characters: what is longer describes the film
_OWN_CODES = {"cn": "zh", "sh": "sr", "mo": "ro"}  # TMDB's Cantonese, and codes that ISO gave up


def text_of(text: str | None) -> str:
    """Without white space around it, nor NUL, which PostgreSQL refuses; null is no text."""
    return (text or "").replace("\0", "").strip()


def language_of(code: str, country: str = "") -> str:
    """The English name of a language, "" where it is unknown."""
    iso = _OWN_CODES.get(code.lower(), code)
    language = by_iso(f"{iso}-{country}" if country else iso) if iso else None
    return language.name if language else ""


def alternative_titles(fields: MovieFields) -> tuple[AlternativeTitle, ...]:
    """In TMDB's order, each once."""
    stated = (fields.alternative_titles.titles if fields.alternative_titles else None) or ()
    found = (
        AlternativeTitle(text_of(item.title), text_of(item.iso_3166_1).upper(), text_of(item.type)) for item in stated
    )
    return tuple(dict.fromkeys(title for title in found if title.title))


def translations(fields: MovieFields) -> tuple[Translation, ...]:
    """Those that say anything. An empty title in the language of the film is the original one, else it is missing."""
    stated = (fields.translations.translations if fields.translations else None) or ()
    original, spoken = text_of(fields.original_title), text_of(fields.original_language).lower()
    found: list[Translation] = []
    for item in stated:
        code, country = text_of(item.iso_639_1).lower(), text_of(item.iso_3166_1).upper()
        title = text_of(item.data.title if item.data else "") or (original if code and code == spoken else "")
        overview = text_of(item.data.overview if item.data else "")
        if title or overview:
            found.append(Translation(title, language_of(code, country), code, country, overview))
    return tuple(found)


def further(known: Iterable[str], *found: Iterable[str]) -> tuple[str, ...]:
    """Titles beside those known, at most so many, no two of one key: the first of each kind, then the second ..."""
    keys = {clean_title(title): "" for title in known if title}
    own = len(keys)
    for title in _in_turn(*found):
        if title and len(title) <= _LONGEST:
            keys.setdefault(clean_title(title), title)
        if len(keys) >= own + _MOST:
            break
    return tuple(keys.values())[own:]


def _in_turn(*kinds: Iterable[str]) -> Iterator[str]:
    """So that none crowds out the other: either may hold what the film is called where a release comes from."""
    left = [iter(kind) for kind in kinds]
    while left:
        for kind in tuple(left):
            title = next(kind, None)
            if title is None:
                left.remove(kind)
            else:
                yield title
