"""Loads the configuration: files, then credentials, then the environment, each over the one before."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from radarr.app.config.checks import check
from radarr.app.config.decode import Decoder
from radarr.app.config.environment import read_environment
from radarr.app.config.files import files, read_file
from radarr.app.config.formats import read_formats
from radarr.app.config.later import LATER
from radarr.app.config.problem import ConfigError, Origin, Problem
from radarr.app.config.raw import SECTIONS, Raw
from radarr.app.config.root import Config


def load(
    path: Path | None, environ: Mapping[str, str], *, formats: bool = True, read: Sequence[Path] | None = None
) -> Config:
    """The configuration of a file (None: of the defaults) and an environment; `read` names other files to take.

    Without `formats` the custom formats are neither read nor judged: to compile all of the guides takes a quarter of
    a second. Raises ConfigError with every problem there is.
    """
    raw = Raw()
    for file in read if read is not None else files(path) if path else ():
        read_file(raw, file)
    read_environment(raw, environ)
    decoder = Decoder(raw)
    config = decoder.decode()
    origins = {value.path: value.origin for value in decoder.values}
    problems = [*raw.problems, *decoder.problems]
    broken = decoder.broken | (set() if formats else {"custom_format"})
    if "custom_format" not in broken:
        found, wrong = read_formats(config.custom_format, origins)
        config = replace(config, formats=found)
        problems += wrong
        broken |= {"custom_format"} if wrong else set()
    named = {problem.path for problem in problems}
    disagreements = (problem for problem in check(config, broken) if problem.path not in named)
    problems += [_located(problem, origins) for problem in disagreements]
    if problems:
        raise ConfigError(tuple(sorted(problems, key=_place)))
    config = replace(config, path=path, values=tuple(decoder.values))
    notices = dict.fromkeys((*raw.notices, *_notices(raw, config)))
    return replace(config, notices=tuple(notices))


_INDEX = re.compile(r"\[\d+\]")


def _located(problem: Problem, origins: Mapping[str, Origin]) -> Problem:
    section = problem.path.rpartition(".")[0] + "."
    nearby = (origin for path, origin in origins.items() if path.startswith(section) and origin.kind != "default")
    own = origins.get(problem.path)
    if own and own.kind != "default":
        return problem._replace(origin=own)
    return problem._replace(origin=next(nearby, problem.origin))


def _place(problem: Problem) -> tuple[str, str, int]:
    return (problem.origin.kind, problem.origin.name, problem.origin.line or 0)


def _notices(raw: Raw, config: Config) -> Iterator[str]:
    for name in (*raw.tables, *raw.arrays):
        if SECTIONS[name].later:
            yield f"{name} is read but has no effect yet"
    for value in config.values:
        path = _INDEX.sub("", value.path)
        if path in LATER and value.origin.kind != "default":
            yield f"{path} is read but has no effect yet"
    if not config.prowlarr.api_key:
        yield "prowlarr.api_key is empty: nothing is searched until it is set"
    if not config.library.roots:
        yield "library.roots is empty: no film can be added until there is one"
