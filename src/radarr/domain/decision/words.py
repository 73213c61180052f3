"""Numbers and names as a rule's message words them."""

import re
from datetime import timedelta
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_UNITS = ((1024**4, "TiB"), (1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB"))


def in_units(size: float) -> str:
    """Bytes as people read them: `8.3 GiB`."""
    for unit, name in _UNITS:
        if abs(size) >= unit:
            return f"{size / unit:.1f} {name}"
    return f"{size:.0f} bytes"


def for_how_long(wait: timedelta) -> str:
    """Rounded up: `3 d`, `2 h`, `5 min`."""
    minutes = -(-int(wait.total_seconds()) // 60)
    if minutes >= 2 * 24 * 60:
        return f"{-(-minutes // (24 * 60))} d"
    return f"{-(-minutes // 60)} h" if minutes >= 2 * 60 else f"{minutes} min"


@lru_cache(maxsize=128)  # several rules in a row ask it of the same release and film
def words(text: str) -> tuple[str, ...]:
    """The words of a name, case folded; dots, dashes, underscores and brackets only separate."""
    return tuple(_WORD.findall(text.casefold()))
