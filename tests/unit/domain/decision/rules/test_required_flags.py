from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.required_flags import required_flags
from tests.unit.domain.decision.examples import candidate, facts, release, wants

INSISTS = facts(profile=wants(required_flags=("freeleech", "internal")))


def test_one_of_the_flags_is_enough() -> None:
    assert required_flags(candidate(release=release(flags=frozenset({"Internal"}))), INSISTS) is None


def test_a_release_without_any_of_them_is_refused() -> None:
    no = required_flags(candidate(release=release(flags=frozenset({"scene"}))), INSISTS)
    assert no is not None
    assert no.reason is Reason.REQUIRED_FLAGS
    assert no.message == "scene, HD-1080p wants freeleech or internal"


def test_a_profile_that_insists_on_nothing_takes_anything() -> None:
    assert required_flags(candidate(), facts()) is None
