"""The real daemon as a process, looked at from outside."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

KEY = "0123456789abcdef0123456789abcdef"
_POLL = 0.01


class Daemon:
    """One daemon over a folder, configured by TOML text."""

    def __init__(self, folder: Path, settings: str) -> None:
        self.state = folder / "state"
        self.log = folder / "daemon.log"
        self._config = folder / "radarr.toml"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._config.write_text(f'[server]\nport = {self.port}\napi_key = "{KEY}"\n{settings}')
        self._config.chmod(0o600)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        if self._process is None:
            raise RuntimeError("it does not run")
        return self._process.pid

    def start(self) -> float:
        """Seconds from the start of the process to its being ready."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("RADARR_")}
        given = {**kept, "RADARR_STATE_DIR": str(self.state), "RADARR_CONFIG": str(self._config)}
        begun = time.monotonic()
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "radarr", "run"]
            self._process = subprocess.Popen(command, env=given, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        while not self._is_ready():
            if self._process.poll() is not None or time.monotonic() - begun > 60:
                raise RuntimeError(f"the daemon did not start:\n{self.log.read_text()[-4000:]}")
            time.sleep(_POLL)
        return time.monotonic() - begun

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def call(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401  # any JSON
        return json.loads(self.raw(method, path, body) or b"null")

    def raw(self, method: str, path: str, body: object = None) -> bytes:
        request = Request(  # our own address
            f"http://127.0.0.1:{self.port}{path}",
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={"X-Api-Key": KEY, "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=120) as response:  # noqa: S310
            return bytes(response.read())

    def has(self, path: str) -> bool:
        """Whether there is such an address."""
        try:
            self.raw("GET", path)
        except HTTPError as error:
            error.close()
            return False
        return True

    def read_feeds(self) -> float:
        """One round of the feed, to its end; its seconds."""
        begun = time.monotonic()
        number = self.call("POST", "/api/v3/command", {"name": "RssSync"})["id"]
        while (shown := self.call("GET", f"/api/v3/command/{number}"))["status"] in {"queued", "started"}:
            time.sleep(0.1)
        if shown["status"] != "completed":
            raise RuntimeError(f"a feed round failed: {shown}\n{self.log.read_text()[-4000:]}")
        return time.monotonic() - begun

    def memory(self, field: str = "VmRSS") -> float:
        """MiB resident (VmRSS), or at their most (VmHWM)."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
        raise RuntimeError(f"no {field} in /proc")

    def written(self) -> int:
        """Bytes that it has sent to disks since its start."""
        for line in Path(f"/proc/{self.pid}/io").read_text().splitlines():
            if line.startswith("write_bytes:"):
                return int(line.split()[1])
        raise RuntimeError("no write_bytes in /proc")

    def waited(self) -> float:
        """Seconds that its event loop could have run, and others had the processors."""
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[1]) / 1e9

    def _is_ready(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/ready", timeout=5) as response:
                return bool(response.status == 200)
        except (URLError, OSError):
            return False
