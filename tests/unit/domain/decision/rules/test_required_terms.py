import pytest

from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.required_terms import required_terms
from radarr.domain.decision.terms import ReleaseProfile, read_term
from tests.unit.domain.decision.examples import candidate, facts, release


def asking(*terms: str, name: str = "", tags: frozenset[str] = frozenset()) -> ReleaseProfile:
    return ReleaseProfile(name, required=tuple(map(read_term, terms)), tags=tags)


def test_a_name_without_the_term_is_refused() -> None:
    no = required_terms(candidate(), facts(release_profiles=(asking("remux", "/DV/", name="discs"),)))
    assert no is not None
    assert (no.reason, no.kind) == (Reason.MUST_CONTAIN_MISSING, RejectionKind.PERMANENT)
    assert no.message == "the release profile 'discs' wants remux or /DV/ in its name"


@pytest.mark.parametrize("term", ["bluray", "BluRay.x264", "/BluRay/", "/blu-?ray/i"])
def test_one_term_in_the_name_is_enough(term: str) -> None:
    assert required_terms(candidate(), facts(release_profiles=(asking("remux", term),))) is None


def test_every_profile_wants_its_own() -> None:
    no = required_terms(candidate(), facts(release_profiles=(asking("BluRay"), asking("remux"))))
    assert no is not None
    assert no.message.startswith("a release profile wants remux")


def test_a_profile_with_tags_is_for_films_with_one_of_them() -> None:
    tagged = (asking("remux", tags=frozenset({"discs", "best"})),)
    assert required_terms(candidate(), facts(release_profiles=tagged)) is None
    assert required_terms(candidate(), facts(release_profiles=tagged, tags=frozenset({"best"}))) is not None


def test_a_pattern_that_runs_out_of_time_is_no_answer() -> None:
    endless = candidate(release=release(title="a" * 40 + "!" * 600))
    no = required_terms(endless, facts(release_profiles=(asking("/(a|aa|a?)+$/"),)))
    assert no is not None
    assert no.kind is RejectionKind.TEMPORARY
    assert "(a|aa|a?)+$" in no.message


def test_without_profiles_any_name_will_do() -> None:
    assert required_terms(candidate(), facts()) is None
    assert required_terms(candidate(), facts(release_profiles=(ReleaseProfile(),))) is None
