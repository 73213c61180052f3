"""Settings to try: the sections of a configuration that bear on decisions, in a file of their own.

They are read strictly, as the configuration is, where the file is; its custom formats then stand in it whole, so that
what reads them next needs no other file. There they are laid over the configuration in force.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from radarr.app.config.checks import check
from radarr.app.config.decode import Decoder
from radarr.app.config.files import read_document, read_file
from radarr.app.config.formats import LoadedFormat, read_formats
from radarr.app.config.library import ProfileSettings
from radarr.app.config.problem import DEFAULT, ConfigError, Origin, Problem
from radarr.app.config.raw import Raw, Table
from radarr.app.config.root import Config

if TYPE_CHECKING:
    from radarr.domain.formats.custom_format import CustomFormat

MEMBERS = ("profile", "custom_format", "release_profile")
TABLE = "sizes"
_SECTIONS = (*MEMBERS, TABLE)


_OWN = (".qualities", ".cutoff", ".name")
"""What can be judged of a profile without knowing which custom formats are in force."""


class _Given(NamedTuple):
    raw: Raw
    config: Config
    origins: Mapping[str, Origin]


def read_trial(path: Path) -> dict[str, object]:
    """The sections of a file, as JSON may hold them, custom formats whole. Raises ConfigError."""
    raw = Raw()
    read_file(raw, path)
    given = _decoded(raw)
    wrong = (
        problem for problem in check(given.config) if problem.path.startswith(TABLE) or problem.path.endswith(_OWN)
    )
    if problems := tuple(p._replace(origin=given.origins.get(p.path, p.origin)) for p in wrong):
        raise ConfigError(problems)
    document: dict[str, object] = {name: [_plain(table) for table, _ in raw.arrays.get(name, ())] for name in MEMBERS}
    document[TABLE] = _plain(raw.tables.get(TABLE, {}))
    document["custom_format"] = [_whole(loaded.format) for loaded in given.config.formats]
    return {name: content for name, content in document.items() if content}


def tried(config: Config, document: Mapping[str, object], source: str) -> Config:
    """The configuration with these sections laid over it. Raises ConfigError.

    A profile or custom format takes the place of one of its name, a size that of its quality; release profiles, which
    may have no name, take the place of all.
    """
    raw = Raw()
    read_document(raw, dict(document), source)
    given = _decoded(raw, may_read=False).config
    others = [declared for declared in config.profile if declared.name not in _names(given.profile)]
    formats = {loaded.format.name: loaded for loaded in (*config.formats, *given.formats)}
    laid = replace(
        config,
        profile=(*given.profile, *others),
        sizes={**config.sizes, **given.sizes},
        release_profile=given.release_profile or config.release_profile,
        formats=tuple(formats[name] for name in sorted(formats)),
    )
    if problems := tuple(check(laid)):
        raise ConfigError(problems)
    return laid


def _names(declared: Iterable[ProfileSettings]) -> set[str]:
    return {each.name for each in declared}


def _decoded(raw: Raw, *, may_read: bool = True) -> _Given:
    problems = list(_strangers(raw))
    decoder = Decoder(raw)
    config = decoder.decode()
    problems += [*raw.problems, *decoder.problems]
    if not may_read:
        problems += _files(config)
    origins = {value.path: value.origin for value in decoder.values}
    formats: tuple[LoadedFormat, ...] = ()
    if not problems:
        formats, problems = read_formats(config.custom_format, origins)
    if problems:
        raise ConfigError(tuple(problems))
    return _Given(raw, replace(config, formats=formats), origins)


def _strangers(raw: Raw) -> Iterator[Problem]:
    """Sections that change no decision."""
    there = {name: [entry.origin for entry in table.values()] for name, table in raw.tables.items()}
    there |= {name: [origin for _, origin in members] for name, members in raw.arrays.items()}
    for name, origins in there.items():
        if name not in _SECTIONS:
            said = f"only {', '.join(_SECTIONS)} are: leave it out"
            yield Problem(name, "is not tried", said, None, next(iter(origins), DEFAULT))


def _files(config: Config) -> Iterator[Problem]:
    """Whoever asks over the network does not choose what is read here."""
    for at, declared in enumerate(config.custom_format):
        if declared.file:
            yield Problem(f"custom_format[{at}].file", "is not read here", "put the format itself in its place")


def _plain(table: Table) -> dict[str, object]:
    return {key: entry.value for key, entry in table.items()}


def _whole(one: "CustomFormat") -> dict[str, object]:
    from radarr.domain.formats.encode import fields_of, implementation

    specifications = [
        {
            "name": condition.name,
            "implementation": implementation(condition.test),
            "negate": condition.negate,
            "required": condition.required,
            "fields": fields_of(condition.test),
        }
        for condition in one.conditions
    ]
    return {
        "name": one.name,
        "specifications": specifications,
        "includeCustomFormatWhenRenaming": one.include_when_renaming,
        "trash_id": one.trash_id,
        "trash_scores": dict(one.trash_scores),
    }
