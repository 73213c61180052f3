"""The group that the words of a name tell at once is the one that is found in the whole text."""

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.parsing.group import find_group
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.parsing.words_group import find_words_group

_PIECES = """
Tide 2008 1080p WEB DL WEB-DL webrip BluRay x264 h.264 DTS HD MA 5.1 ITA ENG German KORSUB SoftSubs S01 S01E01 [GRP]
(GRP) GRP SEA SCP 2223 1234 ABCDEF01 hqmux D-Z0N3 E.N.D -ZR- YIFY bit 10 x [x]. .abc {tmdb-1}
site.example \u00e9t\u00e9 BD1080p
"""
_NAMES = st.lists(st.sampled_from([*_PIECES.split(), ".", "-", " ", "_", "--", "[", "]", ")", "'"]), max_size=9)


@given(_NAMES, st.sampled_from(("", ".", "-", " ")), st.integers(0, 12), st.sampled_from(("", "-GRP", "WEB-DL.x264")))
def test_words_tell_the_group_that_the_text_tells(pieces: list[str], joint: str, tail: int, end: str) -> None:
    words = tokenise(joint.join(pieces) + end)
    if words.low:
        assert find_words_group(words, tail) == find_group(words.text, tail)
