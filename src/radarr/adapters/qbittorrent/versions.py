"""What each version of the Web API can do; qBittorrent's own version is only for show."""

import re
from typing import NamedTuple

_TAGS = (2, 3)  # qBittorrent 4.2
_TAGS_ON_ADD = (2, 7)  # 4.3.2
_CONTENT_LAYOUT = (2, 7)  # 4.3.2
_STOP = (2, 11)  # 5.0


class Features(NamedTuple):
    """What the client's version has."""

    tags: bool
    tags_on_add: bool
    content_layout: bool
    stop: bool
    """Whether `pause` and `resume` are called `stop` and `start`."""


def features(api: tuple[int, ...]) -> Features:
    """The gates."""
    return Features(
        tags=api >= _TAGS, tags_on_add=api >= _TAGS_ON_ADD, content_layout=api >= _CONTENT_LAYOUT, stop=api >= _STOP
    )


def parse_version(text: str) -> tuple[int, ...]:
    """The numbers of a version such as `2.8.19` or `v5.1.0beta1`; () if there are none."""
    match = re.match(r"v?(\d+(?:\.\d+)*)", text.strip())
    return tuple(map(int, match[1].split("."))) if match else ()
