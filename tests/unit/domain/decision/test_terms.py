"""Terms of release profiles, as people write them."""

import pytest

from radarr.domain.decision.terms import PatternError, read_term

NAME = "Sintel.2010.1080p.BluRay.x264-GRP"


@pytest.mark.parametrize(
    ("term", "found"),
    [
        pytest.param("bluray", True, id="in any case"),
        pytest.param("2010.1080p", True, id="a part of it"),
        pytest.param("1080p BluRay", False, id="a space is no dot"),
        pytest.param("B.uRay", False, id="a dot is a dot"),
        pytest.param("/B.uRay/", True, id="a pattern"),
        pytest.param("/b.uray/", False, id="which minds case"),
        pytest.param("/b.uray/i", True, id="unless it shall not"),
        pytest.param("/b . u ray/ix", True, id="spaces that mean nothing"),
        pytest.param("/^Sintel.*GRP$/", True, id="from end to end"),
        pytest.param("1/2", False, id="a slash in it"),
        pytest.param("//", False, id="two slashes are text"),
    ],
)
def test_a_term_is_found_in_a_name(term: str, *, found: bool) -> None:
    assert read_term(term).matches(NAME) == found


@pytest.mark.parametrize("term", ["/(/", "/[/i", "/a**/"])
def test_a_pattern_that_is_none_is_told(term: str) -> None:
    with pytest.raises(PatternError):
        read_term(term)
