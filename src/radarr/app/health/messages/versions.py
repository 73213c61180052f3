"""Versions, as far as warnings need them."""

import re
from typing import Final

Version = tuple[int, ...]

PROWLARR_SAFE: Final[Version] = (2, 6, 3)
CLIENT_CHECKS_TLS: Final[Version] = (5, 0, 1)
CLIENT_LEAKS_FILES: Final[tuple[Version, Version]] = ((4, 5, 0), (4, 5, 2))
"""From, and up to but not including."""


def version_of(text: str) -> Version:
    """The numbers of a version such as 2.6.3.5592 or v5.1.0beta1; () if there are none."""
    match = re.match(r"v?(\d+(?:\.\d+)*)", text.strip())
    return tuple(map(int, match[1].split("."))) if match else ()
