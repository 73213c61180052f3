"""What an indexer can do: the answer to t=caps."""

from typing import NamedTuple

from radarr.adapters.newznab.document import DEFAULT_LIMIT, number, read_document

ID_PARAMS = ("imdbid", "tmdbid")
"""The ids that we can ask for, best first."""


class Caps(NamedTuple):
    """`id_params` are the ids that its movie search takes, best first; `text` whether that takes words."""

    movie_search: bool
    text: bool
    id_params: tuple[str, ...]
    categories: frozenset[int]


def read_caps(data: bytes, *, limit: int = DEFAULT_LIMIT) -> Caps:
    """Read a caps document. Raises DocumentError, ReportedError."""
    root = read_document(data, root="caps", limit=limit)
    search = root.find("searching/movie-search")
    available = search is not None and search.get("available") == "yes"
    params = _params(search.get("supportedParams", "q")) if search is not None and available else frozenset()
    listed = (number(element.get("id")) for name in ("category", "subcat") for element in root.iter(name))
    return Caps(
        movie_search=available,
        text="q" in params,
        id_params=tuple(param for param in ID_PARAMS if param in params),
        categories=frozenset(category for category in listed if category is not None),
    )


def _params(text: str) -> frozenset[str]:
    return frozenset(param.strip().lower() for param in text.split(","))
