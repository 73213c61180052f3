import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.size import size
from radarr.domain.quality import SizeLimits
from tests.unit.domain.decision.examples import GIB, MIB, candidate, facts, movie, release, wants

LIMITED = wants(sizes={"Bluray-1080p": SizeLimits(10, 50, 100)})


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        pytest.param(1000 * MIB - 1, Reason.BELOW_MINIMUM_SIZE, id="a byte too small"),
        pytest.param(1000 * MIB, None, id="just large enough"),
        pytest.param(10000 * MIB, None, id="just small enough"),
        pytest.param(10000 * MIB + 1, Reason.ABOVE_MAXIMUM_SIZE, id="a byte too large"),
        pytest.param(0, None, id="unknown"),
    ],
)
def test_a_film_of_100_minutes_keeps_the_limits_of_its_quality(stated: int, reason: Reason | None) -> None:
    no = size(candidate(release=release(size=stated)), facts(profile=LIMITED))
    assert (no.reason if no else None) == reason


def test_a_film_of_unknown_length_counts_as_one_of_110_minutes() -> None:
    too_large = candidate(release=release(size=11000 * MIB + 1), movie=movie(runtime=0))
    no = size(too_large, facts(profile=LIMITED))
    assert no is not None
    assert no.message == "10.7 GiB is too large: Bluray-1080p of 110 minutes allows at most 10.7 GiB"


def test_a_quality_without_limits_may_have_any_size() -> None:
    assert size(candidate(release=release(size=400 * GIB)), facts()) is None
