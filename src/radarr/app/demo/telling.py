"""What happened, and what there is, in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

_EVENTS = {
    "movieAdded": "wanted",
    "grabbed": "grabbed",
    "downloadFolderImported": "imported",
    "downloadFailed": "failed",
}


def sentence(event: dict[str, Any], film: str) -> str:
    """One event of the history."""
    data = event["data"]
    match data["event"]:
        case "grabbed":
            return f"{film}: grabbed {event['sourceTitle']} from {data['indexer']}"
        case "downloadFolderImported":
            replaced = f"; the old file is in {data['recycled']}" if data["replaced"] else ""
            return f"{film}: imported by {data['transfer']} as {data['importedPath']}{replaced}"
        case "downloadFailed":
            return (
                f"{film}: {event['sourceTitle']} failed ({data['message']}); it is blocklisted, the next best is sought"
            )
        case kind:
            return f"{film}: {_EVENTS.get(kind, kind)}"


def tree(folder: Path, indent: str = "") -> Iterator[str]:
    """A line for every folder and file, with the number of its links."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield f"{indent}{path.name}/"
            yield from tree(path, indent + "  ")
        elif path.name != ".radarr-root":
            yield f"{indent}{path.name}  ({path.stat().st_nlink} links)"
