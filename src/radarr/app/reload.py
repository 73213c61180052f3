"""What a reload of the configuration can change, and what stays until a restart."""

from collections.abc import Iterator
from dataclasses import replace

from radarr.app.config import Config

FIXED = ("server.host", "server.port", "server.url_base", "server.api_key", "database.url", "database.password")
"""The socket and the database are opened once, and companion programs know the key."""


def with_fixed(running: Config, wanted: Config) -> Config:
    """What was wanted, as far as it can be had without a restart."""
    server = running.server
    kept = replace(wanted.server, host=server.host, port=server.port, url_base=server.url_base, api_key=server.api_key)
    return replace(wanted, server=kept, database=running.database)


def needs_restart(running: Config, wanted: Config) -> tuple[str, ...]:
    """The paths of the settings that were changed and stay as they are."""
    return tuple(path for path in FIXED if _value(running, path) != _value(wanted, path))


def changed(running: Config, taken: Config) -> tuple[str, ...]:
    """The paths of what is different now, lists by their name: `prowlarr.url`, `profile`."""
    return tuple(dict.fromkeys(_differences(running, taken)))


def _differences(running: Config, taken: Config) -> Iterator[str]:
    before = {value.path: value.value for value in running.values if value.path not in FIXED}
    after = {value.path: value.value for value in taken.values if value.path not in FIXED}
    for path in (*before, *after):
        if before.get(path) != after.get(path):
            yield path.partition("[")[0]
    if running.formats != taken.formats:  # their files may say something new under the same names
        yield "custom_format"
    if running.secrets() != taken.secrets() and running.server.api_key == taken.server.api_key:
        yield "a secret"


def _value(config: Config, path: str) -> object:
    section, _, key = path.partition(".")
    value = getattr(getattr(config, section), key)
    return value.reveal() if hasattr(value, "reveal") else value
