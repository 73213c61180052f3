"""Quality profiles as the domain knows them."""

from collections.abc import Mapping
from dataclasses import replace

from radarr.app.config.library import ProfileSettings
from radarr.app.config.root import Config
from radarr.domain.profile import DEFAULT_PROFILES, Profile, Propers, arrange
from radarr.domain.quality import DEFAULT_SIZES, SizeLimits


def profiles(config: Config) -> tuple[Profile, ...]:
    """The declared profiles, and of the default ones those in use (all if none is declared), with `[sizes]`."""
    declared = tuple(profile(item, config.sizes) for item in config.profile)
    names = {item.name for item in declared}
    used = {config.library.default_profile, *(slot.profile for slot in config.slot)}
    return declared + tuple(
        replace(default, sizes=_sizes(config.sizes))
        for default in DEFAULT_PROFILES
        if not declared or (default.name in used and default.name not in names)
    )


def profile(declared: ProfileSettings, sizes: Mapping[str, SizeLimits]) -> Profile:
    """One profile. Raises ValueError for a quality that is unknown or listed twice."""
    wanted = tuple(item if isinstance(item, str) else (item.name, item.qualities) for item in declared.qualities)
    best = declared.qualities[-1]
    return Profile(
        name=declared.name,
        items=arrange(wanted),
        cutoff=declared.cutoff or (best if isinstance(best, str) else best.name),
        upgrade=declared.upgrade,
        language=declared.language,
        min_format_score=declared.min_format_score,
        cutoff_format_score=declared.cutoff_format_score,
        min_upgrade_format_score=declared.min_upgrade_format_score,
        propers=Propers(declared.propers),
        minimum_availability=declared.minimum_availability,
        minimum_seeders=declared.minimum_seeders,
        prefer_flags=declared.prefer_flags,
        required_flags=declared.required_flags,
        delay=declared.delay,
        max_size=declared.max_size.total,
        max_size_per_minute=declared.max_size.per_minute,
        sizes=_sizes(sizes),
    )


def _sizes(stated: Mapping[str, SizeLimits]) -> dict[str, SizeLimits]:
    return {**DEFAULT_SIZES, **stated}
