"""How the picture is coded."""

from radarr.domain.parsing.kinds import CODEC
from radarr.domain.parsing.words import Words

CODECS: dict[str, str] = {
    **dict.fromkeys(("x264", "h264", "avc", "avchd"), "h264"),
    **dict.fromkeys(("x265", "h265", "hevc"), "h265"),
    **dict.fromkeys(("x266", "h266", "vvc"), "h266"),
    **dict.fromkeys(("xvid", "divx", "divx5", "divx6", "mpeg4"), "mpeg4"),
    **dict.fromkeys(("mpeg2", "mpg2"), "mpeg2"),
    **dict.fromkeys(("vc1", "wmv", "wmv9"), "vc1"),
    "av1": "av1",
    "vp9": "vp9",
    "mvc": "mvc",
}


def find_codec(words: Words, first: int = 0) -> str:
    """The first codec told at or behind a word, by one name for encoders and standards alike; "" where none is."""
    if CODEC in words.alone:
        at = words.alone[CODEC]
        return (CODECS.get(words.pairs[at]) or CODECS.get(words.low[at], "")) if at >= first else ""
    if words.kinds & CODEC:
        for at, kind in words.told.items():
            if kind & CODEC and at >= first and (codec := CODECS.get(words.pairs[at]) or CODECS.get(words.low[at])):
                return codec
    return ""
