from datetime import timedelta

import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.minimum_age import minimum_age
from tests.unit.domain.decision.examples import NOW, candidate, facts, release, wants

PATIENT = wants(minimum_age=60)


def offered(minutes_ago: int) -> object:
    return release(published_at=NOW - timedelta(minutes=minutes_ago))


@pytest.mark.parametrize("kind", SearchKind)
def test_what_is_too_new_waits(kind: SearchKind) -> None:
    no = minimum_age(candidate(release=offered(30)), facts(kind, profile=PATIENT))
    assert no is not None
    assert (no.reason, no.kind) == (Reason.MINIMUM_AGE, RejectionKind.TEMPORARY)
    assert no.message == "it is too new: HD-1080p wants an age of 60 min, 30 min are missing"


def test_what_is_old_enough_passes() -> None:
    assert minimum_age(candidate(release=offered(60)), facts(profile=PATIENT)) is None


def test_what_is_of_unknown_age_passes() -> None:
    assert minimum_age(candidate(release=release(published_at=None)), facts(profile=PATIENT)) is None


def test_by_default_nothing_is_too_new() -> None:
    assert minimum_age(candidate(release=offered(0)), facts()) is None
