"""Bound what may fill a slot."""

from dataclasses import replace

from radarr.domain.decision.terms import PatternError, read_term
from radarr.domain.movie import Slot
from radarr.ports.driving.movies import Limits
from radarr.ports.errors import Refused


def limited(slot: Slot, *limits: Limits) -> Slot:
    """The slot with these limits, the last word counts. Raises Refused for a pattern that cannot be read."""
    for each in limits:
        slot = replace(
            slot,
            edition=slot.edition if each.edition is None else _readable(each.edition.strip()),
            max_size=_bound(slot.max_size, each.max_size),
            max_size_per_minute=_bound(slot.max_size_per_minute, each.max_size_per_minute),
        )
    return slot


def _bound(now: int | None, said: int | None) -> int | None:
    return now if said is None else said or None


def _readable(edition: str) -> str:
    try:
        read_term(edition)
    except PatternError as error:
        remedy = "write words, or a /pattern/ with flags such as i behind it"
        raise Refused(f"the edition {edition!r} cannot be read as a pattern: {error}", remedy=remedy) from error
    return edition
