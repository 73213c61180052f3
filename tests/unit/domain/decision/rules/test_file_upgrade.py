from dataclasses import replace
from typing import Any

import pytest

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.file_upgrade import file_upgrade
from radarr.domain.movie import MovieFile
from tests.unit.domain.decision.examples import REPACK, candidate, facts, file, slot, wants


def test_an_empty_slot_takes_anything() -> None:
    assert file_upgrade(candidate(), facts()) is None


def test_a_better_quality_replaces_the_file() -> None:
    assert file_upgrade(candidate(slot=slot(file("WEBDL-1080p"))), facts()) is None


@pytest.mark.parametrize(
    ("held", "offer", "changes", "reason"),
    [
        pytest.param(
            file(score=5), candidate(score=9), {"cutoff_format_score": 5}, Reason.DISK_CUTOFF_MET, id="cut-off"
        ),
        pytest.param(file(), candidate("HDTV-1080p"), {}, Reason.DISK_HIGHER_PREFERENCE, id="worse quality"),
        pytest.param(file(revision=REPACK), candidate(), {}, Reason.DISK_HIGHER_REVISION, id="older revision"),
        pytest.param(file(), candidate(), {}, Reason.DISK_CUSTOM_FORMAT_SCORE, id="equal"),
        pytest.param(
            file("WEBDL-1080p", score=5),
            candidate("WEBRip-1080p", score=9),
            {"cutoff_format_score": 5},
            Reason.DISK_CUSTOM_FORMAT_CUTOFF_MET,
            id="score is high enough",
        ),
        pytest.param(
            file(score=5),
            candidate(score=9),
            {"min_upgrade_format_score": 10},
            Reason.DISK_CUSTOM_FORMAT_SCORE_INCREMENT,
            id="score gains too little",
        ),
        pytest.param(
            file(score=-5),
            candidate(score=9),
            {"upgrade": False},
            Reason.DISK_UPGRADES_NOT_ALLOWED,
            id="no upgrades",
        ),
    ],
)
def test_a_file_that_is_as_good_stays(
    held: MovieFile, offer: Candidate, changes: dict[str, Any], reason: Reason
) -> None:
    no = file_upgrade(replace(offer, slot=slot(held)), facts(profile=wants(**changes)))
    assert no is not None
    assert no.reason is reason


def test_the_message_says_what_the_library_has() -> None:
    no = file_upgrade(candidate(slot=slot(file(revision=REPACK))), facts())
    assert no is not None
    assert no.message == "the library has Bluray-1080p v2, a later revision than Bluray-1080p"
