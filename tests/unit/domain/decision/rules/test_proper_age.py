from datetime import timedelta

import pytest

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.proper_age import proper_age
from radarr.domain.profile import Propers
from tests.unit.domain.decision.examples import NOW, PROPER, candidate, facts, file, slot, wants


def offered(days: int, **changes: object) -> Candidate:
    return candidate(revision=PROPER, slot=slot(file(added_at=NOW - timedelta(days=days), **changes)))


@pytest.mark.parametrize("kind", [SearchKind.FEED, SearchKind.PUSH])
def test_an_old_file_is_not_mended_by_what_comes_by_itself(kind: SearchKind) -> None:
    no = proper_age(offered(8), facts(kind))
    assert no is not None
    assert no.reason is Reason.PROPER_FOR_OLD_FILE
    assert no.message == "a mended Bluray-1080p, but the library has had its file for 8 d"


def test_a_file_of_a_week_is_mended() -> None:
    assert proper_age(offered(7), facts()) is None


@pytest.mark.parametrize("kind", sorted(set(SearchKind) - {SearchKind.FEED, SearchKind.PUSH}))
def test_a_search_mends_any_file(kind: SearchKind) -> None:
    assert proper_age(offered(80), facts(kind)) is None


def test_what_mends_no_file_passes() -> None:
    assert proper_age(candidate(revision=PROPER), facts()) is None
    assert proper_age(offered(80, revision=PROPER), facts()) is None
    assert proper_age(offered(80), facts(profile=wants(propers=Propers.DO_NOT_PREFER))) is None
