"""Inside the tree, as root, by the standard library alone: what happens to the service, written down as JSON.

Judged outside, by tests/boot/test_boot.py. Every chapter's facts are written at once, so that a story that breaks off
tells how far it came.
"""

import json
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from machine import INSTALL, UNIT, call, described, edit, journal, must, show, until

RESULTS = Path("/boot-test/results.json")
MEDIA = "/srv/media"
CONFIG = "/etc/radarr-daemon/radarr.toml"
UNIT_FILE = Path("/etc/systemd/system", UNIT)
INSTALLING = ("install", "--media", MEDIA, "--wheels", "/boot-test/wheels")
KEY, PASSWORD = "prowlarr-key-of-the-boot-test", "password-of-the-boot-test"


def installer(*arguments: str) -> dict[str, Any]:
    return call(INSTALL, *arguments, within=180)


def strangers() -> dict[str, Any]:
    """A unit, a user and a listener that are not ours stand in the way of the installation."""
    UNIT_FILE.write_text("[Service]\nExecStart=/bin/true\n")
    unit = installer(*INSTALLING)
    unit["kept"] = UNIT_FILE.read_text() == "[Service]\nExecStart=/bin/true\n"
    UNIT_FILE.unlink()
    must("useradd", "--system", "--comment", "somebody", "radarr-daemon")
    user = installer(*INSTALLING)
    must("userdel", "radarr-daemon")
    with socket.create_server(("127.0.0.1", 7878)):
        port = installer(*INSTALLING)
    dry = installer(*INSTALLING, "--dry-run")
    dry["left"] = [p for p in ("/opt/radarr-daemon", "/etc/radarr-daemon", str(UNIT_FILE), MEDIA) if Path(p).exists()]
    return {"unit": unit, "user": user, "port": port, "dry": dry}


def install() -> dict[str, Any]:
    done = installer(*INSTALLING)
    return {
        **done,
        "config": described(CONFIG),
        "state": described("/var/lib/radarr-daemon"),
        "library": described(f"{MEDIA}/movies"),
        "verify": call("systemd-analyze", "verify", "--man=no", UNIT),
        "root": next(line for line in Path(CONFIG).read_text().splitlines() if line.startswith("roots")),
        "again": installer("install", "--media", MEDIA, "--wheels", "/boot-test/wheels", "--dry-run"),
        "show": show(),
    }


def start() -> dict[str, Any]:
    """The secrets come by systemd's credentials, one of them only; the services run as another user of the group."""
    must("useradd", "--system", "--no-user-group", "--gid", "media", "qbt")
    services = "/opt/radarr-daemon/current/bin/python /boot-test/inside/services.py /srv/media/downloads"
    Path("/etc/systemd/system/services.service").write_text(
        f"[Service]\nUser=qbt\nGroup=media\nUMask=0002\nExecStart={services}\n"
    )
    Path("/etc/credstore").mkdir(mode=0o700, exist_ok=True)
    Path("/etc/credstore/radarr-daemon.prowlarr.api_key").write_text(KEY + "\n")
    edit(
        CONFIG,
        qbittorrent__username='"admin"',
        qbittorrent__password=f'"{PASSWORD}"',
        library__minimum_free='"1MiB"',
        schedule__downloads="1",
    )
    must("systemctl", "daemon-reload")
    must("systemctl", "start", "services.service")
    done = call("systemctl", "start", UNIT)
    until(lambda: call("bash", "-c", "</dev/tcp/127.0.0.1/8080")["code"] == 0, "the services")
    return {**done, "show": show(), "protected_hardlinks": Path("/proc/sys/fs/protected_hardlinks").read_text().strip()}


def film() -> dict[str, Any]:
    """From the wish to the library, through the command line."""
    added = must(
        *("radarr", "movie", "add", "--title", "Sintel", "--year", "2010", "--tmdb-id", "45745"),
        *("--runtime", "15", "--original-language", "English", "--search"),
    )
    library, downloads = Path(MEDIA, "movies"), Path(MEDIA, "downloads")
    target = until(lambda: next(library.rglob("*.mkv"), None), "the film")
    source = next(downloads.rglob("*.mkv"))
    shown = {"source": source, "target": target, "folder": target.parent}
    check = call("radarr", "check", "--json")
    return {
        "added": added,
        "check": check,
        "name": target.name,
        **{what: described(path) for what, path in shown.items()},
    }


