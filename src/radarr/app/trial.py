"""Makes of settings to try what is decided by."""

import time
from collections.abc import Mapping
from dataclasses import replace

from radarr.app.config import Config, ConfigError, profiles
from radarr.app.config.profiles import release_profiles
from radarr.app.config.trial import tried
from radarr.app.usecases.replay import Trial
from radarr.domain.formats.in_force import Formats
from radarr.domain.formats.parts import Both, unchanged, united
from radarr.domain.profile import Profile
from radarr.domain.quality import DEFAULT_SIZES
from radarr.ports.errors import Refused


class TrialReader:
    """Lays settings over those in force."""

    def __init__(self, config: Config, known: Mapping[str, Profile], formats: Formats) -> None:
        self._config = config
        self._known = known
        self._formats = formats

    def __call__(self, settings: Mapping[str, object], source: str) -> Trial:
        """Takes some tenths of a second where formats are among them. Raises Refused with all that is wrong."""
        if not settings:
            return Trial(self._known, release_profiles(self._config), unchanged(self._formats))
        try:
            laid = tried(self._config, settings, source)
        except ConfigError as error:
            raise Refused("; ".join(map(str, error.problems)), remedy="mend the settings") from error
        return Trial(self._profiles(laid), release_profiles(laid), self._both(laid))

    def _profiles(self, laid: Config) -> dict[str, Profile]:
        """A default profile that some slot has stays, though others are declared now."""
        declared = {profile.name: profile for profile in profiles(laid)}
        sizes = {**DEFAULT_SIZES, **laid.sizes}
        kept = {name: replace(profile, sizes=sizes) for name, profile in self._known.items() if name not in declared}
        return {**kept, **declared}

    def _both(self, laid: Config) -> Both:
        if laid.formats == self._config.formats:
            return unchanged(self._formats)
        now, then = ([loaded.format for loaded in config.formats] for config in (self._config, laid))
        return united(now, then, time.thread_time)
