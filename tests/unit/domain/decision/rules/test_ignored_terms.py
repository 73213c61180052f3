import pytest

from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.ignored_terms import ignored_terms
from radarr.domain.decision.terms import ReleaseProfile, read_term
from tests.unit.domain.decision.examples import candidate, facts, release


def refusing(*terms: str, tags: frozenset[str] = frozenset()) -> ReleaseProfile:
    return ReleaseProfile(ignored=tuple(map(read_term, terms)), tags=tags)


def test_a_name_with_the_term_is_refused() -> None:
    no = ignored_terms(candidate(), facts(release_profiles=(refusing("remux", "x264", "/GRP$/"),)))
    assert no is not None
    assert (no.reason, no.kind) == (Reason.MUST_NOT_CONTAIN_PRESENT, RejectionKind.PERMANENT)
    assert no.message == "a release profile does not want x264 and /GRP$/ in its name"


@pytest.mark.parametrize("term", ["remux", "/grp$/", "/^GRP/"])
def test_a_name_without_it_passes(term: str) -> None:
    assert ignored_terms(candidate(), facts(release_profiles=(refusing(term),))) is None


def test_a_profile_with_tags_is_for_films_with_one_of_them() -> None:
    tagged = (refusing("x264", tags=frozenset({"best"})),)
    assert ignored_terms(candidate(), facts(release_profiles=tagged)) is None
    assert ignored_terms(candidate(), facts(release_profiles=tagged, tags=frozenset({"best"}))) is not None


def test_a_pattern_that_runs_out_of_time_is_no_answer() -> None:
    endless = candidate(release=release(title="a" * 40 + "!" * 600))
    no = ignored_terms(endless, facts(release_profiles=(refusing("/(a|aa|a?)+$/"),)))
    assert no is not None
    assert no.kind is RejectionKind.TEMPORARY
