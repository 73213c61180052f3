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
    """What a search kind need not care for."""

    monitored: bool
    availability: bool
    delay: bool


BYPASSES: dict[SearchKind, Bypass] = {
    SearchKind.FEED: Bypass(monitored=False, availability=False, delay=False),
    SearchKind.SCHEDULED: Bypass(monitored=False, availability=False, delay=False),
    SearchKind.NEW_FILM: Bypass(monitored=False, availability=False, delay=False),
    SearchKind.USER_AUTOMATIC: Bypass(monitored=True, availability=True, delay=True),
    SearchKind.USER_INTERACTIVE: Bypass(monitored=True, availability=True, delay=True),
    SearchKind.PUSH: Bypass(monitored=False, availability=False, delay=False),
}