def reload() -> dict[str, Any]:
    """A good configuration, then a bad one, then the good one again."""
    before, good = show(), Path(CONFIG).read_text()
    done = call("systemctl", "reload", UNIT)
    time.sleep(3)
    after = show()
    Path(CONFIG).write_text(good + "\n[nonsense]\n")
    call("systemctl", "reload", UNIT)
    time.sleep(3)
    bad = show()
    Path(CONFIG).write_text(good)
    call("systemctl", "reload", UNIT)
    time.sleep(3)
    answers = call("radarr", "movie", "list")
    return {**done, "before": before, "after": after, "bad": bad, "end": show(), "answers": answers}


def upgrade() -> dict[str, Any]:
    """By itself again, then to a version that does not start."""
    config, pid = Path(CONFIG).read_text(), show()["MainPID"]
    good = installer("upgrade", "--wheels", "/boot-test/wheels")
    between = show()
    release = str(Path("/opt/radarr-daemon/current").readlink())
    bad = installer("upgrade", "--wheels", "/boot-test/broken")
    return {
        "good": {**good, "show": between, "restarted": between["MainPID"] != pid},
        "bad": {**bad, "show": show(), "same": str(Path("/opt/radarr-daemon/current").readlink()) == release},
        "config_kept": Path(CONFIG).read_text() == config,
        "films": call("radarr", "movie", "list"),
        "releases": len(list(Path("/opt/radarr-daemon/releases").iterdir())),
    }


def watchdog() -> dict[str, Any]:
    """A daemon that hangs is killed and started again."""
    dropin = UNIT_FILE.with_suffix(".service.d") / "watchdog.conf"
    dropin.write_text("[Service]\nWatchdogSec=5\nRestartSec=1\nTimeoutAbortSec=2\n")
    must("systemctl", "daemon-reload")
    must("systemctl", "restart", UNIT)
    time.sleep(8)  # a daemon that is well outlives its watchdog
    before = show()
    os.kill(int(before["MainPID"]), signal.SIGSTOP)
    begun = time.monotonic()

    def again() -> dict[str, str] | None:
        now = show()
        up = now["ActiveState"] == "active" and now["MainPID"] != before["MainPID"]
        return now if up else None

    after = until(again, "the restart", within=60)
    seconds = round(time.monotonic() - begun, 2)
    dropin.unlink()
    must("systemctl", "daemon-reload")
    return {"before": before, "after": after, "seconds": seconds, "journal": journal()[-4000:]}


def stop() -> dict[str, Any]:
    return {**call("systemctl", "stop", UNIT), "show": show()}


def traces() -> dict[str, Any]:
    """Files of the daemon's user anywhere on the disk, /run and /tmp."""
    places = ("/", "/run", "/tmp")  # noqa: S108 - looked at only
    found = call("find", *places, "-xdev", "-user", "radarr-daemon", "-not", "-path", "/proc/*")
    return {"files": sorted(set(str(found["out"]).split("\n")) - {""})}


def uninstall() -> dict[str, Any]:
    must("systemctl", "stop", "services.service")
    ours = (str(UNIT_FILE), f"{UNIT_FILE}.d", "/opt/radarr-daemon", "/usr/local/bin/radarr")
    kept = (CONFIG, "/var/lib/radarr-daemon", f"{MEDIA}/movies")
    done = installer("uninstall")
    left = [path for path in ours if Path(path).exists()]
    still = [path for path in kept if Path(path).exists()]
    purged = installer("uninstall", "--purge")
    after = [path for path in (*ours, *kept) if Path(path).exists()]
    known = [line for line in Path("/etc/passwd").read_text().splitlines() if line.startswith("radarr")]
    keys = [path.name for path in Path("/etc/credstore").iterdir()]
    films = [path.name for path in Path(MEDIA).rglob("*.mkv")]
    purged |= {"left": after, "users": known, "keys": keys, "films": len(films)}
    return {**done, "left": left, "kept": still, "purged": purged}


CHAPTERS: tuple[Callable[[], dict[str, Any]], ...] = (
    strangers,
    install,
    start,
    film,
    reload,
    upgrade,
    watchdog,
    stop,
    traces,
    uninstall,
)


def main() -> None:
    told: dict[str, Any] = {}
    for chapter in CHAPTERS:
        begun = time.monotonic()
        try:
            told[chapter.__name__] = chapter()
        except Exception:  # noqa: BLE001 - told outside
            told["broke_off"] = f"{chapter.__name__}: {traceback.format_exc()}"
            break
        finally:
            told.setdefault("seconds", {})[chapter.__name__] = round(time.monotonic() - begun, 1)
            RESULTS.write_text(json.dumps(told, indent=1))
    Path("/boot-test/journal.txt").write_text(str(call("journalctl", "--no-pager", "--output", "short")["out"]))


if __name__ == "__main__":
    main()
