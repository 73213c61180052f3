import pytest

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.repack import repack
from radarr.domain.movie import MovieFile
from radarr.domain.profile import Propers
from radarr.domain.quality import Revision
from tests.unit.domain.decision.examples import PROPER, REPACK, candidate, facts, file, parsed, slot, wants

PATIENT = wants(propers=Propers.DO_NOT_UPGRADE)


def offered(group: str | None, held: MovieFile | None, revision: Revision = REPACK) -> Candidate:
    return candidate(parsed=parsed(revision=revision, group=group), slot=slot(held))


@pytest.mark.parametrize(
    ("group", "reason"),
    [
        pytest.param("GRP", None, id="the same"),
        pytest.param("grp", None, id="the same in other letters"),
        pytest.param("OTHER", Reason.REPACK_RELEASE_GROUP_DOES_NOT_MATCH, id="another"),
        pytest.param(None, Reason.REPACK_UNKNOWN_RELEASE_GROUP, id="none"),
    ],
)
def test_a_repack_is_for_the_release_of_its_group(group: str | None, reason: Reason | None) -> None:
    no = repack(offered(group, file(group="GRP")), facts())
    assert (no.reason if no else None) == reason


def test_a_file_of_nobody_knows_whom_may_be_mended_by_anybody() -> None:
    assert repack(offered("GRP", file(group=None)), facts()) is None
    assert repack(offered(None, file(group=None)), facts()) is None


@pytest.mark.parametrize(
    "passing",
    [
        pytest.param(offered("OTHER", None), id="there is no file"),
        pytest.param(offered("OTHER", file("WEBDL-1080p", group="GRP")), id="a better quality"),
        pytest.param(offered("OTHER", file(revision=REPACK, group="GRP")), id="no higher revision"),
        pytest.param(offered("OTHER", file(group="GRP"), PROPER), id="a proper"),
    ],
)
def test_what_mends_no_file_may_be_of_any_group(passing: Candidate) -> None:
    assert repack(passing, facts()) is None


def test_a_repack_is_left_alone_where_the_profile_says_so() -> None:
    no = repack(offered("GRP", file(group="GRP")), facts(profile=PATIENT))
    assert no is not None
    assert no.reason is Reason.REPACK_DISABLED
    assert repack(offered("GRP", file(group="GRP")), facts(SearchKind.USER_AUTOMATIC, profile=PATIENT)) is None


def test_where_propers_are_worth_nothing_the_score_alone_decides() -> None:
    assert repack(offered("OTHER", file(group="GRP")), facts(profile=wants(propers=Propers.DO_NOT_PREFER))) is None
