"""The daemon and the command line as real processes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

T = TypeVar("T")
KEY = "0123456789abcdef0123456789abcdef"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(look: Callable[[], T | None], *, within: float = 30, what: str = "it") -> T:
    """What `look` returns as soon as it is true; patience, not timing: generous, and ends early."""
    end = time.monotonic() + within
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < end, f"{what} did not happen within {within:g} s"
        time.sleep(0.1)


class Daemon:
    """One daemon: its folder, configuration and process."""

    def __init__(self, folder: Path, settings: str, *, port: int | None = None) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.config = folder / "radarr.toml"
        self.port = port or free_port()
        self.prefix: list[str] = []
        """What the daemon is started with, as another user."""
        self.variables: dict[str, str] = {}
        """Of the environment of the daemon and of every command."""
        self.process: subprocess.Popen[bytes] | None = None
        self.log = folder / "daemon.log"
        server = f'[server]\nport = {self.port}\napi_key = "{KEY}"\n'
        self.config.write_text(server + settings)
        self.config.chmod(0o600)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("RADARR_")}
        return {
            **kept,
            "RADARR_STATE_DIR": str(self.state),
            "RADARR_CONFIG": str(self.config),
            **self.variables,
            **(extra or {}),
        }

    def start(self, environment: Mapping[str, str] | None = None, *, wait: bool = True) -> "Daemon":
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.prefix, sys.executable, "-m", "radarr", "run"],
                env=self.environment(environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        if wait:
            eventually(self.is_ready, what="the daemon's readiness")
        return self

    def is_ready(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, f"the daemon ended:\n{self.log.read_text()}"
        try:
            with urlopen(f"{self.url}/ready", timeout=5) as response:
                return bool(response.status == 200)
        except (URLError, OSError):
            return False

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=15)
        self.process = None
        return code

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def died(self, *, within: float = 60) -> int:
        """Wait for it to end by itself; its exit code, negative for a signal."""
        assert self.process is not None
        code = self.process.wait(timeout=within)
        self.process = None
        return code

    def call(self, method: str, path: str, body: object = None) -> Any:
        request = Request(
            self.url + path,
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={"X-Api-Key": KEY, "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=60) as response:
            return json.loads(response.read() or b"null")

    def get(self, path: str) -> Any:
        return self.call("GET", path)

    def refuses(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        try:
            self.call(method, path, body)
        except HTTPError as error:
            text = error.read()
            error.close()
            return error.code, json.loads(text or b"null")
        raise AssertionError(f"{method} {path} was not refused")

    def radarr(self, *arguments: str, code: int | None = 0) -> str:
        """Run the command line; its stdout (and stderr where it may fail). No code: any will do."""
        done = subprocess.run(
            [sys.executable, "-m", "radarr", *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        said = f"radarr {arguments} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert code in {done.returncode, None}, said
        return done.stdout + (done.stderr if code != 0 else "")

    def radarr_json(self, *arguments: str) -> Any:
        return json.loads(self.radarr(*arguments, "--json"))


@contextmanager
def running(daemon: Daemon, environment: Mapping[str, str] | None = None) -> Iterator[Daemon]:
    """Started, and gone at the end whatever happens."""
    try:
        yield daemon.start(environment)
    finally:
        daemon.kill()
