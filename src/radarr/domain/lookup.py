"""What a person types to find a film."""

import re
from typing import NamedTuple

from radarr.domain.imdb import normalise_imdb

_LONGEST = 200  # characters: what is longer is no title
_LARGEST = 2**31 - 1  # ids of TMDB are at seven digits
_STATED = re.compile(r"(tmdb|imdb)(?:id)? ?: ?(\w+)", re.IGNORECASE | re.ASCII)
_TMDB_PAGE = re.compile(r"\bthemoviedb\.org/movie/(\d{1,10})(?!\d)", re.IGNORECASE | re.ASCII)
_IMDB_PAGE = re.compile(r"\bimdb\.com/(?:[a-z-]{2,6}/)?title/(tt\d{7,12})(?!\d)", re.IGNORECASE | re.ASCII)
_IMDB_ID = re.compile(r"tt\d{7,12}", re.IGNORECASE | re.ASCII)
_YEAR = re.compile(r"[ (\[]((?:18|19|20)\d\d)[)\]]?", re.ASCII)
_YEAR_PLACE = 6  # characters of "(1999)"


class LookupTerm(NamedTuple):
    """One of: an id, or a title with the year behind it, 0 none (it may be a part of the title all the same)."""

    text: str = ""
    year: int = 0
    tmdb_id: int | None = None
    imdb_id: str | None = None


def read_term(term: str) -> LookupTerm:
    """`tmdb:603`, `imdb:tt0133093`, the address of a page of either, an IMDb id alone, or a title."""
    text = " ".join(term.split())[:_LONGEST]
    return _by_id(text) or _by_title(text)


def _by_id(text: str) -> LookupTerm | None:
    if stated := _STATED.fullmatch(text):
        return _of(stated[1].lower(), stated[2])
    if page := _TMDB_PAGE.search(text):
        return _of("tmdb", page[1])
    if page := _IMDB_PAGE.search(text) or _IMDB_ID.fullmatch(text):
        return _of("imdb", page[page.re.groups])
    return None


def _of(kind: str, stated: str) -> LookupTerm | None:
    if kind == "imdb":
        imdb_id = normalise_imdb(stated)
        return LookupTerm(imdb_id=imdb_id) if imdb_id else None
    number = int(stated) if stated.isdecimal() and len(stated) <= len(str(_LARGEST)) else 0
    return LookupTerm(tmdb_id=number) if 0 < number <= _LARGEST else None


def _by_title(text: str) -> LookupTerm:
    for length in (_YEAR_PLACE, _YEAR_PLACE - 1):
        title, behind = text[:-length].rstrip(" ([,"), text[-length:]
        if title and (year := _YEAR.fullmatch(behind)):
            return LookupTerm(text=title, year=int(year[1]))
    return LookupTerm(text=text)
