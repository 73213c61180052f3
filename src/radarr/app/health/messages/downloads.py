"""What may be wrong between the client's folders and the library."""

import re
from collections.abc import Iterator

from radarr.app.health.look import DOWNLOADS, ROOT, Known
from radarr.ports.driving.health import HealthMessage, Level

_COPIED = re.compile(r"""[,;] or allow "copy" in \[library\] transfer""")  # advice that was taken already
_MAPPING = (
    "say in [qbittorrent] path_map where this machine sees it; in containers, mount one volume under one name in both"
)


def download_root(known: Known) -> Iterator[HealthMessage]:
    """The client downloads into the library, where unfinished films would be taken for finished ones."""
    roots = [folder.path for folder in known.look.of_kind(ROOT)]
    for folder in known.look.of_kind(DOWNLOADS):
        for root in roots:
            if f"{folder.path}/".startswith(f"{root}/"):
                yield HealthMessage(
                    "DownloadClientRootFolderCheck",
                    Level.WARNING,
                    f"the client downloads into {folder.path}, which lies in the root {root}",
                    "give the client a folder of its own beside the root, on the same disk",
                )


def remote_path(known: Known) -> Iterator[HealthMessage]:
    """A folder that the client names is not to be seen here."""
    for folder in known.look.of_kind(DOWNLOADS):
        if folder.trouble:
            where = f" (the client calls it {folder.named})" if folder.named.rstrip("/") != folder.path else ""
            yield HealthMessage(
                "RemotePathMappingCheck",
                Level.ERROR,
                f"the client's download folder cannot be used: {folder.trouble.problem}{where}",
                _MAPPING,
            )


def hard_link(known: Known) -> Iterator[HealthMessage]:
    """Films cannot be hard-linked into the library, though they should be."""
    transfer = known.terms.transfer
    if "hardlink" not in transfer:
        return
    level, then = (
        (Level.ERROR, "nothing can be imported")
        if transfer == ("hardlink",)
        else (Level.WARNING, "every film that is seeded takes its space twice")
    )
    for trial in known.look.trials:
        if trial.tried and trial.trouble:
            yield HealthMessage(
                "HardLinkCheck",
                level,
                f"no hard link goes from {trial.folder} to {trial.root}, so that {then}: {trial.trouble.problem}",
                trial.trouble.remedy if transfer == ("hardlink",) else _COPIED.sub("", trial.trouble.remedy),
            )
