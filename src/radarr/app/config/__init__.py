"""The configuration: `load` it, and pass its plain values on.

Sections are declared in `daemon`, `services` and `library` as frozen dataclasses, gathered in `root`;
`docs/settings.md` and the template of `radarr init` are made from them.
"""

from radarr.app.config.load import load
from radarr.app.config.paths import config_path, new_config_path, state_dir
from radarr.app.config.problem import ConfigError, Origin, Problem
from radarr.app.config.profiles import profiles
from radarr.app.config.root import Config, Value
from radarr.app.config.secret import HIDDEN, Secret

__all__ = [
    "HIDDEN",
    "Config",
    "ConfigError",
    "Origin",
    "Problem",
    "Secret",
    "Value",
    "config_path",
    "load",
    "new_config_path",
    "profiles",
    "state_dir",
]
