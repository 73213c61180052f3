"""The same release, offered more than once, is one release with alternates."""

from collections.abc import Iterable

from radarr.domain.decision.words import words
from radarr.domain.release import Release

_TOLERANCE = 0.02
"""Indexers round sizes; other releases under the very same name differ by more."""


def merge_duplicates(releases: Iterable[Release]) -> tuple[Release, ...]:
    """One release for each that is really different, in the order in which they first came.

    Offers are the same when their infohashes are equal; where one is unknown, when name (but for case and
    separators) and size agree. Of the same, the living one at the best indexer with the most seeders leads and the
    others are its alternates, best first.
    """
    offers = _flat(releases)
    place = {offer: number for number, offer in enumerate(offers)}
    groups: list[list[Release]] = []
    by_hash: dict[str, list[Release]] = {}
    by_name: dict[tuple[str, ...], list[list[Release]]] = {}
    # Those with a hash first: two hashes are never one release, and one without a hash then joins the best of them.
    for offer in sorted(offers, key=lambda o: (o.infohash is None, *_preference(o))):
        group = _find(offer, by_hash, by_name)
        if group is None:
            group = []
            groups.append(group)
        group.append(offer)
        _remember(offer, group, by_hash, by_name)
    groups.sort(key=lambda group: min(place[offer] for offer in group))
    return tuple(_lead(group) for group in groups)


def _flat(releases: Iterable[Release]) -> tuple[Release, ...]:
    """Every offer by itself, once, without alternates."""
    offers: dict[Release, None] = {}
    for release in releases:
        for offer in (release, *release.alternates):
            offers.setdefault(offer._replace(alternates=()))
    return tuple(offers)


def _find(
    offer: Release, by_hash: dict[str, list[Release]], by_name: dict[tuple[str, ...], list[list[Release]]]
) -> list[Release] | None:
    if offer.infohash is not None:
        return by_hash.get(offer.infohash.casefold())
    return next((g for g in by_name.get(words(offer.title), ()) if any(_same_size(offer, other) for other in g)), None)


def _same_size(one: Release, other: Release) -> bool:
    """Within the rounding of indexers; an unknown size says nothing."""
    smaller, larger = sorted((one.size, other.size))
    return smaller > 0 and larger - smaller <= larger * _TOLERANCE


def _remember(
    offer: Release,
    group: list[Release],
    by_hash: dict[str, list[Release]],
    by_name: dict[tuple[str, ...], list[list[Release]]],
) -> None:
    if offer.infohash is not None:
        by_hash[offer.infohash.casefold()] = group
    named = by_name.setdefault(words(offer.title), [])
    if not any(known is group for known in named):
        named.append(group)


def _lead(group: list[Release]) -> Release:
    best, *others = sorted(group, key=_preference)
    return best._replace(alternates=tuple(others))


def _preference(offer: Release) -> tuple[object, ...]:
    """What sorts the best offer first: one without a single seeder is the last resort, whoever offers it."""
    return (offer.seeders == 0, offer.priority, -(offer.seeders or 0), offer.indexer, offer.guid, offer.indexer_id)
