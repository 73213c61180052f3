"""Names that are made to be slow to read."""

import time

from radarr.domain.parsing import parse

_PIECES = (
    *("1999.", "(2019)", "[a].2010.", "[a", "(", "()", " ", ".", "..", "-a", "a.", "a b.c ", "1", "a'", "é国 "),
    *("german.", "ENG-", "Extended.", "Director's ", "WEB-DL.", "remux-", "DD+5.1 ", "v2.", "REPACK", "BD1080p."),
    *(" aka ", ".a.k.a.", " / ", "www.a", "a.com-", "tt123456 ", "tmdb-1", ".zip", "[rarbg]", "-Obfuscated"),
)
_FRAMES = (("", ""), ("Tide.2008.", "-GRP"), ("[Koi] ", "[ABCDEF01]"), ("Tide", ".2008.x264]"))
_ATTEMPTS = 5


def names(length: int) -> list[str]:
    """One name for each shape."""
    fills = [(front, piece * length, end) for piece in _PIECES for front, end in _FRAMES]
    return [front + fill[: length - len(front) - len(end)] + end for front, fill, end in fills]


def seconds(name: str) -> float:
    """CPU time of one look at a name, the least of some."""
    taken = []
    for _ in range(_ATTEMPTS):
        begun = time.process_time()
        parse(name)
        taken.append(time.process_time() - begun)
    return min(taken)
