"""The law of plain titles."""

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.parsing import parse

WORDS = st.lists(st.sampled_from(["Harbour", "Glass", "Road", "Winter", "Orchard", "Bell"]), min_size=1, max_size=5)


@given(WORDS, st.integers(1800, 2099), st.sampled_from([".", " ", "_"]))
def test_a_plain_title_comes_back_whatever_parts_its_words(words: list[str], year: int, separator: str) -> None:
    parsed = parse(separator.join([*words, str(year), "1080p", "WEB-DL", "x264-OAK"]))
    assert parsed is not None
    assert (parsed.title, parsed.year) == (" ".join(words), year)
