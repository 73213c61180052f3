"""Whether the configuration that would result can be used: told before anything of it is written in its place."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from radarr.app.config import ConfigError, Origin, Problem, load
from radarr.app.config.files import read_file
from radarr.app.config.raw import Raw
from radarr.app.trash.people import People
from radarr.app.trash.written import SETTINGS

_PROFILE = re.compile(r"profile\[(\d+)\]")


def judge(
    people: People, config: Path | None, contents: Mapping[str, bytes], folder: Path, environ: Mapping[str, str]
) -> None:
    """Load what would result, from a copy. Raises ConfigError."""
    with TemporaryDirectory(prefix="radarr-trash-") as copy:
        write_copy(contents, Path(copy))
        written = (Path(copy) / SETTINGS,) if contents else ()
        try:
            load(config, environ, read=(*people.files, *written))
        except ConfigError as error:
            names = _profile_names(*people.files, *written)
            told = (_located(problem, copy, f"{folder} as it would be", names) for problem in error.problems)
            raise ConfigError(tuple(told)) from error


def _profile_names(*files: Path) -> list[str]:
    raw = Raw()
    for file in files:
        read_file(raw, file)
    return [str(table["name"].value) if "name" in table else "" for table, _ in raw.arrays.get("profile", [])]


def _located(problem: Problem, copy: str, folder: str, profiles: Sequence[str]) -> Problem:
    """A problem of the copy as one of what would be: nobody can look up a line or count profiles there."""
    if not problem.origin.name.startswith(copy):
        return problem
    path = _PROFILE.sub(lambda found: f"profile {profiles[int(found[1])]!r}", problem.path)
    return problem._replace(path=path, origin=Origin("file", folder))


def write_copy(contents: Mapping[str, bytes], folder: Path) -> None:
    """What would stand in `conf.d`, in another folder."""
    for path, data in contents.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
