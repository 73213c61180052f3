"""Which relative paths an import may touch: nothing outside the root folder, and each kind only in its own place."""

from typing import Literal

SENTINEL = ".radarr-root"
RECYCLE_FOLDER = ".radarr-recycle"
TEMPORARY_PREFIX = ".radarr-"
TEMPORARY_SUFFIX = ".part"

Place = Literal["library", "temporary", "recycled"]


def is_temporary(relative: str) -> bool:
    """Whether the name is one that only an import under way bears, so that it may be removed."""
    name = relative.rpartition("/")[2]
    return name.startswith(TEMPORARY_PREFIX) and name.endswith(TEMPORARY_SUFFIX)


def unsafe(relative: str) -> str:
    """Why a `/`-separated path cannot be trusted to stay below its folder, in words; "" if it can."""
    parts = relative.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        return "it has a part that is empty, . or .."
    if "\0" in relative:
        return "it holds a NUL character"
    if any("\ud800" <= character <= "\udfff" for character in relative):
        return "it is not Unicode text"
    return ""


def misplaced(relative: str, place: Place) -> str:
    """Why a path below a root cannot be one of that kind, in words; "" if it can."""
    if problem := unsafe(relative):
        return problem
    recycled = relative.startswith(f"{RECYCLE_FOLDER}/")
    if place == "temporary":
        return "" if is_temporary(relative) else "only names like .radarr-*.part are temporary files of an import"
    if place == "recycled":
        return "" if recycled else f"recycled files lie below {RECYCLE_FOLDER}"
    if recycled or is_temporary(relative) or relative in {SENTINEL, RECYCLE_FOLDER}:
        return "the name is one that the daemon keeps for itself"
    return ""
