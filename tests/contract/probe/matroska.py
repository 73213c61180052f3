"""Small Matroska files whose headers say whatever a test wants: no frame in them can be decoded, and none is.

Elements are written as in RFC 9559; ids are those of its tables.
"""

import struct
from typing import NamedTuple

_TICKS = 1_000_000  # nanoseconds: times are in milliseconds
_VIDEO, _AUDIO, _SUBTITLE = 1, 2, 17


class Picture(NamedTuple):
    """The video track. `private` is the codec's own header, `transfer` and `primaries` as in ITU-T H.273 (0 none).

    `dolby_vision` is (profile, compatibility id); `stereo` Matroska's StereoMode; `display` the size it is shown in.
    """

    width: int = 1920
    height: int = 1080
    codec: str = "V_MPEG4/ISO/AVC"
    display: tuple[int, int] | None = None
    frame_rate: float = 24.0
    bit_depth: int = 0
    transfer: int = 0
    primaries: int = 0
    mastering: bool = False
    dolby_vision: tuple[int, int] | None = None
    stereo: int = 0
    private: bytes = b""


class Sound(NamedTuple):
    """An audio track; `language` as ISO 639-2, "und" for undefined; `bcp47` in the newer element."""

    codec: str = "A_AC3"
    channels: int = 6
    language: str = "eng"
    title: str = ""
    default: bool = True
    commentary: bool = False
    bcp47: str = ""
    private: bytes = b""


class Text(NamedTuple):
    """A subtitle track."""

    language: str = "eng"
    title: str = ""
    codec: str = "S_TEXT/UTF8"
    forced: bool = False
    hearing_impaired: bool = False
    default: bool = False


PLAIN = Picture()


def matroska(picture: Picture | None = PLAIN, *tracks: Sound | Text, minutes: float = 100.0, title: str = "") -> bytes:
    """The bytes of a file of that length."""
    entries = [] if picture is None else [_video(picture, 1)]
    for number, track in enumerate(tracks, 2):
        entries.append(_audio(track, number) if isinstance(track, Sound) else _subtitle(track, number))
    info = (
        _uint(0x2AD7B1, _TICKS)
        + _float(0x4489, minutes * 60_000)
        + (_text(0x7BA9, title) if title else b"")
        + _text(0x4D80, "a test")
        + _text(0x5741, "a test")
    )
    segment = element(0x1549A966, info) + element(0x1654AE6B, b"".join(entries)) + _cluster()
    return _head() + element(0x18538067, segment)


def element(identifier: int, content: bytes) -> bytes:
    """One element: its id, its size in eight bytes, its content."""
    return _identifier(identifier) + (len(content) | 1 << 56).to_bytes(8, "big") + content


def _head() -> bytes:
    limits = _uint(0x4286, 1) + _uint(0x42F7, 1) + _uint(0x42F2, 4) + _uint(0x42F3, 8)
    return element(0x1A45DFA3, limits + _text(0x4282, "matroska") + _uint(0x4287, 4) + _uint(0x4285, 2))


def _cluster() -> bytes:
    return element(0x1F43B675, _uint(0xE7, 0) + element(0xA3, b"\x81\x00\x00\x80" + bytes(64)))


def _track(number: int, kind: int, codec: str, content: bytes, private: bytes = b"") -> bytes:
    common = _uint(0xD7, number) + _uint(0x73C5, number) + _uint(0x83, kind) + _uint(0x9C, 0) + _text(0x86, codec)
    return element(0xAE, common + (element(0x63A2, private) if private else b"") + content)


def _video(picture: Picture, number: int) -> bytes:
    size = _uint(0xB0, picture.width) + _uint(0xBA, picture.height)
    if picture.display:
        size += _uint(0x54B0, picture.display[0]) + _uint(0x54BA, picture.display[1])
    if picture.stereo:
        size += _uint(0x53B8, picture.stereo)
    content = _uint(0x23E383, round(1e9 / picture.frame_rate)) + element(0xE0, size + _colour(picture))
    if picture.dolby_vision:
        content += _dolby_vision(*picture.dolby_vision)
    return _track(number, _VIDEO, picture.codec, content, picture.private)


def _colour(picture: Picture) -> bytes:
    content = b""
    if picture.bit_depth:
        content += _uint(0x55B2, picture.bit_depth)
    if picture.transfer:
        content += _uint(0x55BA, picture.transfer)
    if picture.primaries:
        content += _uint(0x55BB, picture.primaries) + _uint(0x55B1, 9)
    if picture.mastering:
        points = (0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290)
        content += element(
            0x55D0,
            b"".join(_float(0x55D1 + at, value) for at, value in enumerate(points))
            + _float(0x55D9, 1000.0)
            + _float(0x55DA, 0.0001),
        )
    return element(0x55B0, content) if content else b""


def _dolby_vision(profile: int, compatibility: int) -> bytes:
    """The configuration record: version 1.0, level 6, with metadata and a base layer."""
    word = profile << 9 | 6 << 3 | 0b101
    record = bytes((1, 0)) + word.to_bytes(2, "big") + bytes((compatibility << 4,)) + bytes(19)
    kind = b"dvvC" if profile > 7 else b"dvcC"
    return element(0x41E4, _uint(0x41E7, int.from_bytes(kind, "big")) + element(0x41ED, record))


def _audio(sound: Sound, number: int) -> bytes:
    content = _uint(0x88, sound.default) + _text(0x22B59C, sound.language)
    if sound.bcp47:
        content += _text(0x22B59D, sound.bcp47)
    if sound.title:
        content += _text(0x536E, sound.title)
    if sound.commentary:
        content += _uint(0x55AF, 1)
    content += element(0xE1, _uint(0x9F, sound.channels) + _float(0xB5, 48_000.0))
    return _track(number, _AUDIO, sound.codec, content, sound.private)


def _subtitle(text: Text, number: int) -> bytes:
    content = _uint(0x88, text.default) + _uint(0x55AA, text.forced) + _text(0x22B59C, text.language)
    if text.title:
        content += _text(0x536E, text.title)
    if text.hearing_impaired:
        content += _uint(0x55AB, 1)
    return _track(number, _SUBTITLE, text.codec, content)


def _identifier(identifier: int) -> bytes:
    return identifier.to_bytes((identifier.bit_length() + 7) // 8, "big")


def _uint(identifier: int, value: int) -> bytes:
    return element(identifier, int(value).to_bytes(8, "big"))


def _float(identifier: int, value: float) -> bytes:
    return element(identifier, struct.pack(">d", value))


def _text(identifier: int, value: str) -> bytes:
    return element(identifier, value.encode())
