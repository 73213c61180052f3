"""A Debian tree to boot, the wheels to install in it, and the boot itself."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
SUITE, PYTHON = "bookworm", "3.11"
PACKAGES = "systemd,systemd-sysv,dbus,libnss-systemd,python3,python3-venv"
PLATFORMS = ("manylinux_2_34", "manylinux_2_28", "manylinux_2_27", "manylinux_2_17", "manylinux2014")
_SERVICE = """\
[Unit]
SuccessAction=poweroff-force
FailureAction=poweroff-force
[Service]
Type=oneshot
ExecStart=/usr/bin/python3 /boot-test/inside/story.py
StandardOutput=file:/boot-test/output.txt
StandardError=file:/boot-test/output.txt
[Install]
WantedBy=multi-user.target
"""


def run(*command: str, within: float = 600, **more: str) -> str:
    """Run it; its output. Raises AssertionError with it when it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=within,
        check=False,
        env={**os.environ, **more},
    )
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}\n{done.stdout[-5000:]}"
    return done.stdout


def cached_tree() -> Path:
    """The tree, made once per machine: $RADARR_BOOT_TREE, else in the cache folder."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    tree = Path(os.environ.get("RADARR_BOOT_TREE") or cache / "radarr-daemon" / f"boot-{SUITE}")
    if not tree.exists():
        unfinished = tree.with_name(f"{tree.name}.{os.getpid()}")
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        try:
            _debootstrap(unfinished)
            unfinished.rename(tree)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return tree


def _debootstrap(target: Path) -> None:
    """Once more when the mirror stumbles: what it has fetched is used again."""
    command = ("debootstrap", "--variant=minbase", f"--include={PACKAGES}", SUITE, str(target))
    try:
        run(*command)
    except AssertionError:
        run(*command)


def build_wheels(folder: Path) -> Path:
    """Our wheel, built from a copy of the checkout, and those of everything that it needs, for the tree's Python."""
    source, wheels = folder / "source", folder / "wheels"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, source)
    shutil.copytree(REPOSITORY / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(source))
    ours = next(wheels.glob("radarr_daemon-*.whl"))
    arguments = ["--only-binary=:all:", "--python-version", PYTHON, "--implementation", "cp", "--abi", f"cp{PYTHON}"]
    arguments[-1] = arguments[-1].replace(".", "")
    for platform in PLATFORMS:
        arguments += ["--platform", f"{platform}_{os.uname().machine}"]
    constraints = str(REPOSITORY / "constraints.txt")
    run(*pip, "download", "--dest", str(wheels), "--constraint", constraints, *arguments, str(ours))
    return wheels


def break_wheels(wheels: Path, target: Path) -> None:
    """The same packages, but ours ends as soon as it is to serve."""
    shutil.copytree(wheels, target)
    ours = next(target.glob("radarr_daemon-*.whl"))
    with zipfile.ZipFile(wheels / ours.name) as good, zipfile.ZipFile(ours, "w") as bad:
        for item in good.infolist():
            content = good.read(item)
            if item.filename == "radarr/app/daemon.py":
                content = b'"""Broken."""\n\nraise SystemExit(7)\n'
            bad.writestr(item, content)


def prepare(base: Path, folder: Path, wheels: Path) -> Path:
    """A copy of the tree with the story in it."""
    tree = folder / "tree"
    run("cp", "-a", "--reflink=auto", str(base), str(tree))
    stage = tree / "boot-test"
    shutil.copytree(Path(__file__).parent / "inside", stage / "inside")
    shutil.copytree(REPOSITORY / "systemd", stage / "checkout" / "systemd")
    shutil.copytree(wheels, stage / "wheels")
    break_wheels(wheels, stage / "broken")
    systemd = tree / "etc/systemd/system"
    (systemd / "boot-test.service").write_text(_SERVICE)
    wanted = systemd / "multi-user.target.wants"
    wanted.mkdir(exist_ok=True)
    (wanted / "boot-test.service").symlink_to("../boot-test.service")
    (systemd / "default.target").unlink(missing_ok=True)
    (systemd / "default.target").symlink_to("/lib/systemd/system/multi-user.target")
    return tree


def boot(tree: Path, *, within: float) -> str:
    """Boot it until it powers itself off; what the console showed."""
    name = re.sub(r"[^a-z0-9]", "", tree.parent.name)  # two boots at once on one machine need two names
    command = ("systemd-nspawn", "-q", "--register=no", "--keep-unit", "--private-network", "-M", f"boot{name}")
    return run(*command, "-D", str(tree), "-b", within=within)
