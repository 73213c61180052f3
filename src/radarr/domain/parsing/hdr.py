"""Which kinds of high dynamic range the picture has."""

from radarr.domain.parsing.tokens import Words

_KINDS: dict[str, str] = {
    **dict.fromkeys(("dv", "dovi", "dolbyvision"), "DV"),
    **dict.fromkeys(("hdr10plus", "hdr10p"), "HDR10Plus"),
    "hdr10": "HDR10",
    "hdr": "HDR",
    "hlg": "HLG",
    "pq": "PQ",
    "sdr": "SDR",
}


def find_hdr(words: Words) -> tuple[str, ...]:
    """Kinds in order, each once."""
    found = (_kind(words, at) for at in range(len(words.low)))
    return tuple(dict.fromkeys(kind for kind in found if kind))


def _kind(words: Words, at: int) -> str | None:
    if words.low[at] == "hdr10" and words.after(at) == "+":
        return "HDR10Plus"
    return _KINDS.get(words.pairs[at]) or _KINDS.get(words.low[at])


def is_hdr(word: str) -> bool:
    """Whether a word in small letters is a kind of dynamic range."""
    return word in _KINDS
