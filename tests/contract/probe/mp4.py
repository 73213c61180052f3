"""Small MP4 files, as `matroska`: boxes of ISO/IEC 14496-12, one picture and one sound, nothing that can be decoded."""

import struct

from tests.contract.probe.avc import avc_private

_SCALE = 1000
_IDENTITY = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def mp4(width: int = 1920, height: int = 1080, *, minutes: float = 100.0, language: str = "eng") -> bytes:
    """The bytes of a film of that length with H.264 and AAC in stereo."""
    length = round(minutes * 60 * _SCALE)
    head = box(b"mvhd", struct.pack(">5I", 0, 0, 0, _SCALE, length), struct.pack(">IH10x", 0x10000, 0x100), _IDENTITY)
    video = _track(1, length, (width, height), b"vide", "und", _avc(width, height))
    audio = _track(2, length, (0, 0), b"soun", language, _aac())
    movie = box(b"moov", head + bytes(0), video, audio)
    return box(b"ftyp", b"isom", struct.pack(">I", 512), b"isomavc1") + movie + box(b"mdat", bytes(64))


def box(kind: bytes, *content: bytes) -> bytes:
    """One box."""
    whole = b"".join(content)
    return struct.pack(">I", len(whole) + 8) + kind + whole


def _track(number: int, length: int, size: tuple[int, int], kind: bytes, language: str, entry: bytes) -> bytes:
    head = struct.pack(">6I8x4H", 7, 0, 0, number, 0, length, 0, 0, 0x100, 0)
    shown = struct.pack(">2I", size[0] << 16, size[1] << 16)
    code = sum((ord(letter) - 0x60) << shift for letter, shift in zip(language, (10, 5, 0), strict=True))
    table = b"".join(
        (
            box(b"stsd", struct.pack(">2I", 0, 1), entry),
            box(b"stts", struct.pack(">4I", 0, 1, 1, length)),
            box(b"stsc", struct.pack(">5I", 0, 1, 1, 1, 1)),
            box(b"stsz", struct.pack(">3I", 0, 64, 1)),
            box(b"stco", struct.pack(">3I", 0, 1, 0)),
        )
    )
    media = b"".join(
        (
            box(b"mdhd", struct.pack(">5I2H", 0, 0, 0, _SCALE, length, code, 0)),
            box(b"hdlr", struct.pack(">2I", 0, 0), kind, bytes(13)),
            box(b"minf", box(b"stbl", table)),
        )
    )
    return box(b"trak", box(b"tkhd", head, _IDENTITY, shown), box(b"mdia", media))


def _avc(width: int, height: int) -> bytes:
    entry = struct.pack(">6xH16x2H2I4xH32x2H", 1, width, height, 0x480000, 0x480000, 1, 24, 0xFFFF)
    return box(b"avc1", entry, box(b"avcC", avc_private(width, height)))


def _aac() -> bytes:
    decoder = b"\x04\x11\x40\x15" + bytes(11) + b"\x05\x02\x11\x90"
    descriptor = b"\x03" + bytes((len(decoder) + 6,)) + b"\x00\x01\x00" + decoder + b"\x06\x01\x02"
    return box(b"mp4a", struct.pack(">6xH8x2H4xI", 1, 2, 16, 48_000 << 16), box(b"esds", bytes(4), descriptor))
