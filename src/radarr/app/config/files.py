"""Reads the configuration file and `conf.d/*.toml` beside it.

What programs wrote there from a guide gives way to what people wrote, wherever that stands: key by key in sections and
in profiles of the same name.
"""

import os
import tomllib
from pathlib import Path

from radarr.app.config.lines import lines
from radarr.app.config.problem import Origin, Problem
from radarr.app.config.raw import SECTIONS, Entry, Raw, Table
from radarr.app.config.suggest import did_you_mean

FOLDER = "conf.d"


def files(path: Path) -> tuple[Path, ...]:
    """The file, after it those of `conf.d` in order of their names, and last those that give way."""
    folder = path.parent / FOLDER
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - glob passes over a folder that it may not read
    except (FileNotFoundError, NotADirectoryError):
        return (path,)
    except OSError:
        return (path, folder)  # to read it will say why not
    found = [folder / name for name in names if name.endswith(".toml")]
    return (path, *sorted(found, key=lambda file: _at(file).gives_way))


def read_file(raw: Raw, path: Path) -> None:
    """Add one file: tables merge key by key, arrays of tables grow; a file that gives way fills in what is missing."""
    try:
        text = path.read_bytes().decode()
        document = tomllib.loads(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raw.problems.append(Problem("", f"cannot be read: {reason}", "check its path, owner and mode", None, _at(path)))
    except UnicodeDecodeError:
        raw.problems.append(Problem("", "is not UTF-8", "save it as UTF-8", None, _at(path)))
    except tomllib.TOMLDecodeError as error:
        raw.problems.append(Problem("", f"is not TOML: {error}", "mend that line", None, _at(path)))
    else:
        _Reader(raw, path, text).add(document)


def read_document(raw: Raw, document: dict[str, object], name: str) -> None:
    """Add what somebody sent, under the name that they gave it."""
    _Reader(raw, Path(name), "").add(document)


def _at(path: Path, line: int | None = None) -> Origin:
    return Origin("file", str(path), line)


class _Reader:
    """One file on its way into `raw`."""

    def __init__(self, raw: Raw, path: Path, text: str) -> None:
        self._raw = raw
        self._path = path
        self._lines = lines(text)
        self._gives_way = _at(path).gives_way

    def add(self, document: dict[str, object]) -> None:
        for name, content in document.items():
            section = SECTIONS.get(name)
            if section is None:
                self._problem(name, "is not a section", did_you_mean(name, SECTIONS) or "remove it")
            elif section.many:
                self._add_many(name, content)
            elif isinstance(content, dict):
                self._add_table(self._raw.tables.setdefault(name, {}), self._table((name,), content))
            else:
                self._problem(name, "expected a section", f"write [{name}] on a line of its own")

    def _add_table(self, known: Table, table: Table) -> None:
        if self._gives_way:
            _fill(known, table)
        else:
            known.update(table)

    def _add_many(self, name: str, content: object) -> None:
        if not isinstance(content, list) or not all(isinstance(item, dict) for item in content):
            self._problem(name, "expected a list of tables", f"write [[{name}]] with two brackets")
            return
        for at, item in enumerate(content):
            origin = _at(self._path, self._lines.get((name, at)))
            table = self._table((name, at), item)
            members = self._raw.arrays.setdefault(name, [])
            same = _namesake(members, table) if self._gives_way and name == "profile" else None
            if same is None:
                members.append((table, origin))
            else:
                _fill(same, table)

    def _table(self, prefix: tuple[str | int, ...], content: dict[str, object]) -> Table:
        fallback = self._lines.get(prefix)
        return {
            key: Entry(value, _at(self._path, self._lines.get((*prefix, key), fallback)))
            for key, value in content.items()
        }

    def _problem(self, name: str, expected: str, remedy: str) -> None:
        self._raw.problems.append(Problem(name, expected, remedy, None, _at(self._path, self._lines.get((name,)))))


def _namesake(members: list[tuple[Table, Origin]], table: Table) -> Table | None:
    """The member of the same name, as people compare names, that people wrote."""
    name = _name(table)
    return next((known for known, by in members if not by.gives_way and name and _name(known) == name), None)


def _name(table: Table) -> str:
    return str(table["name"].value).casefold() if "name" in table else ""


def _fill(known: Table, table: Table) -> None:
    """Add what is missing, within tables of a key as well."""
    for key, entry in table.items():
        mine = known.setdefault(key, entry)
        if mine is not entry and isinstance(mine.value, dict) and isinstance(entry.value, dict):
            known[key] = mine._replace(value={**entry.value, **mine.value})
