"""How the sound is coded, and in how many channels."""

from radarr.domain.parsing.kinds import AUDIO, CHANNELS
from radarr.domain.parsing.words import Words

_SPELLINGS: dict[str, str] = {
    "TrueHD": "truehd dolbytruehd",
    "Atmos": "atmos",
    "DTS-HD MA": "dtshd dtshdma dtsma",
    "DTS-HD HRA": "dtshdhra dtshr",
    "DTS-ES": "dtses",
    "DTS-X": "dtsx",
    "DTS": "dts",
    "EAC3": "eac3 eac3d ddp ddplus ddpa",
    "AC3": "ac3 dd ac3d ac3ld ac3md dolbydigital",
    "AAC": "aac heaac",
    "FLAC": "flac",
    "PCM": "pcm lpcm",
    "Opus": "opus",
    "MP3": "mp3",
    "MP2": "mp2",
    "Vorbis": "ogg vorbis",
}
_FIRST_FIGURES = "12567"
CODECS: dict[str, str] = {
    word + figure: codec
    for codec, words in _SPELLINGS.items()
    for word in words.split()
    for figure in ("", *("" if word[-1].isdecimal() else _FIRST_FIGURES))
}
"""Of each word which codec it is; the first figure of the channels may be glued to it (`DDP5.1`)."""
SECOND_FIGURES = frozenset({"0", "1"})
_RESOLVED = frozenset({"hra", "hr"})  # behind DTS-HD
_GLUED = frozenset({"ma5", "ma7", "ma6", "ma2", "ma1", "hra5", "hra7"})  # behind DTS-HD, too
_CHANNELS = frozenset({"1.0", "2.0", "2.1", "5.1", "6.1", "7.1"})


def find_audio(words: Words, first: int = 0) -> tuple[str, ...]:
    """Codecs in order at or behind a word, each once, then the channels: ("TrueHD", "Atmos", "7.1")."""
    channels = _find_channels(words, first) if words.kinds & CHANNELS else ""
    if not words.kinds & AUDIO:
        return (channels,) if channels else ()
    if AUDIO in words.alone and "+" not in words.text:
        at = words.alone[AUDIO]
        pair = words.pairs[at]
        codec = _of_pair(words, at, pair) if pair in CODECS else CODECS.get(words.low[at])
        if codec and at >= first:
            return (codec, channels) if channels else (codec,)
        return (channels,) if channels else ()
    found: dict[str, None] = {}
    past = 0
    low, pairs = words.low, words.pairs
    for at in [at for at, kind in words.told.items() if kind & AUDIO and at >= first]:
        word, pair = low[at], pairs[at]
        if pair in CODECS and words.after(at) != "+":  # the 5 of `DD+5.1` is a channel's
            found[_of_pair(words, at, pair)] = None
            past = at + 2  # the pair's second word is not one of its own
        elif at >= past and word in CODECS:
            found["EAC3" if word == "dd" and words.after(at) == "+" else CODECS[word]] = None  # `DD+`
    return (*found, channels) if channels else tuple(found)


def _of_pair(words: Words, at: int, pair: str) -> str:
    """A pair's codec; one more word of `E-AC-3` stands in front of it, and one of `DTS-HD HRA` behind it."""
    if pair == "ac3" and words.near(at - 1) == "e":
        return "EAC3"
    return "DTS-HD HRA" if pair == "dtshd" and words.near(at + 2).rstrip("57") in _RESOLVED else CODECS[pair]


def _find_channels(words: Words, first: int) -> str:
    """The first `5.1`, whether or not a codec is glued to its first figure; "" for none."""
    low = words.low
    told = words.told if CHANNELS not in words.alone else {words.alone[CHANNELS]: CHANNELS}
    for at in [at for at, kind in told.items() if kind & CHANNELS and at > first]:
        word = low[at - 1]
        channels = f"{word[-1]}.{low[at]}"
        if channels in _CHANNELS and (len(word) == 1 or word in CODECS or word in _GLUED):
            return channels
    return ""
