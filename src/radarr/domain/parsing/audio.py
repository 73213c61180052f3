"""How the sound is coded, and in how many channels."""

from radarr.domain.parsing.kinds import AUDIO, CHANNELS
from radarr.domain.parsing.words import Words

CODECS: dict[str, str] = {
    **dict.fromkeys(("truehd", "dolbytruehd"), "TrueHD"),
    "atmos": "Atmos",
    **dict.fromkeys(("dtshd", "dtshdma", "dtsma"), "DTS-HD MA"),
    **dict.fromkeys(("dtshdhra", "dtshr"), "DTS-HD HRA"),
    "dtses": "DTS-ES",
    "dtsx": "DTS-X",
    "dts": "DTS",
    **dict.fromkeys(("eac3", "ddp", "ddplus", "ddpa", "ddp5", "ddp7", "ddp2", "ddpa5", "ddp1"), "EAC3"),
    **dict.fromkeys(("ac3", "dd", "dd5", "dd2", "dd1", "ac3d", "ac3ld", "ac3md", "dolbydigital"), "AC3"),
    **dict.fromkeys(("aac", "aac2", "aac5", "aac7", "aac1", "heaac"), "AAC"),
    **dict.fromkeys(("flac", "flac2", "flac5", "flac1"), "FLAC"),
    **dict.fromkeys(("pcm", "lpcm", "lpcm2", "lpcm1"), "PCM"),
    **dict.fromkeys(("opus", "opus5", "opus2"), "Opus"),
    "mp3": "MP3",
    "mp2": "MP2",
    **dict.fromkeys(("ogg", "vorbis"), "Vorbis"),
}
SECOND_FIGURES = frozenset({"0", "1"})
_CHANNELS = frozenset({"1.0", "2.0", "2.1", "5.1", "6.1", "7.1"})


def find_audio(words: Words, first: int = 0) -> tuple[str, ...]:
    """Codecs in order at or behind a word, each once, then the channels: ("TrueHD", "Atmos", "7.1")."""
    channels = _find_channels(words, first) if words.kinds & CHANNELS else ""
    if not words.kinds & AUDIO:
        return (channels,) if channels else ()
    found: dict[str, None] = {}
    past = 0
    low, pairs = words.low, words.pairs
    for at in [at for at, kind in words.told.items() if kind & AUDIO and at >= first]:
        word, pair = low[at], pairs[at]
        if pair in CODECS and words.after(at) != "+":  # the 5 of `DD+5.1` is a channel's
            found[CODECS[pair]] = None
            past = at + 2  # the pair's second word is not one of its own
        elif at >= past and word in CODECS:
            found["EAC3" if word == "dd" and words.after(at) == "+" else CODECS[word]] = None  # `DD+`
    return (*found, channels) if channels else tuple(found)


def _find_channels(words: Words, first: int) -> str:
    """The first `5.1`, whether or not a codec is glued to its first figure; "" for none."""
    low = words.low
    for at in [at for at, kind in words.told.items() if kind & CHANNELS and at > first]:
        word = low[at - 1]
        channels = f"{word[-1]}.{low[at]}"
        if channels in _CHANNELS and (len(word) == 1 or word in CODECS):
            return channels
    return ""
