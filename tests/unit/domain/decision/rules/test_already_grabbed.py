import pytest

from radarr.domain.decision.facts import Blocked
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.already_grabbed import already_grabbed
from tests.unit.domain.decision.examples import GIB, HASH, OTHER_HASH, candidate, facts, release

NAME = "Sintel.2010.1080p.BluRay.x264-GRP"
GONE = (Blocked(NAME, HASH, "Alpha", 8 * GIB),)


def test_what_was_taken_away_does_not_come_back_by_itself() -> None:
    no = already_grabbed(candidate(), facts(let_go=GONE))
    assert no is not None
    assert no.reason is Reason.ALREADY_GRABBED
    assert no.message == f"{NAME} was grabbed before, and taken away again"


def test_nor_where_the_indexer_does_not_tell_its_torrent() -> None:
    assert already_grabbed(candidate(release=release(infohash=None)), facts(let_go=GONE)) is not None


def test_another_torrent_of_that_name_may_come() -> None:
    assert already_grabbed(candidate(release=release(infohash=OTHER_HASH)), facts(let_go=GONE)) is None


@pytest.mark.parametrize("kind", [SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE])
def test_a_person_may_have_it_again(kind: SearchKind) -> None:
    assert already_grabbed(candidate(), facts(kind, let_go=GONE)) is None
