"""Reads the configuration file and `conf.d/*.toml` beside it."""

import os
import tomllib
from pathlib import Path

from radarr.app.config.lines import lines
from radarr.app.config.problem import Origin, Problem
from radarr.app.config.raw import SECTIONS, Entry, Raw, Table
from radarr.app.config.suggest import did_you_mean


def files(path: Path) -> tuple[Path, ...]:
    """The file, and after it those of `conf.d` in order of their names."""
    folder = path.parent / "conf.d"
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - glob passes over a folder that it may not read
    except (FileNotFoundError, NotADirectoryError):
        return (path,)
    except OSError:
        return (path, folder)  # to read it will say why not
    return (path, *(folder / name for name in names if name.endswith(".toml")))


def read_file(raw: Raw, path: Path) -> None:
    """Add one file: tables merge key by key, arrays of tables grow."""
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


def _at(path: Path, line: int | None = None) -> Origin:
    return Origin("file", str(path), line)


class _Reader:
    """One file on its way into `raw`."""

    def __init__(self, raw: Raw, path: Path, text: str) -> None:
        self._raw = raw
        self._path = path
        self._lines = lines(text)

    def add(self, document: dict[str, object]) -> None:
        for name, content in document.items():
            section = SECTIONS.get(name)
            if section is None:
                self._problem(name, "is not a section", did_you_mean(name, SECTIONS) or "remove it")
            elif section.many:
                self._add_many(name, content)
            elif isinstance(content, dict):
                self._raw.tables.setdefault(name, {}).update(self._table((name,), content))
            else:
                self._problem(name, "expected a section", f"write [{name}] on a line of its own")

    def _add_many(self, name: str, content: object) -> None:
        if not isinstance(content, list) or not all(isinstance(item, dict) for item in content):
            self._problem(name, "expected a list of tables", f"write [[{name}]] with two brackets")
            return
        for at, item in enumerate(content):
            origin = _at(self._path, self._lines.get((name, at)))
            self._raw.arrays.setdefault(name, []).append((self._table((name, at), item), origin))

    def _table(self, prefix: tuple[str | int, ...], content: dict[str, object]) -> Table:
        fallback = self._lines.get(prefix)
        return {
            key: Entry(value, _at(self._path, self._lines.get((*prefix, key), fallback)))
            for key, value in content.items()
        }

    def _problem(self, name: str, expected: str, remedy: str) -> None:
        self._raw.problems.append(Problem(name, expected, remedy, None, _at(self._path, self._lines.get((name,)))))
