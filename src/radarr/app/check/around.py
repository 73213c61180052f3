"""The services, the folders, and the hard links between them: judged as the daemon judges them."""

import os
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Final

import anyio

from radarr.app import clients
from radarr.app.check.finding import Finding, Subject, of_messages, ok
from radarr.app.check.links import trials
from radarr.app.check.well import WELL
from radarr.app.health.look import PROWLARR, QBITTORRENT, ROOT, TMDB, Folder, Known, Look, Terms, Trouble
from radarr.app.health.messages import Check, disks, downloads, indexers, services
from radarr.app.health.services import Services
from radarr.app.health.states import service_health
from radarr.app.health.surroundings import Surroundings, used_by
from radarr.domain.movie import RootFolder
from radarr.domain.resilience.figures import ServiceReport
from radarr.ports.clock import Clock
from radarr.ports.errors import PortError
from radarr.ports.files import Files

_LINKS: Final = "hard links"
_AREAS: Final[dict[str, tuple[Check, ...]]] = {
    PROWLARR: (services.prowlarr, services.prowlarr_version, indexers.feed, indexers.search),
    QBITTORRENT: (
        services.download_client,
        services.client_version,
        services.client_removes,
        services.client_settings,
    ),
    TMDB: (services.metadata, services.metadata_key),
    "root folders": (disks.root_folder, disks.mount, disks.recycling_bin),
    "download folders": (downloads.remote_path, downloads.download_root),
    "disk space": (disks.free_space,),
    _LINKS: (downloads.hard_link,),
}


async def around(subject: Subject, known_roots: tuple[RootFolder, ...], clock: Clock) -> list[Finding]:
    """Every service is asked, every folder looked at, every link tried."""
    known = await _look(subject, known_roots, clock)
    return [finding for area in _AREAS for finding in found_of(area, known)]


def found_of(area: str, known: Known) -> list[Finding]:
    """What is well in it, what is not known, what is wrong."""
    well = (ok(area, text) for text in WELL[area](known))
    wrong = of_messages(area, (message for check in _AREAS[area] for message in check(known)))
    return [*well, *(_untried(area, known) if area == _LINKS else ()), *wrong]


def _untried(area: str, known: Known) -> Iterator[Finding]:
    """What is not known is neither well nor wrong."""
    for trial in known.look.trials:
        if not trial.tried and trial.trouble:
            text = f"no hard link could be tried from {trial.folder} to {trial.root}: {trial.trouble.problem}"
            yield Finding(area, "notice", text, "check again once a download is finished")


async def _look(subject: Subject, known_roots: tuple[RootFolder, ...], clock: Clock) -> Known:
    config = subject.config
    terms = Terms(
        minimum_free=config.library.minimum_free,
        transfer=config.library.transfer,
        metadata_key=bool(config.tmdb.api_key),
    )
    names = (PROWLARR, QBITTORRENT, TMDB) if terms.metadata_key else (PROWLARR, QBITTORRENT)
    reports = {name: ServiceReport(name) for name in names}
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(clients.qbittorrent(config, clock))
        asked = Services(
            await stack.enter_async_context(clients.prowlarr(config, clock)),
            client,
            await stack.enter_async_context(clients.tmdb(config)) if terms.metadata_key else None,
            clock,
            lambda: reports,
        )
        probes = await asked.probe({})
        folders = await _folders(subject, known_roots, used_by(asked.info, asked.torrents), clients.files(config))
        tried = await trials(folders, asked.torrents, client) if "hardlink" in terms.transfer else ()
    look = Look(
        at=clock.now(),
        probes=probes,
        client=asked.info,
        indexers=asked.indexers,
        folders=folders,
        trials=tried,
    )
    return Known(
        now=clock.now(),
        look=look,
        services=tuple(service_health(reports[name], probes[name], 1.0) for name in names),
        terms=terms,
    )


async def _folders(
    subject: Subject, known_roots: tuple[RootFolder, ...], used: tuple[tuple[str, str], ...], files: Files
) -> tuple[Folder, ...]:
    """Roots that the daemon knows are held to their sentinel; others get one when it starts."""
    config = subject.config
    wanted = dict.fromkeys((*config.library.roots, *(slot.root for slot in config.slot)))
    known = [root for root in known_roots if root.path in wanted]
    new = [path for path in wanted if path not in {root.path for root in known}]
    state = str(subject.state) if os.access(subject.state, os.X_OK) else ""
    seen = await Surroundings(files).folders(known, (), used, state)
    return (*[await _new_root(path, files) for path in new], *seen)


async def _new_root(path: str, files: Files) -> Folder:
    with anyio.move_on_after(10):
        try:
            use = await files.disk(path)
        except PortError as error:
            return Folder(path, ROOT, trouble=Trouble(error.message, error.remedy))
        if use.writable:
            return Folder(path, ROOT, use)
        return Folder(
            path,
            ROOT,
            use,
            Trouble(f"{path} cannot be written to", "make it writable for the daemon's user or one of its groups"),
        )
    return Folder(path, ROOT, trouble=Trouble(f"{path} does not answer", "look whether its disk hangs"))
