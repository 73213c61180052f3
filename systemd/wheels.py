# noqa: INP001 - a program of its own
"""Prints which wheels there are for other processors, as the table of docs/install.md.

    python systemd/wheels.py [--python 3.11]

Asks the package index for every run-time dependency in the version of constraints.txt, one question a package and
processor, none for what is pure Python. Needs pip, the network and an environment in which the daemon is installed.
"""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
TARGETS = {
    "aarch64, glibc": (
        "manylinux2014_aarch64",
        "manylinux_2_17_aarch64",
        "manylinux_2_27_aarch64",
        "manylinux_2_28_aarch64",
    ),
    "aarch64, musl": ("musllinux_1_1_aarch64", "musllinux_1_2_aarch64"),
    "armv7, glibc": ("manylinux2014_armv7l", "manylinux_2_17_armv7l", "manylinux_2_31_armv7l"),
}
NONE = "none: compiles"
PURE_SOURCE = {"pymediainfo": "from source, pure Python: the library is the system's"}
"""What to say of those that have no wheel there, and need no compiler either."""


def needed() -> set[str]:
    """Names of everything that the daemon needs to run, with the optional driver for PostgreSQL."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found: set[tuple[str, str]] = set()  # of a package that two ask for, one may want an extra
    waiting = [(text, "") for text in (*project["dependencies"], *project["optional-dependencies"]["postgres"])]
    while waiting:
        text, extra = waiting.pop()
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        for wanted in ("", *requirement.extras):
            if (name, wanted) not in found:
                found.add((name, wanted))
                waiting += [(each, wanted) for each in distribution(name).requires or ()]
    return {name for name, _ in found}


def pinned() -> dict[str, str]:
    """Versions by name, as constraints.txt has them."""
    lines = (line.partition("==") for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line)
    return {canonicalize_name(name): version for name, _, version in lines}


def tags(name: str, version: str, platforms: tuple[str, ...], python: str) -> str:
    """The tags of the wheel that pip would take there, or NONE."""
    wanted = [f"--platform={platform}" for platform in platforms]
    done = subprocess.run(  # noqa: S603 - our own interpreter's pip
        [
            *(sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--ignore-installed", "--only-binary=:all:", "--target=nowhere", "--report=-"),
            *(f"--python-version={python}", "--implementation=cp", *wanted, f"{name}=={version}"),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        if "No matching distribution" not in done.stderr:
            sys.exit(done.stderr)
        return NONE
    file = json.loads(done.stdout)["install"][0]["download_info"]["url"].rpartition("/")[2]
    parsed = parse_wheel_filename(re.sub(r"[?#].*", "", file).replace("%2B", "+"))
    tag = min(parsed[3], key=str)
    return "pure Python" if tag.platform == "any" else f"{tag.interpreter}-{tag.abi}-{tag.platform}"


def row(name: str, version: str, python: str) -> list[str]:
    """Name, version, and the wheel for each target."""
    cells: list[str] = []
    for platforms in TARGETS.values():
        pure = bool(cells) and cells[0] == "pure Python"
        cells.append("pure Python" if pure else tags(name, version, platforms, python))
    told = (PURE_SOURCE.get(name, NONE) if cell == NONE else cell for cell in cells)
    return [name, version, *(cell if " " in cell else f"`{cell}`" for cell in told)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="wheels for other processors")
    parser.add_argument("--python", default="3.11")
    python = parser.parse_args().python
    versions = pinned()
    lines = [["package", "version", *TARGETS], ["---"] * (2 + len(TARGETS))]
    lines += [row(name, versions[name], python) for name in sorted(needed())]
    for line in lines:
        print(f"| {' | '.join(line)} |")  # noqa: T201 - this is its answer


if __name__ == "__main__":
    main()
