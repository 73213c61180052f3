from datetime import timedelta

import pytest

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.delay import delay
from radarr.domain.profile import Propers
from tests.unit.domain.decision.examples import NOW, PROPER, candidate, facts, file, release, slot, wants

PATIENT = wants(delay=180)


def offered(quality: str = "WEBDL-1080p", minutes_ago: int = 60, **changes: object) -> Candidate:
    return candidate(quality, release=release(published_at=NOW - timedelta(minutes=minutes_ago)), **changes)


@pytest.mark.parametrize("kind", [SearchKind.FEED, SearchKind.SCHEDULED, SearchKind.NEW_FILM, SearchKind.PUSH])
def test_a_release_waits_for_something_better(kind: SearchKind) -> None:
    no = delay(offered(), facts(kind, profile=PATIENT))
    assert no is not None
    assert (no.reason, no.kind) == (Reason.MINIMUM_AGE_DELAY, RejectionKind.TEMPORARY)
    assert no.message == "HD-1080p waits 3 h for something better, 2 h are left"


@pytest.mark.parametrize("kind", [SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE])
def test_a_person_does_not_wait(kind: SearchKind) -> None:
    assert delay(offered(), facts(kind, profile=PATIENT)) is None


@pytest.mark.parametrize(
    "passing",
    [
        pytest.param(offered(minutes_ago=180), id="it has waited"),
        pytest.param(candidate("WEBDL-1080p", release=release(published_at=None)), id="its age is unknown"),
        pytest.param(offered("Bluray-1080p"), id="nothing better is wanted"),
        pytest.param(offered(revision=PROPER, slot=slot(file("WEBDL-1080p"))), id="it mends the file"),
    ],
)
def test_some_do_not_wait(passing: Candidate) -> None:
    assert delay(passing, facts(profile=PATIENT)) is None


def test_the_best_quality_waits_too_where_the_profile_says_so() -> None:
    assert delay(offered("Bluray-1080p"), facts(profile=wants(delay=180, delay_bypass_best=False))) is not None


def test_a_score_may_be_worth_no_wait() -> None:
    keen = facts(profile=wants(delay=180, delay_bypass_score=100))
    assert delay(offered(score=100), keen) is None
    assert delay(offered(score=99), keen) is not None


def test_what_mends_waits_where_propers_are_worth_nothing() -> None:
    mended = offered(revision=PROPER, slot=slot(file("WEBDL-1080p")))
    assert delay(mended, facts(profile=wants(delay=180, propers=Propers.DO_NOT_PREFER))) is not None


def test_where_one_has_waited_long_enough_none_waits() -> None:
    assert delay(offered(), facts(profile=PATIENT, delay_over=True)) is None


def test_by_default_nobody_waits() -> None:
    assert delay(offered(minutes_ago=0), facts()) is None
