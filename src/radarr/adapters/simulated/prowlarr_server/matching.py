"""Which offers a question finds."""

import re
from collections.abc import Mapping

from radarr.adapters.simulated.prowlarr_server.state import Offer, SimulatedProwlarr, Site

_WORD = re.compile(r"[^\W_]+")
_IDS = {"imdbid": "imdbId", "tmdbid": "tmdbId"}


def found(state: SimulatedProwlarr, site: Site, query: Mapping[str, str]) -> list[Offer]:
    """Newest first. A movie search with a parameter that the indexer lacks finds nothing, and nobody says so."""
    if query.get("t") == "movie" and not _takes(site, query):
        return []
    offers = (offer for offer in state.offers.values() if offer.indexer_id == site.id)
    return sorted((offer for offer in offers if _fits(offer, query)), key=_age, reverse=True)


def _takes(site: Site, query: Mapping[str, str]) -> bool:
    needed = {spelt for param, spelt in _IDS.items() if query.get(param)} | ({"q"} if query.get("q") else set())
    return needed <= set(site.movie_params)


def _fits(offer: Offer, query: Mapping[str, str]) -> bool:
    wanted = {int(category) for category in query.get("cat", "").split(",") if category.isdecimal()}
    if wanted and not any(category in wanted or category // 1000 * 1000 in wanted for category in offer.categories):
        return False
    if imdb := query.get("imdbid"):
        return (offer.imdb_id or "").removeprefix("tt").lstrip("0") == imdb.removeprefix("tt").lstrip("0")
    if tmdb := query.get("tmdbid"):
        return str(offer.tmdb_id) == tmdb
    return _words(query.get("q", "")) <= _words(offer.title)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _age(offer: Offer) -> float:
    return offer.published_at.timestamp() if offer.published_at else 0
