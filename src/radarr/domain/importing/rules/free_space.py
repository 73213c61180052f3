"""A full disk."""

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection


def free_space(request: ImportRequest, contents: Contents) -> ImportRejection | None:
    """Room for a copy and the minimum that stays free. A link needs none, and looks for itself when it must copy."""
    if request.free_space is None or contents.film is None or request.rules.transfer[0] != "copy":
        return None
    if contents.film.size + request.rules.minimum_free <= request.free_space:
        return None
    return ImportRejection(
        ImportReason.MINIMUM_FREE_SPACE,
        f"{_mib(request.free_space)} are free, the film needs {_mib(contents.film.size)} and "
        f"{_mib(request.rules.minimum_free)} must stay free: make room or lower minimum_free",
        RejectionKind.TEMPORARY,
    )


def _mib(size: int) -> str:
    return f"{size >> 20} MiB"
