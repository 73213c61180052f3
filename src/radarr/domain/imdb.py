"""IMDb's ids."""

_DIGITS = 7
_MOST_DIGITS = 12  # IMDb is at eight: more is a mistake, and thousands are too many for int()


def normalise_imdb(text: str) -> str | None:
    """`tt` and at least seven digits, of any form an indexer states it in; None where it holds no number."""
    digits = text.strip().lower().removeprefix("tt").lstrip("0")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return f"tt{digits.zfill(_DIGITS)}" if is_number else None
