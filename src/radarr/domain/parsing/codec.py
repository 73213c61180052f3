"""How the picture is coded."""

from radarr.domain.parsing.tokens import Words

_CODECS: dict[str, str] = {
    **dict.fromkeys(("x264", "h264", "avc", "avchd"), "h264"),
    **dict.fromkeys(("x265", "h265", "hevc"), "h265"),
    **dict.fromkeys(("x266", "h266", "vvc"), "h266"),
    **dict.fromkeys(("xvid", "divx", "divx5"), "mpeg4"),
    **dict.fromkeys(("mpeg2", "mpg2"), "mpeg2"),
    **dict.fromkeys(("vc1", "wmv"), "vc1"),
    "av1": "av1",
    "vp9": "vp9",
    "mvc": "mvc",
}


def find_codec(words: Words) -> str:
    """The first codec told, by one name for encoders and standards alike; "" where none is."""
    for word, pair in zip(words.low, words.pairs, strict=True):
        found = _CODECS.get(pair) or _CODECS.get(word)
        if found:
            return found
    return ""


def is_codec(word: str) -> bool:
    """Whether a word in small letters is a codec of pictures."""
    return word in _CODECS
