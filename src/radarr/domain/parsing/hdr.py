"""Which kinds of high dynamic range the picture has."""

from radarr.domain.parsing.kinds import HDR
from radarr.domain.parsing.words import Words

KINDS: dict[str, str] = {
    **dict.fromkeys(("dv", "dovi", "dolbyvision"), "DV"),
    **dict.fromkeys(("hdr10plus", "hdr10p"), "HDR10Plus"),
    "hdr10": "HDR10",
    "hdr": "HDR",
    "hlg": "HLG",
    "pq": "PQ",
    "sdr": "SDR",
}


def find_hdr(words: Words, first: int = 0) -> tuple[str, ...]:
    """Kinds in order at or behind a word, each once."""
    if not words.kinds & HDR:
        return ()
    if HDR in words.alone:
        at = words.alone[HDR]
        kind = _kind(words, at) if at >= first else None
        return (kind,) if kind else ()
    found = [_kind(words, at) for at, kind in words.told.items() if kind & HDR and at >= first]
    return tuple(dict.fromkeys([kind for kind in found if kind]))


def _kind(words: Words, at: int) -> str | None:
    if words.low[at] == "hdr10" and words.after(at) == "+":
        return "HDR10Plus"
    return KINDS.get(words.pairs[at]) or KINDS.get(words.low[at])
