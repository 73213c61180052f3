"""Reads a checkout of the TRaSH Guides: the folders that its `metadata.json` names, else where they always were."""

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from radarr.app.trash.commit import head_commit
from radarr.domain.trash.decode import (
    GuideError,
    decode_conflicts,
    decode_format,
    decode_group,
    decode_profile,
    decode_sizes,
)
from radarr.domain.trash.guide import Guide
from radarr.ports.errors import NotPermitted, PortError, Refused

T = TypeVar("T")
_LARGEST = 4 << 20  # bytes of one file: all formats together are half a megabyte
_NEEDED = {"custom_formats": "cf", "quality_profiles": "quality-profiles"}
_FURTHER = {"custom_format_groups": "cf-groups", "qualities": "quality-size", "conflicts": "conflicts.json"}
_WHERE = "give the folder of a clone of https://github.com/TRaSH-Guides/Guides"


class Checkout(NamedTuple):
    """A guide, and which one: `commit` is "" for a folder without git, `digest` is of every file that was read.

    `files` tell by trash id where a format stands.
    """

    folder: Path
    commit: str
    digest: str
    guide: Guide
    files: Mapping[str, str]


def read_checkout(folder: Path) -> Checkout:
    """All that the guides hold for Radarr. Raises Refused: no checkout, another layout, a file that makes no sense."""
    reader = _Reader(folder)
    places = reader.places()
    formats = dict(reader.located(places["custom_formats"], decode_format))
    profiles = reader.decoded(places["quality_profiles"], decode_profile)
    groups = reader.decoded(places["custom_format_groups"], decode_group)
    guide = Guide(
        {each.trash_id: each for each in formats.values()},
        {each.trash_id: each for each in sorted(profiles, key=lambda each: (each.order, each.name))},
        {each.trash_id: each for each in sorted(groups, key=lambda each: each.name)},
        dict(reader.decoded(places["qualities"], decode_sizes)),
        tuple(pair for some in reader.decoded(places["conflicts"], decode_conflicts) for pair in some),
    )
    files = {each.trash_id: file for file, each in formats.items()}
    return Checkout(folder, head_commit(folder), f"sha256:{reader.digest.hexdigest()}", guide, files)


class _Reader:
    """Reads files of one folder, and remembers in `digest` what they held."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.digest = sha256()

    def places(self) -> dict[str, list[str]]:
        """Files and folders by what they hold."""
        usual = {key: [f"docs/json/radarr/{place}"] for key, place in (_NEEDED | _FURTHER).items()}
        if (self._folder / "metadata.json").is_file():
            stated = self._stated()
            found = {key: stated.get(key, []) for key in usual}
        else:
            found = usual
        for key in _NEEDED:
            if not any((self._folder / place).is_dir() for place in found[key]):
                raise Refused(self._no_guide(found[key] or usual[key]), remedy=_WHERE)
        return found

    def _no_guide(self, places: list[str]) -> str:
        if not self._folder.is_dir():
            return f"there is no folder {self._folder}"
        return f"{self._folder} is no checkout of the TRaSH Guides as they are known: it has no {' nor '.join(places)}"

    def _stated(self) -> dict[str, list[str]]:
        content = self._json(self._folder / "metadata.json")
        try:
            stated: dict[str, Any] = content["json_paths"]["radarr"]
            places = {key: [value] if isinstance(value, str) else list(value) for key, value in stated.items()}
        except (KeyError, TypeError, AttributeError) as error:
            said = f"{self._folder}/metadata.json does not say where the files for Radarr are (`json_paths.radarr`)"
            raise Refused(f"{said}: the guides have a layout that is not known", remedy=_WHERE) from error
        for place in (each for some in places.values() for each in some):
            if not isinstance(place, str) or place.startswith("/") or ".." in place.split("/"):
                raise Refused(f"{self._folder}/metadata.json names {place!r}, outside its folder", remedy=_WHERE)
        return places

    def files(self, places: list[str]) -> Iterator[tuple[str, Any]]:
        """Decoded JSON of every file, in order of their names."""
        for place in places:
            path = self._folder / place
            for file in sorted(path.glob("*.json")) if path.is_dir() else [path] if path.exists() else []:
                yield str(file), self._json(file)

    def decoded(self, places: list[str], decode: Callable[[object], T]) -> Iterator[T]:
        """What `decode` makes of each."""
        yield from (value for _, value in self.located(places, decode))

    def located(self, places: list[str], decode: Callable[[object], T]) -> Iterator[tuple[str, T]]:
        """The same, with the file that it comes from."""
        for file, content in self.files(places):
            try:
                yield file, decode(content)
            except GuideError as error:
                raise self._wrong(file, str(error)) from error

    def _json(self, file: Path) -> Any:  # noqa: ANN401 - JSON is anything
        try:
            with file.open("rb") as opened:
                data = opened.read(_LARGEST + 1)
            self.digest.update(f"{file.relative_to(self._folder)} {len(data)}\n".encode() + data)
            return json.loads(data if len(data) <= _LARGEST else b"")
        except OSError as error:
            raise NotPermitted(f"{file} cannot be read: {error.strerror}", remedy="check its owner and mode") from error
        except (ValueError, RecursionError) as error:
            raise self._wrong(str(file), "it is not JSON") from error

    def _wrong(self, file: str, problem: str) -> PortError:
        return Refused(f"{file}: {problem}", remedy="update the checkout, or go back to a commit that worked")
