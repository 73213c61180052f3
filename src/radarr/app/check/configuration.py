"""The configuration, and the key to our own API."""

import os
from collections.abc import Iterator
from pathlib import Path

from radarr.app.check.finding import Finding, Subject, ok
from radarr.app.config import Config

_SHORT = 20
_OTHERS = 0o004
_OLD_PASSWORD = "adminadmin"  # noqa: S105 - what is warned of


def configuration(subject: Subject) -> Iterator[Finding]:
    """It was read without an error, or there would be no subject."""
    area, config = "configuration", subject.config
    if config.path is None:
        yield Finding(
            area, "notice", "there is no configuration file: defaults and environment hold", "write one: `radarr init`"
        )
    else:
        many = f", with {len(config.formats)} custom formats" if config.formats else ""
        yield ok(area, f"{config.path} is valid{many}")
        if any(value.origin.kind == "file" for value in config.values if value.value == "(hidden)"):
            yield from _read_by_all(area, config.path)
    for notice in config.notices:
        yield Finding(area, "notice", notice)
    yield from _trust(area, config)


def _trust(area: str, config: Config) -> Iterator[Finding]:
    """What makes it easy to be somebody else."""
    for name, service in (("prowlarr", config.prowlarr), ("qbittorrent", config.qbittorrent)):
        if service.url.startswith("https:") and not service.verify_tls:
            yield Finding(
                area,
                "warning",
                f"{name}.verify_tls is off: whoever stands between can read the key and answer in {name}'s place",
                "give the service a certificate that can be checked, and switch it on again",
            )
    if config.qbittorrent.password.reveal() == _OLD_PASSWORD:
        yield Finding(
            area,
            "warning",
            "qbittorrent.password is the one that every old qBittorrent comes with, and that everybody knows",
            "choose another in qBittorrent (Options, Web UI, Authentication) and here",
        )


def _read_by_all(area: str, path: Path) -> Iterator[Finding]:
    if path.stat().st_mode & _OTHERS:
        yield Finding(
            area, "warning", f"every user of this machine may read {path}, which holds keys", f"chmod 640 {path}"
        )


def api_key(subject: Subject) -> Iterator[Finding]:
    """The key to our own API."""
    area, given = "API key", subject.config.server.api_key.reveal()
    kept = subject.state / "api_key"
    if given and len(given) < _SHORT:
        yield Finding(
            area,
            "warning",
            f"server.api_key has only {len(given)} characters, so that it can be guessed",
            f"choose one of at least {_SHORT}, or leave it empty and let the daemon make one",
        )
    elif given:
        yield ok(area, "server.api_key is given")
    elif os.access(subject.state, os.F_OK) and not os.access(subject.state, os.X_OK, effective_ids=True):
        yield Finding(area, "notice", f"{subject.state} is not ours to look into", "run this as the daemon's user")
    elif not os.path.lexists(kept):
        yield Finding(area, "notice", "the daemon makes one when it first starts", "`radarr key show` tells it then")
    elif not os.access(kept, os.R_OK, effective_ids=True):
        yield Finding(area, "notice", f"{kept} is not ours to read", "run this as the daemon's user")
    else:
        yield ok(area, f"it is kept in {kept}")
