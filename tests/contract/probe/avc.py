"""The header of an H.264 track as Matroska and MP4 hold it: so many bits a sample, so large a picture."""

_HIGH, _HIGH_10 = 100, 110


class _Bits:
    def __init__(self) -> None:
        self.bits = ""

    def fixed(self, value: int, width: int) -> None:
        self.bits += f"{value:0{width}b}"

    def golomb(self, *values: int) -> None:
        """Unsigned Exp-Golomb codes."""
        for value in values:
            code = f"{value + 1:b}"
            self.bits += "0" * (len(code) - 1) + code

    def end(self) -> bytes:
        bits = self.bits + "1"
        bits += "0" * (-len(bits) % 8)
        return int(bits, 2).to_bytes(len(bits) // 8, "big")


def avc_private(width: int, height: int, bit_depth: int = 8) -> bytes:
    """An AVCDecoderConfigurationRecord; the size is rounded up to whole macroblocks and cropped again."""
    profile = _HIGH if bit_depth == 8 else _HIGH_10
    head = bytes((0x67, profile, 0, 40))
    sps = _escaped(head + _sps(width, height, bit_depth))
    pps = b"\x68\xee\x3c\x80"
    record = bytes((1, profile, 0, 40, 0xFF, 0xE1)) + len(sps).to_bytes(2, "big") + sps
    record += b"\x01" + len(pps).to_bytes(2, "big") + pps
    return record + bytes((0xFD, 0xF8 | (bit_depth - 8), 0xF8 | (bit_depth - 8), 0))


def _sps(width: int, height: int, bit_depth: int) -> bytes:
    wide, high = -(-width // 16), -(-height // 16)
    bits = _Bits()
    bits.golomb(0, 1, bit_depth - 8, bit_depth - 8)  # id, 4:2:0, depths of luma and chroma
    bits.fixed(0, 2)  # no bypass, no scaling matrix
    bits.golomb(0, 2, 4)  # frame numbers, order counted by frames, reference frames
    bits.fixed(0, 1)
    bits.golomb(wide - 1, high - 1)
    bits.fixed(1, 1)  # frames only
    bits.fixed(1, 1)
    right, bottom = wide * 16 - width, high * 16 - height
    bits.fixed(bool(right or bottom), 1)
    if right or bottom:
        bits.golomb(0, right // 2, 0, bottom // 2)
    bits.fixed(0, 1)  # no VUI
    return bits.end()


def _escaped(unit: bytes) -> bytes:
    """No three bytes may look like a start code."""
    for last in range(4):
        unit = unit.replace(bytes((0, 0, last)), bytes((0, 0, 3, last)))
    return unit
