"""Inside the tree: the machine as its administrator handles it. Standard library only."""

import grp
import pwd
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

UNIT = "radarr-daemon.service"
INSTALL = "/boot-test/checkout/systemd/install.sh"
PROPERTIES = (
    *("ActiveState", "SubState", "StatusText", "Result", "MainPID", "NRestarts", "WatchdogUSec"),
    *("ExecMainCode", "ExecMainStatus", "UnitFileState"),
)


def call(*command: str, within: float = 120) -> dict[str, Any]:
    """Exit code, output and seconds of a program."""
    begun = time.monotonic()
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=within, check=False
    )
    seconds = round(time.monotonic() - begun, 2)
    return {"code": done.returncode, "out": done.stdout, "err": done.stderr, "seconds": seconds}


def must(*command: str, within: float = 120) -> dict[str, Any]:
    done = call(*command, within=within)
    if done["code"]:
        raise RuntimeError(f"{command} ended with {done['code']}\n{done['out']}\n{done['err']}")
    return done


def show() -> dict[str, str]:
    """What systemd says of the daemon."""
    out = must("systemctl", "show", UNIT, *(f"--property={name}" for name in PROPERTIES))["out"]
    return dict(line.split("=", 1) for line in out.splitlines())


def journal() -> str:
    return str(call("journalctl", "--unit", UNIT, "--output", "cat", "--no-pager")["out"])


def until(look: Callable[[], Any], what: str, *, within: float = 60) -> Any:
    """What `look` returns as soon as it is true."""
    end = time.monotonic() + within
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise RuntimeError(f"{what} did not happen within {within} s: {show()}\n{journal()[-3000:]}")
        time.sleep(0.2)


def described(path: Path | str) -> dict[str, Any]:
    """Who owns a file, what it may, and which inode it is."""
    found = Path(path).stat()
    return {
        "user": pwd.getpwuid(found.st_uid).pw_name,
        "group": grp.getgrgid(found.st_gid).gr_name,
        "mode": f"{stat.S_IMODE(found.st_mode):04o}",
        "inode": found.st_ino,
        "links": found.st_nlink,
    }


def edit(path: str, **values: str) -> None:
    """Settings of a written configuration, in TOML."""
    file = Path(path)
    lines = file.read_text().splitlines()
    for key, value in values.items():
        section, _, name = key.partition("__")
        at = lines.index(f"[{section}]")
        found = next(n for n in range(at, len(lines)) if lines[n].lstrip("# ").startswith(f"{name} ="))
        lines[found] = f"{name} = {value}"
    file.write_text("\n".join(lines) + "\n")
