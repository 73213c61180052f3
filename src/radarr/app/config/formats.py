"""Reads the custom formats that the configuration names or holds.

The format's own JSON is read as Radarr and the guides write it, whatever further keys it has; what stands in our own
file is read strictly. Nothing of patterns is imported where there are no formats.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from radarr.app.config.library import FormatSettings
from radarr.app.config.problem import DEFAULT, Origin, Problem

if TYPE_CHECKING:
    from radarr.domain.formats.custom_format import CustomFormat

_LARGEST = 4 << 20  # bytes: all formats of the guides are half a megabyte
_WILD = frozenset("*?[")


class LoadedFormat(NamedTuple):
    """A format, and where it came from: `formats/x.json`, or file and line of the configuration."""

    format: "CustomFormat"
    source: str


class _Found(NamedTuple):
    """Decoded JSON that should be a format, and where it was found."""

    resource: object
    source: str
    place: Problem
    """What is said of it where something is wrong, as yet without the reason."""


def read_formats(
    declared: Sequence[FormatSettings], origins: Mapping[str, Origin]
) -> tuple[tuple[LoadedFormat, ...], list[Problem]]:
    """The formats by name, and all that is wrong. `origins` tell by path of a key which file it stands in."""
    if not declared:
        return (), []
    from radarr.domain.formats.decode import FormatError, decode_format

    problems: list[Problem] = []
    known: dict[str, LoadedFormat] = {}
    for found in _all(declared, origins):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            decoded = decode_format(found.resource)
        except FormatError as error:
            problems.append(found.place._replace(expected=f"{_of(found.source)}{error}"))
            continue
        if taken := known.get(decoded.name):
            if found.place.origin.gives_way:
                continue
            said = f"{_of(found.source)}custom format {decoded.name!r} is there already, from {taken.source}"
            problems.append(found.place._replace(expected=said, remedy="rename one of the two, or take it out"))
            continue
        known[decoded.name] = LoadedFormat(decoded, found.source)
    return tuple(known[name] for name in sorted(known)), problems


def _of(source: str) -> str:
    return f"{source}: " if source else ""


def _all(declared: Iterable[FormatSettings], origins: Mapping[str, Origin]) -> Iterator[_Found | Problem]:
    for at, item in enumerate(declared):
        path = f"custom_format[{at}]"
        if item.file:
            yield from _from_files(item, f"{path}.file", origins.get(f"{path}.file", DEFAULT))
        else:
            origin = origins.get(f"{path}.name", DEFAULT)
            place = Problem(path, "", "mend it here", None, origin)
            yield (
                _Found(_inline(item), str(origin), place)
                if item.name
                else place._replace(
                    expected="has neither file nor name",
                    remedy='write file = "formats/x.json", or a format of your own',
                )
            )


def _inline(item: FormatSettings) -> dict[str, object]:
    return {
        "name": item.name,
        "specifications": list(item.specifications),
        "includeCustomFormatWhenRenaming": item.includeCustomFormatWhenRenaming,
        "trash_id": item.trash_id,
        "trash_scores": dict(item.trash_scores),
    }


def _from_files(item: FormatSettings, path: str, origin: Origin) -> Iterator[_Found | Problem]:
    place = Problem(path, "", "", f'"{item.file}"', origin)
    if item.name or item.specifications:
        remedy = "use [[custom_format]] once for each"
        yield place._replace(expected="a format is either in a file or here, not both", remedy=remedy)
        return
    base = Path(origin.name).parent if origin.kind == "file" else Path()
    try:
        files = _files(base, item.file)
    except OSError as error:
        yield place._replace(expected=f"cannot be read: {error.strerror or error}", remedy="check path, owner and mode")
        return
    except ValueError as error:
        yield place._replace(expected=f"is no pattern: {error}", remedy='write it as in "formats/*.json"')
        return
    except RuntimeError:
        yield place._replace(expected="nobody knows whose home that is", remedy="write the path from / on")
        return
    if not files:
        remedy = f"it is looked for below {base}" if not Path(item.file).is_absolute() else "check the path"
        yield place._replace(expected="there is no such file", remedy=remedy)
    for file in files:
        yield from _read(file, str(file.relative_to(base) if file.is_relative_to(base) else file), place)


def _files(base: Path, name: str) -> list[Path]:
    """The file, all `*.json` of a folder, or what a pattern with `*` names; in order of their names."""
    path = base / Path(name).expanduser()
    if path.is_dir():
        return sorted(path.glob("*.json"))
    if _WILD.isdisjoint(name):
        return [path] if path.exists() else []
    fixed = Path(path.anchor)
    return sorted(each for each in fixed.glob(str(path.relative_to(fixed))) if each.is_file())


def _read(file: Path, source: str, place: Problem) -> Iterator[_Found | Problem]:
    """One format, or the list that Radarr's API answers."""
    again = "export the format once more"
    try:
        document: Any = json.loads(_content(file))
    except OSError as error:
        remedy = "check what it is, its owner and mode"
        yield place._replace(expected=f"{source} cannot be read: {error.strerror or error}", remedy=remedy)
        return
    except UnicodeDecodeError:
        yield place._replace(expected=f"{source} is not UTF-8", remedy=f"save it as UTF-8, or {again}")
        return
    except (ValueError, RecursionError) as error:
        yield place._replace(expected=f"{source} is not JSON: {error}", remedy=again)
        return
    mend = place._replace(remedy=f"mend {file}")
    for resource in document if isinstance(document, list) else [document]:
        yield _Found(resource, source, mend)


def _content(file: Path) -> bytes:
    """Raises OSError, also for what is no file (a pipe would keep us waiting) and for what is too large to be one."""
    if not file.is_file():
        raise OSError("it is no file")
    with file.open("rb") as opened:
        data = opened.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise OSError(f"it is larger than {_LARGEST >> 20} MiB")
    return data
