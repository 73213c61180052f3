import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.sample import sample
from tests.unit.domain.decision.examples import GIB, MIB, candidate, facts, movie, release


def test_a_small_file_that_calls_itself_a_sample_is_one() -> None:
    no = sample(candidate(release=release(title="Sintel.2010.1080p.Sample-GRP", size=40 * MIB)), facts())
    assert no is not None
    assert no.reason is Reason.SAMPLE
    assert no.message == "a sample of 40.0 MiB, not the film"


@pytest.mark.parametrize(
    ("title", "size"),
    [
        pytest.param("Sintel.2010.Sample.1080p-GRP", 8 * GIB, id="large"),
        pytest.param("Sintel.2010.Sample.1080p-GRP", 0, id="of unknown size"),
        pytest.param("Sintel.2010.Resampled.1080p-GRP", 40 * MIB, id="only part of a word"),
        pytest.param("Sintel.2010.480p-GRP", 40 * MIB, id="only small"),
    ],
)
def test_the_word_alone_or_the_size_alone_makes_no_sample(title: str, size: int) -> None:
    assert sample(candidate(release=release(title=title, size=size)), facts()) is None


def test_a_film_may_be_called_so() -> None:
    offer = release(title="The.Free.Sample.2012.480p-GRP", size=60 * MIB)
    assert sample(candidate(release=offer, movie=movie(title="The Free Sample")), facts()) is None
