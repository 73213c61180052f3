"""Quality profiles as the domain knows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from radarr.app.config.formats import LoadedFormat
from radarr.app.config.library import ProfileSettings
from radarr.app.config.root import Config
from radarr.domain.decision.terms import ReleaseProfile, read_term
from radarr.domain.languages import by_text
from radarr.domain.profile import DEFAULT_PROFILES, Profile, Propers, arrange
from radarr.domain.quality import DEFAULT_SIZES, SizeLimits

if TYPE_CHECKING:
    from radarr.domain.formats.custom_format import CustomFormat

DEFAULT_SET = "default"
"""The score set that stands in where a format has no score in the one that is asked for."""


def profiles(config: Config) -> tuple[Profile, ...]:
    """The declared profiles, and of the default ones those in use, with `[sizes]`.

    All default ones are there where people declare none of their own: a guide's come beside them.
    """
    declared = tuple(profile(item, config.sizes, config.formats) for item in config.profile)
    names = {item.name for item in declared}
    used = {config.library.default_profile, *(slot.profile for slot in config.slot)}
    return declared + tuple(
        replace(default, sizes=_sizes(config.sizes), cutoff_format_score=0)
        for default in DEFAULT_PROFILES
        if default.name not in names and (default.name in used or not _has_own(config))
    )


def _has_own(config: Config) -> bool:
    """Whether people declare a profile, not only what differs in one of a guide."""
    origins = (config.origin(f"profile[{at}].qualities") for at in range(len(config.profile)))
    return any(not origin.gives_way for origin in origins)


def profile(
    declared: ProfileSettings, sizes: Mapping[str, SizeLimits], formats: Sequence[LoadedFormat] = ()
) -> Profile:
    """One profile. Raises ValueError for a quality that is unknown or listed twice."""
    scores = format_scores(declared, formats)
    wanted = tuple(item if isinstance(item, str) else (item.name, item.qualities) for item in declared.qualities)
    best = declared.qualities[-1]
    return Profile(
        name=declared.name,
        items=arrange(wanted),
        cutoff=declared.cutoff or (best if isinstance(best, str) else best.name),
        upgrade=declared.upgrade,
        language=language(declared.language),
        min_format_score=declared.min_format_score,
        # what no release can have would be looked for for ever
        cutoff_format_score=min(declared.cutoff_format_score, reachable(scores)),
        min_upgrade_format_score=declared.min_upgrade_format_score,
        format_scores=scores,
        formats_mark=_mark(loaded.format for loaded in formats if loaded.format.name in scores),
        propers=Propers(declared.propers),
        minimum_availability=declared.minimum_availability,
        availability_delay=declared.availability_delay,
        minimum_seeders=declared.minimum_seeders,
        prefer_flags=declared.prefer_flags,
        required_flags=declared.required_flags,
        hardcoded_subs=declared.hardcoded_subs,
        minimum_age=declared.minimum_age,
        delay=declared.delay,
        delay_bypass_best=declared.delay_bypass_best,
        delay_bypass_score=declared.delay_bypass_score,
        max_size=declared.max_size.total,
        max_size_per_minute=declared.max_size.per_minute,
        sizes=_sizes(sizes),
    )


def language(written: str) -> str:
    """Its name, however it was written; what is no language stays as it is."""
    found = by_text(written)
    return found.name if found else written


def format_scores(declared: ProfileSettings, formats: Iterable[LoadedFormat]) -> dict[str, int]:
    """By name of a format: what the profile says, else what the guides propose in its score set; 0 is left out."""
    scores = dict(declared.format_scores)
    if declared.score_set:
        for loaded in formats:
            proposed = dict(loaded.format.trash_scores)
            usual = proposed.get(DEFAULT_SET, 0)
            scores.setdefault(loaded.format.name, proposed.get(declared.score_set, usual))
    return {name: score for name, score in sorted(scores.items()) if score}


def _mark(formats: Iterable["CustomFormat"]) -> str:
    """Twelve hex digits, the same on every machine; empty for no formats."""
    asked = [(each.name, each.conditions) for each in formats]
    return sha256(repr(asked).encode("utf-8", "surrogatepass")).hexdigest()[:12] if asked else ""


def reachable(scores: Mapping[str, int]) -> int:
    """The most that a release can score."""
    return sum(score for score in scores.values() if score > 0)


def release_profiles(config: Config) -> tuple[ReleaseProfile, ...]:
    """The declared ones that have any terms."""
    return tuple(
        ReleaseProfile(
            item.name, tuple(map(read_term, item.required)), tuple(map(read_term, item.ignored)), frozenset(item.tags)
        )
        for item in config.release_profile
        if item.required or item.ignored
    )


def _sizes(stated: Mapping[str, SizeLimits]) -> dict[str, SizeLimits]:
    return {**DEFAULT_SIZES, **stated}
