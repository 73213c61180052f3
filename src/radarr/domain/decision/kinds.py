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
    whether it is taken though the file has been there for long; `repeats`: whether what was grabbed before may be had
    again, and a slot at rest is filled.
    """

    monitored: bool
    availability: bool
    delay: bool
    propers: bool
    proper_age: bool
    repeats: bool


_NOTHING = Bypass(monitored=False, availability=False, delay=False, propers=False, proper_age=False, repeats=False)
_A_PERSON = Bypass(monitored=True, availability=True, delay=True, propers=True, proper_age=True, repeats=True)
_A_SEARCH = _NOTHING._replace(proper_age=True)

BYPASSES: dict[SearchKind, Bypass] = {
    SearchKind.FEED: _NOTHING,
    SearchKind.SCHEDULED: _A_SEARCH,
    SearchKind.NEW_FILM: _A_SEARCH,
    SearchKind.USER_AUTOMATIC: _A_PERSON,
    SearchKind.USER_INTERACTIVE: _A_PERSON,
    SearchKind.PUSH: _NOTHING,
}
