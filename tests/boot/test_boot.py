"""A Debian machine boots with the unit: installed, started, used, hung, upgraded and removed as a person would."""

import itertools
import json
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from tests.boot.tree import boot, build_wheels, cached_tree, prepare

NEEDED = ("systemd-nspawn", "debootstrap")
pytestmark = [
    pytest.mark.boot,
    pytest.mark.timeout(900),  # the first time it fetches a Debian
    pytest.mark.skipif(
        (os.geteuid() != 0 or any(shutil.which(program) is None for program in NEEDED))
        and "RADARR_REQUIRE_REAL" not in os.environ,
        reason="needs root, systemd-container and debootstrap",
    ),
]

Facts = dict[str, Any]


@pytest.fixture(scope="module")
def told(request: pytest.FixtureRequest) -> Facts:
    """What the story inside wrote down."""
    moments = [("start", time.monotonic())]

    def passed(what: str) -> None:
        moments.append((what, time.monotonic()))

    base = cached_tree()
    passed("tree")
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=base.parent))  # where there is room for one, and reflinks
    try:
        wheels = build_wheels(folder)
        passed("wheels")
        tree = prepare(base, folder, wheels)
        passed("copy")
        console = boot(tree, within=400)
        passed("boot")
        results = tree / "boot-test" / "results.json"
        assert results.exists(), console[-3000:] + _read(tree / "boot-test" / "output.txt")
        facts: Facts = json.loads(results.read_text())
        facts["log"] = _read(tree / "boot-test" / "journal.txt")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    spent = [f"{name} {moment - before:.0f} s" for (_, before), (name, moment) in itertools.pairwise(moments)]
    chapters = [f"{name} {seconds:.0f}" for name, seconds in facts["seconds"].items()]
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        # its time is part of what it tells
        print(f"\nboot test: {', '.join(spent)} ({', '.join(chapters)})")  # noqa: T201
    return facts


def _read(path: Path) -> str:
    return path.read_text(errors="replace") if path.exists() else ""


def test_the_story_is_told_to_its_end(told: Facts) -> None:
    assert "broke_off" not in told, told["broke_off"] + told["log"][-6000:]


@pytest.mark.parametrize(
    ("stranger", "named"),
    [
        pytest.param("unit", "/etc/systemd/system/radarr-daemon.service is there and is not ours", id="unit"),
        pytest.param("user", "there is a user radarr-daemon that is not ours", id="user"),
        pytest.param("port", "port 7878 is taken by python3 (pid ", id="port"),
    ],
)
def test_what_is_a_strangers_is_named_and_stays(told: Facts, stranger: str, named: str) -> None:
    refused = told["strangers"][stranger]
    assert refused["code"] == 1
    assert named in refused["err"]
    assert refused.get("kept", True)


def test_a_dry_run_leaves_nothing(told: Facts) -> None:
    dry = told["strangers"]["dry"]
    assert (dry["code"], dry["left"], dry["err"]) == (0, [], "")
    assert "would write: /etc/systemd/system/radarr-daemon.service" in dry["out"]
    assert dry["out"].endswith("nothing has been changed\n")


def test_the_installation_gives_everybody_what_is_theirs(told: Facts) -> None:
    done = told["install"]
    assert done["code"] == 0, done["err"]
    owners = {what: (done[what]["user"], done[what]["group"], done[what]["mode"]) for what in _OWNERS}
    assert owners == _OWNERS
    assert done["root"].startswith('roots = ["/srv/media/movies"]')
    assert done["show"]["UnitFileState"] == "enabled"
    assert done["verify"]["out"] + done["verify"]["err"] == ""
    assert done["verify"]["code"] == 0


_OWNERS = {
    "config": ("root", "radarr-daemon", "0640"),
    "state": ("radarr-daemon", "radarr-daemon", "0700"),
    "library": ("root", "media", "2775"),
}


def test_an_installation_can_be_repeated_and_keeps_the_configuration(told: Facts) -> None:
    again = told["install"]["again"]
    assert again["code"] == 0, again["err"]
    assert "radarr.toml is kept as it is" in again["out"]


def test_the_daemon_is_active_when_it_says_that_it_is_ready(told: Facts) -> None:
    assert told["start"]["code"] == 0, told["log"][-3000:]
    shown = told["start"]["show"]
    assert (shown["ActiveState"], shown["SubState"], shown["WatchdogUSec"]) == ("active", "running", "2min")
    assert shown["StatusText"]


