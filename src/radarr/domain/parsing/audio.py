"""How the sound is coded, and in how many channels."""

from radarr.domain.parsing.tokens import Words

_CODECS: dict[str, str] = {
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
_CHANNELS = frozenset({("1", "0"), ("2", "0"), ("2", "1"), ("5", "1"), ("6", "1"), ("7", "1")})


def find_audio(words: Words) -> tuple[str, ...]:
    """Codecs in order, each once, then the channels: ("TrueHD", "Atmos", "7.1")."""
    found: dict[str, None] = {}
    channels = ""
    past = 0
    for at, (word, pair) in enumerate(zip(words.low, words.pairs, strict=True)):
        channels = channels or _channels(word, words.near(at + 1))
        codec = "" if words.after(at) == "+" else _CODECS.get(pair)  # the 5 of `DD+5.1` is a channel's
        if codec and word != pair:
            past = at + 2  # the pair's second word is not one of its own
        elif at >= past:
            codec = _codec(words, at)
        if codec:
            found[codec] = None
    return (*found, channels) if channels else tuple(found)


def _codec(words: Words, at: int) -> str | None:
    """`DD+` is EAC3, though the sign is no part of the word."""
    if words.low[at] == "dd" and words.after(at) == "+":
        return "EAC3"
    return _CODECS.get(words.low[at])


def _channels(word: str, following: str) -> str:
    """`5.1`, whether or not a codec is glued to its first figure."""
    pair = (word[-1:], following)
    glued = len(word) == 1 or word in _CODECS
    return ".".join(pair) if pair in _CHANNELS and glued else ""


def is_audio(word: str) -> bool:
    """Whether a word in small letters is a codec of sound."""
    return word in _CODECS
