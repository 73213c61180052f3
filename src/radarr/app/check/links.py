"""Try a hard link from every download folder into every root, with a real film where the client has one."""

import os
from functools import partial
from typing import Final

import anyio
from anyio import to_thread

from radarr.adapters.filesystem.errors import os_errors
from radarr.adapters.filesystem.folders import opened
from radarr.adapters.filesystem.looking import try_link
from radarr.app.health.look import DOWNLOADS, ROOT, Folder, Trial, Trouble
from radarr.app.health.trials import film_of
from radarr.ports.download_client import ClientState, ClientTorrent, DownloadClient
from radarr.ports.errors import Gone, PortError, Refused

_FOLDER: Final = os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC
_PATIENCE: Final = 30.0


async def trials(
    folders: tuple[Folder, ...], torrents: tuple[ClientTorrent, ...], client: DownloadClient
) -> tuple[Trial, ...]:
    """One for each pair that can be seen. A root that bears no sentinel yet is tried as well."""
    found: list[Trial] = []
    roots = [each.path for each in folders if each.kind == ROOT and each.use and not each.trouble]
    for folder in (each.path for each in folders if each.kind == DOWNLOADS and each.use):
        complete = [t for t in torrents if t.local_path == folder and t.state is ClientState.COMPLETED]
        name = await film_of(client, complete)
        found += [await _trial(folder, root, name) for root in roots]
    return tuple(found)


async def _trial(folder: str, root: str, name: str) -> Trial:
    """With the film; with a file of ours where there is none, or where it is not where the client says."""
    for with_ in dict.fromkeys((name, "")):
        try:
            with anyio.fail_after(_PATIENCE):
                await to_thread.run_sync(partial(_link, folder, root, with_), abandon_on_cancel=True)
        except TimeoutError:
            return Trial(folder, root, Trouble(f"{folder} or {root} does not answer"), tried=False)
        except Gone:
            continue
        except Refused as error:
            return Trial(folder, root, Trouble(error.message, error.remedy), film=with_)
        except PortError as error:
            return Trial(folder, root, Trouble(error.message, error.remedy), tried=False)
        return Trial(folder, root, film=with_)
    return Trial(folder, root, Trouble(f"{folder} is not there"), tried=False)


def _link(folder: str, root: str, name: str) -> None:
    with os_errors(f"{root} cannot be used"), opened(root, flags=_FOLDER) as fd:
        try_link(fd, folder, name)
