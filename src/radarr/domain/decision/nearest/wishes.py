"""Changes to what is wished for: qualities, sizes, scores, languages, flags, seeders."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.languages import ANY
from radarr.domain.decision.nearest.change import Case, Change, of_profile, of_slot
from radarr.domain.decision.rules.seeders import known_seeders
from radarr.domain.decision.rules.size import ASSUMED_RUNTIME
from radarr.domain.decision.words import in_units
from radarr.domain.profile import Profile, ProfileItem
from radarr.domain.quality import Quality, SizeLimits

_MIB = 1024**2
_NO_LIMITS = SizeLimits(None, None, None)


def allow_quality(candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """The one quality, at its place; others of a group that is not wanted stay unwanted."""
    quality = candidate.parsed.quality

    def apply(candidate: Candidate, facts: Facts) -> Case:
        return candidate, replace(facts, profile=_allowing(facts.profile, quality))

    yield Change(f"allow {quality.name}", apply)


def _allowing(profile: Profile, quality: Quality) -> Profile:
    items: list[ProfileItem] = []
    for item in profile.items:
        chosen = tuple(q for q in item.qualities if q.id == quality.id)
        others = tuple(q for q in item.qualities if q.id != quality.id)
        if not chosen or item.allowed:
            items.append(item)
            continue
        if others:
            items.append(item._replace(name=others[0].name if len(others) == 1 else item.name, qualities=others))
        items.append(ProfileItem(quality.name, chosen, allowed=True))
    return replace(profile, items=tuple(items))


def lower_minimum_size(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """In tenths of a MiB per minute."""
    quality, per_minute = candidate.parsed.quality.name, _per_minute(candidate)
    limits = facts.profile.sizes.get(quality, _NO_LIMITS)
    least = floor(per_minute * 10) / 10
    words = f"a minimum of {least:g} instead of {limits.minimum:g} MiB a minute for {quality}"
    yield of_profile(words, sizes={**facts.profile.sizes, quality: limits._replace(minimum=least)})


def raise_maximum_size(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """Whichever limits are in the way: of the quality in tenths of a MiB a minute, of profile and slot in bytes."""
    profile, quality = facts.profile, candidate.parsed.quality.name
    size, per_minute = candidate.release.size, _per_minute(candidate)
    limits = profile.sizes.get(quality, _NO_LIMITS)
    if limits.maximum and per_minute > limits.maximum:
        most = ceil(per_minute * 10) / 10
        words = f"a maximum of {most:g} instead of {limits.maximum:g} MiB a minute for {quality}"
        yield of_profile(words, sizes={**profile.sizes, quality: limits._replace(maximum=most)})
    if profile.max_size and size > profile.max_size:
        yield of_profile(f"a maximum of {in_units(size)} instead of {in_units(profile.max_size)}", max_size=size)
    if profile.max_size_per_minute and per_minute * _MIB > profile.max_size_per_minute:
        most_bytes = ceil(per_minute * _MIB)
        words = f"a maximum of {in_units(most_bytes)} instead of {in_units(profile.max_size_per_minute)} a minute"
        yield of_profile(words, max_size_per_minute=most_bytes)
    yield from _raise_maximum_of_slot(candidate)


def _raise_maximum_of_slot(candidate: Candidate) -> Iterator[Change]:
    slot, size = candidate.slot, candidate.release.size
    if slot.max_size and size > slot.max_size:
        words = f"a maximum of {in_units(size)} instead of {in_units(slot.max_size)} for the slot {slot.name}"
        yield of_slot(words, max_size=size)
    most = ceil(_per_minute(candidate) * _MIB)
    if slot.max_size_per_minute and most > slot.max_size_per_minute:
        limit = f"{in_units(most)} instead of {in_units(slot.max_size_per_minute)} a minute"
        yield of_slot(f"a maximum of {limit} for the slot {slot.name}", max_size_per_minute=most)


def take_any_edition(candidate: Candidate, _facts: Facts) -> Iterator[Change]:
    """In the one slot."""
    yield of_slot(f"take any edition for the slot {candidate.slot.name}", edition="")


def _per_minute(candidate: Candidate) -> float:
    """MiB."""
    return candidate.release.size / _MIB / (candidate.movie.runtime or ASSUMED_RUNTIME)


def lower_minimum_score(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """To the release's own."""
    words = f"minimum score {candidate.score} instead of {facts.profile.min_format_score}"
    yield of_profile(words, min_format_score=candidate.score)


def take_any_language(_candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """A release in another language is wanted only by who wants every language."""
    yield of_profile(f"language Any instead of {facts.profile.language}", language=ANY)


def ask_no_flags(_candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """None of those that the release lacks."""
    yield of_profile(f"no longer require {' or '.join(facts.profile.required_flags)}", required_flags=())


def lower_minimum_seeders(candidate: Candidate, facts: Facts) -> Iterator[Change]:
    """To as many as there are; an indexer's own minimum is changed there."""
    release, known = candidate.release, known_seeders(candidate.release) or 0
    if release.minimum_seeders is None:
        words = f"minimum seeders {known} instead of {facts.profile.minimum_seeders}"
        yield of_profile(words, minimum_seeders=known)
        return

    def apply(candidate: Candidate, facts: Facts) -> Case:
        return replace(candidate, release=candidate.release._replace(minimum_seeders=known)), facts

    yield Change(f"minimum seeders {known} instead of {release.minimum_seeders} at {release.indexer}", apply)