def test_a_film_that_the_clients_user_owns_is_hard_linked(told: Facts) -> None:
    """A key from systemd's credentials was used on the way, and the kernel guards hard links as everywhere."""
    source, target, folder = (told["film"][what] for what in ("source", "target", "folder"))
    assert told["start"]["protected_hardlinks"] == "1"
    assert (source["user"], source["group"], source["mode"]) == ("qbt", "media", "0664")
    assert (target["inode"], target["links"]) == (source["inode"], 2)
    assert target["user"] == "qbt"
    assert (folder["user"], folder["group"], folder["mode"]) == ("radarr-daemon", "media", "2775")


def test_the_film_is_measured_within_the_units_walls(told: Facts) -> None:
    """It holds nothing but zeros, and that was found out: the program that reads films could do its work."""
    assert "neither picture nor sound" in told["log"]


def test_radarr_check_by_root_looks_as_the_daemons_user_with_its_keys(told: Facts) -> None:
    check = told["film"]["check"]
    assert check["code"] == 0, check["out"]
    said = {finding["message"] for finding in json.loads(check["out"])["findings"]}
    assert "this runs as radarr-daemon, in the groups radarr-daemon, media" in said


def test_a_reload_is_done_by_the_same_process_and_told(told: Facts) -> None:
    reload = told["reload"]
    assert reload["code"] == 0, reload["err"]
    assert {reload[when]["MainPID"] for when in ("before", "after", "bad", "end")} == {reload["before"]["MainPID"]}
    assert {reload[when]["ActiveState"] for when in ("after", "bad", "end")} == {"active"}
    assert reload["after"]["StatusText"] == "the configuration was read anew"
    assert "Sintel" in reload["answers"]["out"]


def test_a_bad_configuration_is_not_taken_and_the_status_says_so(told: Facts) -> None:
    assert "not taken" in told["reload"]["bad"]["StatusText"]
    assert told["reload"]["end"]["StatusText"] == told["reload"]["after"]["StatusText"]


def test_an_upgrade_keeps_films_and_configuration(told: Facts) -> None:
    upgrade = told["upgrade"]
    assert upgrade["good"]["code"] == 0, upgrade["good"]["err"]
    assert upgrade["good"]["restarted"]
    assert upgrade["good"]["show"]["ActiveState"] == "active"
    assert upgrade["config_kept"]
    assert "Sintel" in upgrade["films"]["out"]


def test_a_version_that_does_not_start_gives_way_to_the_one_before(told: Facts) -> None:
    bad = told["upgrade"]["bad"]
    assert bad["code"] == 1
    assert "the version from before runs again" in bad["err"]
    assert (bad["show"]["ActiveState"], bad["same"], told["upgrade"]["releases"]) == ("active", True, 2)


def test_a_daemon_that_hangs_is_killed_by_the_watchdog_and_is_ready_again(told: Facts) -> None:
    watchdog = told["watchdog"]
    assert watchdog["before"]["NRestarts"] == "0"  # longer up than its watchdog waits
    assert "Failed with result 'watchdog'" in watchdog["journal"]
    assert (watchdog["after"]["NRestarts"], watchdog["after"]["ActiveState"]) == ("1", "active")
    assert watchdog["after"]["StatusText"]


def test_a_stop_is_clean(told: Facts) -> None:
    shown = told["stop"]["show"]
    assert told["stop"]["code"] == 0
    assert (shown["ActiveState"], shown["Result"], shown["ExecMainStatus"]) == ("inactive", "success", "0")


def test_the_daemon_leaves_files_nowhere_but_in_its_state_and_the_library(told: Facts) -> None:
    places = ("/var/lib/radarr-daemon", "/srv/media/movies")
    assert [file for file in told["traces"]["files"] if not file.startswith(places)] == []


def test_a_removal_leaves_state_and_library_until_it_is_told_to_purge(told: Facts) -> None:
    done = told["uninstall"]
    assert done["code"] == 0, done["err"]
    assert done["left"] == []
    assert done["kept"] == ["/etc/radarr-daemon/radarr.toml", "/var/lib/radarr-daemon", "/srv/media/movies"]
    purged = done["purged"]
    assert (purged["code"], purged["left"]) == (0, ["/srv/media/movies"]), purged["err"]
    assert (purged["users"], purged["keys"], purged["films"]) == ([], [], 2)
