"""Run as a script: drop to another user where we are root, stage a film, and print what came of it as JSON.

unprivileged.py UID LIBRARY SOURCE WAY...
"""

import json
import os
import sys
from pathlib import Path

import anyio
from anyio import to_thread

from radarr.adapters.filesystem import LibraryFiles
from radarr.domain.importing.journal import ImportItem
from radarr.ports.errors import PortError


def _drop(uid: int) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(uid)
        os.setuid(uid)


async def _stage(uid: int, item: ImportItem, library: str, ways: list[str]) -> dict[str, str | None]:
    await to_thread.run_sync(os.geteuid)  # loads what the other user may have no right to load
    _drop(uid)
    files = LibraryFiles(minimum_free=0)
    try:
        root = await files.add_root(library)
        staged = await files.stage(root, item, tuple(ways))
        await files.publish(root, staged)
    except PortError as error:
        return {"error": type(error).__name__, "message": error.message, "remedy": error.remedy}
    return {"transfer": staged.transfer}


def main() -> None:
    uid, library, source, *ways = sys.argv[1:]
    item = ImportItem(source, "Film/.radarr-1-0.part", "Film/film.mkv", Path(source).stat().st_size)
    sys.stdout.write(json.dumps(anyio.run(_stage, int(uid), item, library, ways)))


if __name__ == "__main__":
    main()
