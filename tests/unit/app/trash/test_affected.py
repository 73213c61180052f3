"""What the daemon is asked when films are to be told that a plan affects, and what is made of its answer."""

import json
from pathlib import Path
from typing import Any

from radarr.app.config import Config
from radarr.app.config.trial import tried
from radarr.app.trash.affected import Film, affected
from radarr.app.trash.checkout import read_checkout
from radarr.app.trash.choose import Asked
from radarr.app.trash.plan import Plan, make_plan
from radarr.domain.quality import SizeLimits
from tests.unit.app.trash.guides import write

OWN = (
    '[[profile]]\nname = "hd"\nmin_format_score = -5\n[profile.format_scores]\n"Good" = 7\n[sizes]\n"DVD" = [9, 9, 9]\n'
)
TOTALS = {"grabbed": 1, "upgraded": 0, "left": 1, "size": 5, "replaced": 0}
SAME = {
    "movie": "Other (2011)",
    "slot": "main",
    "differs": False,
    "now": {"action": "leave"},
    "then": {"action": "leave"},
}
OTHER = {
    "movie": "Sintel (2010)",
    "slot": "main",
    "differs": True,
    "now": {"action": "leave"},
    "then": {"action": "grab", "title": "Sintel.2010.1080p.WEB-DL.H264-GOOD"},
}


def planned(folder: Path, own: str = "") -> Plan:
    (folder / "radarr.toml").write_text(own)
    checkout = read_checkout(write(folder / "guides"))
    return make_plan(checkout, Asked(("HD",)), folder / "radarr.toml", folder / "radarr.toml", {})


class Daemon:
    """Answers, and keeps what it was asked."""

    def __init__(self) -> None:
        self.settings: dict[str, Any] = {}

    def __call__(self, body: dict[str, object]) -> object:
        self.settings = json.loads(str(body["settings"]))
        return {"releases": 9, "now": TOTALS, "then": TOTALS, "slots": [SAME, OTHER]}


def test_films_that_are_decided_otherwise_are_told_with_both_releases(tmp_path: Path) -> None:
    found = affected(planned(tmp_path), Daemon())
    assert found.releases == 9
    assert found.films == (Film("Sintel (2010)", "main", "leave", "", "grab", "Sintel.2010.1080p.WEB-DL.H264-GOOD"),)


def test_the_daemon_is_asked_to_decide_by_what_would_be_in_force(tmp_path: Path) -> None:
    daemon = Daemon()
    affected(planned(tmp_path, OWN), daemon)
    laid = tried(Config(), daemon.settings, "trash-guides.toml")
    (profile,) = laid.profile
    assert (profile.min_format_score, profile.format_scores) == (-5, {"Good": 7, "Bad": -10000})
    assert [loaded.format.name for loaded in laid.formats] == ["Bad", "Good"]
    assert laid.sizes["DVD"] == SizeLimits(9, 9, 9)
    assert laid.sizes["Bluray-1080p"] == SizeLimits(50.8, None, None)
