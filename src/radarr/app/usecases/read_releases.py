"""Find out what releases are: what their names say, and whose film they are."""

import logging
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import anyio.lowlevel
from anyio import to_thread

from radarr.app.usecases.score_releases import Scored
from radarr.domain.decision.merging import merge_duplicates
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.matching import Match, match
from radarr.domain.movie_index import F, Film, MovieIndex
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.pending import Offer, Pending, offers_of
from radarr.domain.release import Release

log = logging.getLogger(__name__)

_AT_ONCE = 25  # names read before others get their turn: a millisecond or two
_WORTH_A_THREAD = 200  # releases whose comparison with each other would hold up everything else


class Reading(NamedTuple):
    """A release, what its name says, and the id of the film that it is, 0 none; then with the reasons.

    One that may be the film searched for, or another, is that film's, with a reason against it: a person may know.
    """

    release: Release
    parsed: ParsedRelease | None
    movie_id: int
    rejections: tuple[Rejection, ...] = ()
    scored: Scored | None = None
    """What the custom formats saw and said, where they were asked."""


async def read_releases(
    releases: Sequence[Release], index: MovieIndex[F], searched: Film | None = None
) -> tuple[Reading, ...]:
    """What each release is, those that are the same made one. `searched` is the only film that will do, if any.

    Others get their turn in between, however many there are.
    """
    merged = await _merged(releases)
    readings: list[Reading] = []
    for start in range(0, len(merged), _AT_ONCE):
        readings += [_read(release, index, searched) for release in merged[start : start + _AT_ONCE]]
        await anyio.lowlevel.checkpoint()
    return tuple(readings)


def read_again(waiting: Iterable[Pending]) -> tuple[Reading, ...]:
    """What waits, read anew, once each; whose film it is was found out when it came."""
    releases = {offers_of(each.release)[0]: (each.release, each.movie_id) for each in waiting}
    return tuple(Reading(release, parse(release.title), movie_id) for release, movie_id in releases.values())


def with_waiting(offered: Sequence[Reading], waiting: Iterable[Pending]) -> Sequence[Reading]:
    """What is offered for a film, and what waits for it and is not among that; the same release once."""
    known: dict[Offer, Reading] = {offer: reading for reading in offered for offer in offers_of(reading.release)}
    others = {offers_of(each.release)[0]: each for each in waiting}
    rest = read_again(each for offer, each in others.items() if offer not in known)
    if not rest:
        return offered
    by_release = {reading.release: reading for reading in (*offered, *rest)}
    known |= {offer: reading for reading in rest for offer in offers_of(reading.release) if offer not in known}
    return [
        by_release.get(release) or known[offers_of(release)[0]]._replace(release=release, scored=None)
        for release in merge_duplicates(by_release)
    ]


async def _merged(releases: Sequence[Release]) -> tuple[Release, ...]:
    if len(releases) < _WORTH_A_THREAD:
        return merge_duplicates(releases)
    return await to_thread.run_sync(merge_duplicates, releases)


def _read(release: Release, index: MovieIndex[F], searched: Film | None) -> Reading:
    """What its name says, and whose film it is. One name that breaks us must not cost the others their chance."""
    try:
        parsed = parse(release.title)
        found: Match[F] = match(release, parsed, index, searched)
    except Exception as error:
        log.exception("the release %r could not be read", release.title)
        message = f"its name could not be read ({type(error).__name__}); the log says more"
        return Reading(release, None, 0, (Rejection(Reason.DECISION_ERROR, message),))
    movie = found.movie or next((film for film in found.among if searched and film.id == searched.id), None)
    return Reading(release, parsed, movie.id if movie else 0, found.rejections)
