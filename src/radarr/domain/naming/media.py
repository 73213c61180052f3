"""What is known of a file's picture and sound, in the words of names."""

import re
from typing import NamedTuple

from radarr.domain.languages import by_iso, by_name
from radarr.domain.parsing.parsed import ParsedRelease

_PICTURES = {"av1": "AV1", "vp9": "VP9", "mpeg2": "MPEG2", "vc1": "VC1", "mpeg4": "XviD", "mvc": "h264"}
_WRITTEN = re.compile(r"(?<![a-z0-9])(?:(x26[45]|h26[45])|(avc|hevc))(?![a-z0-9])", re.IGNORECASE)
_TEN_BITS = re.compile(r"(?<![a-z0-9])(?:10[-_. ]?bits?|hi10p?)(?![a-z0-9])", re.IGNORECASE)
_CHANNELS = re.compile(r"\d\.\d")
_ENGLISH = "[EN]"


class MediaFacts(NamedTuple):
    """Picture and sound as names show them; empty or 0 where nothing is known.

    `audio_languages` and `subtitle_languages` are ISO 639 codes, one a track in their order; `dynamic_range` is "HDR"
    or empty, `dynamic_range_type` its kind as in "DV HDR10"; `channels` as in "5.1"; `bit_depth` in bits a sample.
    """

    video_codec: str = ""
    audio_codec: str = ""
    channels: str = ""
    bit_depth: int = 0
    dynamic_range: str = ""
    dynamic_range_type: str = ""
    stereoscopic: bool = False
    audio_languages: tuple[str, ...] = ()
    subtitle_languages: tuple[str, ...] = ()

    @classmethod
    def of_release(cls, parsed: ParsedRelease) -> "MediaFacts":
        """What a release name claims."""
        kinds = tuple(kind for kind in parsed.hdr if kind != "SDR")
        languages = (by_name(name) for name in parsed.languages)
        return cls(
            video_codec=_picture(parsed),
            audio_codec=" ".join(word for word in parsed.audio if not _CHANNELS.fullmatch(word)),
            channels=next(filter(_CHANNELS.fullmatch, parsed.audio), ""),
            bit_depth=10 if kinds or _TEN_BITS.search(parsed.name) else 0,  # none of these ranges fits into eight
            dynamic_range="HDR" if kinds else "",
            dynamic_range_type=" ".join(kind for kind in kinds if kind != "HDR"),
            stereoscopic=bool(parsed.stereo),
            audio_languages=tuple(language.code for language in languages if language and language.code),
        )

    @property
    def simple(self) -> str:
        """Codecs alone."""
        return f"{self.video_codec} {self.audio_codec}".strip()

    @property
    def full(self) -> str:
        """Codecs and languages, as in "h264 DTS[EN+DE] [EN]"."""
        sound = f"{self.audio_codec}{spoken(self.audio_languages)}"
        return " ".join(filter(None, (self.video_codec, sound, listed(self.subtitle_languages))))


def listed(languages: tuple[str, ...], wanted: str = "") -> str:
    """Codes in brackets, as in "[EN+DE]"; "" if there are none.

    `wanted` as in "DE+EN" lists these alone and in this order, with a trailing "+" tells by a "-" that there are more;
    as in "-DE" or "-DE-FR" it lists all but these.
    """
    codes = codes_of(languages)
    named = codes_of(tuple(re.split("[-+]", wanted)))
    if wanted.startswith("-"):
        shown = tuple(code for code in codes if code not in named)
    elif named:
        shown = tuple(code for code in named if code in codes)
    else:
        shown = codes
    if shown and wanted.endswith("+") and len(shown) < len(codes):
        shown = (*shown, "-")
    return f"[{'+'.join(shown)}]" if shown else ""


def spoken(languages: tuple[str, ...], wanted: str = "") -> str:
    """Like `listed`, but nothing where English alone would stand there."""
    told = listed(languages, wanted)
    return "" if told == _ENGLISH else told


def codes_of(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of two letters in capitals, each once; what has none stays."""
    known = ((code, by_iso(code)) for code in languages if code)
    return tuple(dict.fromkeys((found.code if found else code).upper() for code, found in known))


def _picture(parsed: ParsedRelease) -> str:
    """The codec as the name writes it: an encoder's name says more than a standard's."""
    written = _WRITTEN.search(parsed.name)
    if parsed.codec in {"h264", "h265"} and written:
        return written[1].lower() if written[1] else written[2].upper()
    return _PICTURES.get(parsed.codec, parsed.codec)
