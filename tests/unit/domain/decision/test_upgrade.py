from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.decision.upgrade import Verdict, Version, compare, explain, mends, still_wanted
from radarr.domain.profile import Propers
from radarr.domain.quality import BY_NAME, QUALITIES, Revision
from tests.unit.domain.decision.examples import HD_1080P, wants

PROPER = Revision(2)


def version(quality: str = "Bluray-1080p", revision: Revision = Revision(), score: int = 0) -> Version:
    return Version(BY_NAME[quality], revision, score)


@pytest.mark.parametrize(
    ("current", "new", "changes", "verdict"),
    [
        pytest.param(
            version("WEBDL-1080p"), version("Bluray-1080p", score=-900), {}, Verdict.UPGRADE, id="quality beats score"
        ),
        pytest.param(
            version("Bluray-1080p"), version("Remux-1080p", score=99), {}, Verdict.CUTOFF_MET, id="past the cut-off"
        ),
        pytest.param(version(), version("CAM", score=999), {}, Verdict.BETTER_QUALITY, id="worse quality"),
        pytest.param(version(), version(revision=PROPER), {}, Verdict.UPGRADE, id="a proper"),
        pytest.param(
            version(), version(revision=PROPER), {"upgrade": False}, Verdict.UPGRADE, id="a proper without upgrades"
        ),
        pytest.param(
            version(),
            version(revision=PROPER),
            {"propers": Propers.DO_NOT_PREFER},
            Verdict.FORMAT_SCORE,
            id="a proper is worth nothing by itself",
        ),
        pytest.param(
            version(revision=PROPER),
            version(score=1),
            {"propers": Propers.DO_NOT_PREFER},
            Verdict.UPGRADE,
            id="nor is the loss of one",
        ),
        pytest.param(version(revision=PROPER), version(score=9), {}, Verdict.BETTER_REVISION, id="an older revision"),
        pytest.param(
            version(revision=Revision(1, 1)), version(revision=PROPER), {}, Verdict.BETTER_REVISION, id="real"
        ),
        pytest.param(version("WEBDL-1080p"), version("WEBRip-1080p"), {}, Verdict.FORMAT_SCORE, id="one group"),
        pytest.param(version("WEBDL-1080p"), version("WEBRip-1080p", score=1), {}, Verdict.UPGRADE, id="a score"),
        pytest.param(
            version(score=-5), version(score=5), {"upgrade": False}, Verdict.UPGRADES_NOT_ALLOWED, id="no upgrades"
        ),
        pytest.param(version(), version(score=5), {"upgrade": False}, Verdict.CUTOFF_MET, id="content with anything"),
        pytest.param(
            version("CAM"), version("HDTV-1080p"), {"upgrade": False}, Verdict.UPGRADE, id="an unwanted file gives way"
        ),
        pytest.param(
            version("HDTV-1080p", score=9),
            version("HDTV-1080p", score=12),
            {"cutoff_format_score": 9},
            Verdict.FORMAT_CUTOFF_MET,
            id="the score is high enough",
        ),
        pytest.param(
            version(score=5),
            version(score=9),
            {"min_upgrade_format_score": 5},
            Verdict.FORMAT_INCREMENT,
            id="the score gains too little",
        ),
        pytest.param(
            version(score=10_000), version(score=10_001), {}, Verdict.CUTOFF_MET, id="quality and score are met"
        ),
    ],
)
def test_a_release_is_held_against_what_is_there(
    current: Version, new: Version, changes: dict[str, Any], verdict: Verdict
) -> None:
    assert compare(current, new, wants(**changes)) is verdict


def test_a_file_below_the_score_cutoff_is_still_worth_a_look() -> None:
    assert still_wanted(version(score=9), version(), wants(cutoff_format_score=10))
    assert not still_wanted(version(score=10), version(), wants(cutoff_format_score=10))


def test_only_the_very_same_quality_can_be_mended() -> None:
    assert mends(version("WEBDL-1080p"), version("WEBDL-1080p", PROPER))
    assert not mends(version("WEBDL-1080p"), version("WEBRip-1080p", PROPER))


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_its_wording(verdict: Verdict) -> None:
    assert explain(verdict, version(), version(), HD_1080P).startswith("Bluray-1080p")


versions = st.builds(
    Version,
    st.sampled_from(QUALITIES),
    st.builds(Revision, st.integers(1, 3), st.integers(0, 1)),
    st.integers(-20, 20),
)
profiles = st.builds(
    lambda upgrade, propers: wants(upgrade=upgrade, propers=propers), st.booleans(), st.sampled_from(Propers)
)


@given(versions, profiles)
def test_nothing_upgrades_itself(same: Version, profile: Any) -> None:
    assert compare(same, same, profile) is not Verdict.UPGRADE


@given(versions, versions)
def test_two_releases_never_replace_each_other_in_turn(one: Version, two: Version) -> None:
    both = {compare(one, two, HD_1080P), compare(two, one, HD_1080P)}
    assert both != {Verdict.UPGRADE}
