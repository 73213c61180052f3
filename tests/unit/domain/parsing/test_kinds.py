"""Kinds of words are bits that may be set in vain, and are never missing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.parsing.audio import find_audio
from radarr.domain.parsing.codec import find_codec
from radarr.domain.parsing.edition import find_edition
from radarr.domain.parsing.hdr import find_hdr
from radarr.domain.parsing.languages import find_languages
from radarr.domain.parsing.modifier import is_disc, is_raw_hd, is_remux
from radarr.domain.parsing.part import find_part
from radarr.domain.parsing.revision import find_revision
from radarr.domain.parsing.source import find_source
from radarr.domain.parsing.stereo import find_stereo
from radarr.domain.parsing.subtitles import find_hardcoded_subs
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.parsing.vocabulary import PAIRS
from radarr.domain.parsing.words import Words

_FINDERS = (
    *(find_audio, find_codec, find_edition, find_hdr, find_languages, find_source, find_hardcoded_subs),
    *(find_revision, find_stereo, find_part, is_disc, is_raw_hd, is_remux),
)
_PARTS = ("WEB", "DL", "Blu", "Ray", "H", "264", "Tide", "2008", "x")
_JOINTS = (" ", ".", "-", "  ", " - ", ". ")
_WORDS = """
3D H-SBS Half-OU SBS CD1 part.2 \u7b80\u4f53\u5b57\u5e55
BluRay Blu-ray WEB WEB-DL BD 1080p x264 AVC H.264 DTS-HD DD+5.1 DD+ 7.1 HDR10+ Dolby.Vision German DL ML Remux ISO
KORSUB HC subbed REPACK2 RE-PACK PROPER REAL v2 01v2 2019 Directors.Cut Director's Director\u2019s Open.Matte IMAX
Extended Ultimate Recut 25th Anniversary Edition Final.Cut non- raw-hd MPEG-2 HDTV VFF CZ PL-SUB Tide the.bee
"""


@given(st.lists(st.sampled_from(_WORDS.split()) | st.text(max_size=8), max_size=12), st.sampled_from(" .-"))
def test_a_bit_that_is_missing_hides_nothing(pieces: list[str], joint: str) -> None:
    words = tokenise(joint.join(pieces))
    every = Words(
        words.text,
        words.spaced,
        words.low,
        words.pairs,
        -1,
        dict.fromkeys(range(len(words.low)), -1),
        words.starts,
    )
    assert [find(words) for find in _FINDERS] == [find(every) for find in _FINDERS]


@pytest.mark.parametrize(
    ("glued", "apart"), [("BD1080p", ["bd", "1080p"]), ("WebDL720p", ["webdl", "720p"]), ("abc1080p", ["abc1080p"])]
)
def test_a_resolution_glued_to_a_source_is_a_word_of_its_own(glued: str, apart: list[str]) -> None:
    assert tokenise(f"Tide {glued} x264").low == ["tide", *apart, "x264"]


@given(st.text(max_size=60) | st.text("aB1.- _['\u2019\u0130\u00c9", max_size=20))
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    words = tokenise(text)
    assert [len(word) for word in words.words] == [len(low) for low in words.low]
    assert [word.lower() for word in words.words] == [low.lower() for low in words.low]
    assert len(words.pairs) == len(words.starts) == len(words.low)


@given(st.text("aB1.- _[x26p4", max_size=40))
def test_plain_names_are_cut_like_any(text: str) -> None:
    assert tokenise(text).low == tokenise(f"{text} \u00e9").low[:-1]


@given(st.lists(st.tuples(st.sampled_from(_PARTS), st.sampled_from(_JOINTS))))
def test_a_pair_is_two_words_that_one_sign_parts(pieces: list[tuple[str, str]]) -> None:
    words = tokenise("".join(word + joint for word, joint in pieces))
    expected = [""] * len(pieces)
    for at, ((word, joint), (following, _)) in enumerate(itertools.pairwise(pieces)):
        pair = (word + following).lower()
        expected[at] = pair if len(joint) == 1 and pair in PAIRS else ""
    assert words.pairs == expected
