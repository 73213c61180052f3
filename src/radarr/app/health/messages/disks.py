"""What may be wrong with the library's folders, and with space on any disk."""

from collections.abc import Iterator

from radarr.app.health.look import DOWNLOADS, RECYCLE, ROOT, STATE, Folder, Known
from radarr.ports.driving.health import HealthMessage, Level
from radarr.ports.files import DiskUse

_FEW = 0.05
_FREE = "remove what is not needed any more, or add a disk; what waits for space goes on by itself"
_STATE_MINIMUM = 64 << 20  # enough for a database to go on and a person to notice


def root_folder(known: Known) -> Iterator[HealthMessage]:
    """A root is away, or is not the one that we know."""
    for folder in known.look.of_kind(ROOT):
        if folder.trouble and not _read_only(folder):
            yield HealthMessage("RootFolderCheck", Level.ERROR, *folder.trouble)


def mount(known: Known) -> Iterator[HealthMessage]:
    """A root's file system is read-only."""
    for folder in known.look.of_kind(ROOT):
        if _read_only(folder):
            yield HealthMessage(
                "MountCheck",
                Level.ERROR,
                f"the root {folder.path} is on a read-only file system: nothing can be imported",
                "mount it writable, or add it to the unit's ReadWritePaths; a disk that fails turns read-only, too",
            )


def recycling_bin(known: Known) -> Iterator[HealthMessage]:
    """Replaced files cannot be put aside, so that no upgrade can be imported."""
    roots = {folder.path: folder for folder in known.look.of_kind(ROOT)}
    for folder in known.look.of_kind(RECYCLE):
        root = roots.get(folder.path.rpartition("/")[0])
        if folder.use is None or root is None or root.use is None or _read_only(root):
            continue
        if not folder.use.writable:
            yield HealthMessage(
                "RecyclingBinCheck",
                Level.ERROR,
                f"the folder for replaced files {folder.path} cannot be written to: no upgrade can be imported",
                "give it back to the daemon's user",
            )
        elif folder.use.device != root.use.device:
            yield HealthMessage(
                "RecyclingBinCheck",
                Level.ERROR,
                f"the folder for replaced files {folder.path} is on another file system than its root",
                "unmount what is mounted there: a file is put aside by renaming it",
            )


def free_space(known: Known) -> Iterator[HealthMessage]:
    """A disk is full or nearly so; each is told once, however many of our folders it holds."""
    told: set[int] = set()
    for kind in (ROOT, DOWNLOADS, STATE):
        for folder in known.look.of_kind(kind):
            use = folder.use
            if use is None or not use.total or use.device in told:
                continue
            minimum = _STATE_MINIMUM if kind == STATE else known.terms.minimum_free
            if use.free < minimum:
                told.add(use.device)
                yield HealthMessage(
                    "FreeSpaceCheck", Level.ERROR, f"the disk is full: {_left(folder.path, use)}", _FREE
                )
            elif use.free < use.total * _FEW:
                told.add(use.device)
                yield HealthMessage(
                    "FreeSpaceCheck", Level.WARNING, f"the disk fills up: {_left(folder.path, use)}", _FREE
                )


def _left(path: str, use: DiskUse) -> str:
    return f"{_size(use.free)} of {_size(use.total)} are free below {path}"


def _size(count: int) -> str:
    return f"{count / (1 << 30):.1f} GiB" if count >= 1 << 30 else f"{count / (1 << 20):.0f} MiB"


def _read_only(folder: Folder) -> bool:
    return folder.use is not None and folder.use.read_only
