"""What people declare themselves, which beats what the guides propose."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from radarr.app.config.decode import Decoder
from radarr.app.config.environment import read_environment
from radarr.app.config.files import files, read_file
from radarr.app.config.formats import LoadedFormat, read_formats
from radarr.app.config.problem import Origin
from radarr.app.config.raw import Raw, Table
from radarr.domain.trash.guide import GuideFormat
from radarr.domain.trash.want import Snapshot


class Kept(NamedTuple):
    """Something of people's own that stays: what it says, what the guides say, where it stands."""

    kind: str
    name: str
    key: str
    own: object
    guide: object
    where: str


@dataclass(frozen=True, slots=True)
class People:
    """What the files of people say, right or wrong: they may need what a guide brings."""

    files: tuple[Path, ...]
    raw: Raw
    formats: Sequence[LoadedFormat]

    def own_formats(self, taken: Mapping[str, GuideFormat]) -> dict[str, str]:
        """The names of their formats for those taken, by trash id: of the same trash id, or else of the same name."""
        by_id = {loaded.format.trash_id: loaded.format.name for loaded in self.formats if loaded.format.trash_id}
        names = {loaded.format.name for loaded in self.formats}
        found = {trash_id: by_id.get(trash_id, each.name) for trash_id, each in taken.items()}
        return {trash_id: name for trash_id, name in found.items() if trash_id in by_id or name in names}

    def kept(self, wanted: Snapshot, taken: Mapping[str, GuideFormat]) -> Iterator[Kept]:
        """What of theirs stands in the place of something that is wanted."""
        where = {loaded.format.name: loaded.source for loaded in self.formats}
        for trash_id, name in self.own_formats(taken).items():
            yield Kept("format", name, "", name, taken[trash_id].name, where[name])
        for settings in wanted.profiles.values():
            yield from self._profile(str(settings["name"]), settings)
        for quality, entry in self.raw.tables.get("sizes", {}).items():
            if quality in wanted.sizes and entry.value != list(wanted.sizes[quality]):
                guides = list(wanted.sizes[quality])
                yield Kept("size", quality, "", entry.value, guides, str(entry.origin))

    def profiles(self, name: str) -> Iterator[Table]:
        """What they say of a profile."""
        for table, _ in self.raw.arrays.get("profile", []):
            if "name" in table and str(table["name"].value).casefold() == name.casefold():
                yield table

    def _profile(self, name: str, settings: Mapping[str, object]) -> Iterator[Kept]:
        for table in self.profiles(name):
            for key, entry in table.items():
                if key == "format_scores" and isinstance(entry.value, dict):
                    yield from _scores(name, entry.value, settings, str(entry.origin))
                elif key in settings and key != "name" and entry.value != settings[key]:
                    yield Kept("profile", name, key, entry.value, settings[key], str(entry.origin))


def _scores(profile: str, own: Mapping[str, object], settings: Mapping[str, object], where: str) -> Iterator[Kept]:
    proposed = settings.get("format_scores")
    for name, score in own.items():
        guides = proposed.get(name, 0) if isinstance(proposed, Mapping) else 0
        if score != guides:
            yield Kept("score", profile, name, score, guides, where)


def read_people(path: Path | None, environ: Mapping[str, str]) -> People:
    """What stands in the files that do not give way. What is wrong there is told by whoever loads them."""
    taken = tuple(each for each in (files(path) if path else ()) if not Origin("file", str(each)).gives_way)
    raw = Raw()
    for each in taken:
        read_file(raw, each)
    read_environment(raw, environ)
    decoder = Decoder(raw)
    config = decoder.decode()
    formats, _ = read_formats(config.custom_format, {value.path: value.origin for value in decoder.values})
    return People(taken, raw, formats)
