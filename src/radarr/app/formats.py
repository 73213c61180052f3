"""Makes the configuration's custom formats ready to be asked."""

import time

from radarr.app.config import Config
from radarr.domain.formats.in_force import NO_FORMATS, Formats


def formats(config: Config) -> Formats:
    """The formats compiled, which takes some tenths of a second for all of the guides."""
    if not config.formats:
        return NO_FORMATS
    from radarr.domain.formats.index import compile_index

    return Formats(compile_index(loaded.format for loaded in config.formats), time.thread_time)
