"""The guide says what is so."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "install.md").read_text()


def test_the_table_of_wheels_has_every_dependency_in_the_version_that_is_tested() -> None:
    table = dict(re.findall(r"(?m)^\| ([a-z0-9-]+) \| ([0-9.]+) \|", GUIDE))
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pinned = {name.lower().replace("_", "-"): version for name, _, version in (line.partition("==") for line in lines)}
    assert table == {name: pinned[name] for name in table}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["postgres"]]
    direct = {re.split(r"[^A-Za-z0-9-]", each)[0] for each in wanted}
    assert direct <= set(table), "run systemd/wheels.py and put its table in"


def test_every_package_has_a_wheel_for_64_bit_arm() -> None:
    rows = [line.split(" | ") for line in GUIDE.splitlines() if re.match(r"\| [a-z0-9-]+ \| [0-9.]+ \|", line)]
    assert len(rows) > 20
    assert [row for row in rows if "none:" in row[2] or "none:" in row[3]] == []


def test_the_credentials_that_the_guide_names_are_those_of_the_unit() -> None:
    unit = (ROOT / "systemd" / "radarr-daemon.service").read_text()
    named = set(re.findall(r"`(radarr-daemon\.[a-z]+\.[a-z_]+)`", GUIDE)) - {"radarr-daemon.service.d"}
    assert named == set(re.findall(r"(?m)^LoadCredential=[a-z._]+:(\S+)$", unit))
