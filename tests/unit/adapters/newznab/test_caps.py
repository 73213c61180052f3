"""What an indexer can do."""

import pytest

from radarr.adapters.newznab.caps import Caps, read_caps
from radarr.adapters.newznab.document import DocumentError


def _caps(movie_search: str) -> Caps:
    return read_caps(f"<caps><searching>{movie_search}</searching></caps>".encode())


def test_words_alone_are_taken_where_nothing_is_said() -> None:
    assert _caps('<movie-search available="yes" />') == Caps(
        movie_search=True, text=True, id_params=(), categories=frozenset()
    )


@pytest.mark.parametrize("text", ["", '<movie-search available="no" supportedParams="q,imdbid" />'])
def test_no_movie_search_takes_nothing(text: str) -> None:
    assert _caps(text)[:3] == (False, False, ())


def test_the_best_id_stands_first() -> None:
    assert _caps('<movie-search available="yes" supportedParams="tmdbid, q, ImdbId" />').id_params == (
        "imdbid",
        "tmdbid",
    )


def test_a_feed_is_not_caps() -> None:
    with pytest.raises(DocumentError):
        read_caps(b"<rss />")
