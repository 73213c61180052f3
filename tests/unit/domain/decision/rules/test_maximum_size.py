from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.maximum_size import maximum_size
from tests.unit.domain.decision.examples import GIB, MIB, candidate, facts, movie, release, slot, wants


def test_the_owner_may_grant_less_than_the_quality() -> None:
    no = maximum_size(candidate(release=release(size=9 * GIB)), facts(profile=wants(max_size=8 * GIB)))
    assert no is not None
    assert no.reason is Reason.MAXIMUM_SIZE_EXCEEDED
    assert no.message == "9.0 GiB is too large: HD-1080p allows at most 8.0 GiB"


def test_the_owner_may_grant_so_much_a_minute() -> None:
    generous = facts(profile=wants(max_size=90 * GIB, max_size_per_minute=10 * MIB))
    no = maximum_size(candidate(release=release(size=1001 * MIB)), generous)
    assert no is not None
    assert "HD-1080p for 100 minutes" in no.message
    assert maximum_size(candidate(release=release(size=1000 * MIB)), generous) is None


def test_a_slot_may_grant_less_than_its_profile() -> None:
    phone = slot(name="phone", max_size=6 * GIB, max_size_per_minute=100 * MIB)
    known = facts(profile=wants(max_size=8 * GIB))
    no = maximum_size(candidate(release=release(size=7 * GIB), slot=phone), known)
    assert no is not None
    assert no.message == "7.0 GiB is too large: the slot phone allows at most 6.0 GiB"
    assert maximum_size(candidate(release=release(size=6 * GIB), slot=phone), known) is None
    short = maximum_size(candidate(release=release(size=GIB), slot=phone, movie=movie(runtime=10)), known)
    assert short is not None
    assert "the slot phone for 10 minutes" in short.message
    large = slot(name="large", max_size=90 * GIB)
    assert maximum_size(candidate(release=release(size=9 * GIB), slot=large), known) is not None


def test_a_film_of_unknown_length_counts_as_one_of_110_minutes() -> None:
    known = facts(profile=wants(max_size_per_minute=10 * MIB))
    assert maximum_size(candidate(release=release(size=1100 * MIB), movie=movie(runtime=0)), known) is None
    assert maximum_size(candidate(release=release(size=1101 * MIB), movie=movie(runtime=0)), known) is not None


def test_an_unknown_size_passes_and_so_does_any_where_there_is_no_limit() -> None:
    assert maximum_size(candidate(release=release(size=0)), facts(profile=wants(max_size=1))) is None
    assert maximum_size(candidate(release=release(size=400 * GIB)), facts()) is None
