"""What is wrong and what to do about it: one condition a function, from what is known to messages.

Where Radarr's health page has the same check it bears Radarr's name, so that what reads that page understands ours.
"""

from collections.abc import Callable, Iterator

from radarr.app.health.look import Known
from radarr.app.health.messages.daemon import api_key, blindfold, database, loops, state_folder, system_time
from radarr.app.health.messages.disks import free_space, mount, recycling_bin, root_folder
from radarr.app.health.messages.downloads import download_root, hard_link, remote_path
from radarr.app.health.messages.films import removed
from radarr.app.health.messages.indexers import feed, long_term, search, status
from radarr.app.health.messages.services import (
    circuit,
    client_circuit,
    client_removes,
    client_settings,
    client_version,
    download_client,
    errors,
    metadata,
    metadata_key,
    prowlarr,
    prowlarr_version,
)
from radarr.ports.driving.health import HealthMessage, Level

Check = Callable[[Known], Iterator[HealthMessage]]

CHECKS: tuple[Check, ...] = (
    database,
    loops,
    blindfold,
    state_folder,
    system_time,
    api_key,
    prowlarr,
    prowlarr_version,
    download_client,
    client_circuit,
    client_version,
    client_removes,
    client_settings,
    metadata,
    metadata_key,
    removed,
    circuit,
    errors,
    status,
    long_term,
    feed,
    search,
    root_folder,
    mount,
    recycling_bin,
    free_space,
    download_root,
    remote_path,
    hard_link,
)


def messages(known: Known) -> tuple[HealthMessage, ...]:
    """Every message that stands, in the order of CHECKS; a check that crashes takes no other with it."""
    return tuple(message for check in CHECKS for message in _said(check, known))


def _said(check: Check, known: Known) -> tuple[HealthMessage, ...]:
    try:
        return tuple(check(known))
    except Exception as error:  # noqa: BLE001  # it is asked at every request: the message tells the log once
        what = f"the check {check.__name__} crashed ({type(error).__name__}: {error})"
        return (HealthMessage("BrokenCheck", Level.WARNING, what, "this is a bug: report it"),)
