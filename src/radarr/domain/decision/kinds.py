"""Why a release is looked at: the search kinds, and what each may bypass."""

from enum import StrEnum
from typing import NamedTuple


class SearchKind(StrEnum):
    """Who asked, and how."""

    FEED = "feed"
    SCHEDULED = "scheduled"
    NEW_FILM = "new_film"
    USER_AUTOMATIC = "user_automatic"
    USER_INTERACTIVE = "user_interactive"
    PUSH = "push"


class Bypass(NamedTuple):
    """What a search kind need not care for.

    `propers`: whether a mended version is taken though the profile does not upgrade to one by itself; `proper_age`:
    whether it is taken though the file has been there for long.
    """

    monitored: bool
    availability: bool
    delay: bool
    propers: bool
    proper_age: bool


BYPASSES: dict[SearchKind, Bypass] = {
    SearchKind.FEED: Bypass(monitored=False, availability=False, delay=False, propers=False, proper_age=False),
    SearchKind.SCHEDULED: Bypass(monitored=False, availability=False, delay=False, propers=False, proper_age=True),
    SearchKind.NEW_FILM: Bypass(monitored=False, availability=False, delay=False, propers=False, proper_age=True),
    SearchKind.USER_AUTOMATIC: Bypass(monitored=True, availability=True, delay=True, propers=True, proper_age=True),
    SearchKind.USER_INTERACTIVE: Bypass(monitored=True, availability=True, delay=True, propers=True, proper_age=True),
    SearchKind.PUSH: Bypass(monitored=False, availability=False, delay=False, propers=False, proper_age=False),
}
