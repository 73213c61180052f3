"""Secrets that cannot be mistaken for anything else, and the search for them in all that the daemon shows."""

import base64
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, quote_plus

TOLD = ("history", "ledger", "blocklist", "outbox", "names", "loops")
"""Tables whose texts are shown or sent. Grabs hold torrents, whose announce addresses are the client's to know."""


Call = tuple[tuple[str, ...], Mapping[str, str]]
"""Arguments of a command, and further variables of its environment."""

_SCRIPT = """
import contextlib, io, json, os, sys
from radarr.app.cli import main
told = []
for arguments, extra in json.loads(sys.argv[1]):
    kept = dict(os.environ)
    os.environ.update(extra)
    text = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
        code = main(arguments)
    os.environ.clear()
    os.environ.update(kept)
    told.append(f"{code} {text.buffer.getvalue().decode()}")
json.dump(told, sys.stdout)
"""


class Plants:
    """Planted secrets by what they are."""

    def __init__(self, secrets: Mapping[str, str], names: tuple[str, ...] = ()) -> None:
        self._secrets = dict(secrets)
        self._names = names
        """What they may follow after a colon, where name and password are sent together."""

    def add(self, name: str, secret: str) -> None:
        self._secrets[name] = secret

    def found_in(self, text: str) -> list[str]:
        return sorted({what for what, secret in self._secrets.items() for form in self._forms(secret) if form in text})

    def _forms(self, secret: str) -> Iterator[str]:
        yield from {secret, quote(secret, safe=""), quote_plus(secret), secret.upper(), secret[::-1]}
        for name in ("", *(f"{name}:" for name in self._names)):
            yield base64.b64encode(f"{name}{secret}".encode()).decode().rstrip("=")[:-1]


class Shown:
    """All that was shown, by where."""

    def __init__(self, plants: Plants) -> None:
        self._plants = plants
        self._texts: list[tuple[str, str]] = []

    def add(self, where: str, text: str) -> None:
        self._texts.append((where, text))

    def add_folder(self, state: Path) -> None:
        """Everything that the daemon keeps for others to read: logs, locks, addresses."""
        for path in state.rglob("*"):
            if path.is_file() and "radarr-daemon.db" not in path.name:
                self.add(str(path.relative_to(state)), path.read_text(errors="replace"))

    def add_tables(self, database: Path) -> None:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            for table in sorted(there.intersection(TOLD)):
                for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - names of our own
                    self.add(f"table {table}", repr(row))

    def leaks(self) -> list[str]:
        found = ((where, what) for where, text in self._texts for what in self._plants.found_in(text))
        return sorted({f"{what} in {where}" for where, what in found})

    def places(self) -> set[str]:
        return {where for where, _text in self._texts}


def run(environment: Mapping[str, str], *calls: Call) -> list[str]:
    """Whatever each command prints, and its exit code; all in one process: starting one takes longer than asking."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, json.dumps([[list(arguments), dict(extra)] for arguments, extra in calls])],
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [str(text) for text in json.loads(done.stdout)]
    for (arguments, _extra), text in zip(calls, told, strict=True):
        assert "should not happen" not in text, (arguments, text)
    return told
