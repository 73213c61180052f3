"""On which line a key stands: TOML readers do not say, and people want to know.

The text is known to be good TOML. It is cut into statements by trying: a statement ends with the first line
that makes it one, which holds for arrays and strings over many lines too.
"""

import tomllib
from collections.abc import Iterator

Path = tuple[str | int, ...]


def lines(text: str) -> dict[Path, int]:
    """Line numbers, from 1, by path; members of `[[x]]` are counted: ("x", 0, "key")."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    prefix: Path = ()
    for line, statement in _statements(text):
        parsed = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            prefix = _header(parsed, counts, grows=statement.lstrip().startswith("[["))
            found.setdefault(prefix, line)
            continue
        for path in _paths(parsed):
            found.setdefault(prefix + path, line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    pending, start = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if not pending and (not line.strip() or line.lstrip().startswith("#")):
            continue
        start = start if pending else number
        pending += line + "\n"
        try:
            tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        yield start, pending
        pending = ""


def _header(parsed: dict[str, object], counts: dict[Path, int], *, grows: bool) -> Path:
    """The path that a header opens: names, and after an array of tables the place in it."""
    names: list[str] = []
    node: object = parsed
    while node and isinstance(node, dict | list):
        node = node[0] if isinstance(node, list) else node
        if not node:
            break
        names.append(next(iter(node)))
        node = node[names[-1]]
    path: Path = ()
    for at, name in enumerate(names):
        path = (*path, name)
        if grows and at == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _paths(node: dict[str, object]) -> Iterator[Path]:
    for key, value in node.items():
        yield (key,)
        if isinstance(value, dict):
            yield from ((key, *path) for path in _paths(value))
