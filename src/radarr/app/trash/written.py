"""What stands in `conf.d` for the guides: one file of settings, and beside it one of JSON for each custom format.

A format's file has a digest of what it holds in its name, and counts only where the settings name it. To replace those
is all that it takes to go from one state to another, whatever happens on the way.
"""

import json
import re
import secrets
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from radarr.app.config.literal import literal
from radarr.domain.trash.want import EMPTY, Snapshot
from radarr.ports.errors import NotPermitted

SETTINGS = "trash-guides.toml"
FORMATS = "trash"
_HEAD = (
    "# Written by `radarr trash apply` from the TRaSH Guides, and written anew by it. Do not edit: what you write in\n"
    "# radarr.toml beats it, key by key, in [sizes] and in a [[profile]] of the same name.\n"
)
_OWN_NAME = re.compile(r".+\.([0-9a-f]{12})\.json")
_TEMPORARY = re.compile(r"\.(trash-guides\.toml|trash-lock\.json|.+\.[0-9a-f]{12}\.json)\.[0-9a-f]{8}")


def digest(data: bytes) -> str:
    """Of a file's content."""
    return f"sha256:{sha256(data).hexdigest()}"


def render(snapshot: Snapshot) -> dict[str, bytes]:
    """The content of every file, by its path seen from `conf.d`."""
    formats = dict(_format(resource) for resource in snapshot.formats.values())
    lines = [_HEAD, *(f"[[custom_format]]\nfile = {literal(file)}\n" for file in sorted(formats))]
    for profile in snapshot.profiles.values():
        lines.append("[[profile]]")
        lines += [f"{key} = {literal(value)}" for key, value in profile.items() if not isinstance(value, Mapping)]
        for key, value in profile.items():
            lines += _table(f"profile.{key}", value) if isinstance(value, Mapping) else []
    lines += _table("sizes", {quality: list(limits) for quality, limits in snapshot.sizes.items()})
    return {**formats, SETTINGS: "\n".join(lines).encode("utf-8", "replace")}


def _table(name: str, held: Mapping[str, object]) -> list[str]:
    if not held:
        return []
    return [f"[{name}]", *(f"{literal(key)} = {literal(value)}" for key, value in held.items()), ""]


def _format(resource: Mapping[str, object]) -> tuple[str, bytes]:
    data = (json.dumps(resource, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")
    return f"{FORMATS}/{_slug(str(resource['name']))}.{sha256(data).hexdigest()[:12]}.json", data


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "format"


def read_written(folder: Path, profiles: Mapping[str, str]) -> Snapshot:
    """What stands there, whoever wrote it; `profiles` are the names by trash id. What makes no sense is left out."""
    data = read_bytes(folder / SETTINGS)
    if data is None:
        return EMPTY
    try:
        settings: dict[str, Any] = tomllib.loads(data.decode())
    except ValueError:
        return EMPTY
    ids = {name: trash_id for trash_id, name in profiles.items()}
    named = [each for each in _tables(settings.get("profile")) if isinstance(each.get("name"), str)]
    sizes = settings.get("sizes")
    return Snapshot(
        {str(each.get("trash_id", each["name"])): each for each in _formats(folder, settings)},
        {ids.get(each["name"], each["name"]): each for each in named},
        {key: tuple(limits) for key, limits in sizes.items() if isinstance(limits, list)}
        if isinstance(sizes, dict)
        else {},
    )


def _formats(folder: Path, settings: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for each in _tables(settings.get("custom_format")):
        data = read_bytes(folder / str(each.get("file", "")))
        try:
            resource = json.loads(data or b"")
        except ValueError:
            continue
        if isinstance(resource, dict) and isinstance(resource.get("name"), str):
            yield resource


def _tables(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def read_bytes(path: Path) -> bytes | None:
    """A file's content, None where there is none. Raises NotPermitted."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise NotPermitted(
            f"{path} cannot be read: {error.strerror}", remedy="run this as the daemon's user"
        ) from error


def left_over(folder: Path, used: Mapping[str, object]) -> Iterator[Path]:
    """Files of formats that nothing names any more and that are as they were written, as their names tell.

    And what an apply that was cut off had not yet given its name.
    """
    for path in sorted((folder / FORMATS).glob("*.json")):
        found = _OWN_NAME.fullmatch(path.name)
        if found and f"{FORMATS}/{path.name}" not in used:
            data = read_bytes(path)
            if data is not None and sha256(data).hexdigest().startswith(found[1]):
                yield path
    for place in (folder, folder / FORMATS):
        yield from (path for path in sorted(place.glob(".*")) if _TEMPORARY.fullmatch(path.name))


def temporary(path: Path) -> Path:
    """A hidden name beside a file, for what is to take its place."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")
