"""Samples, by their length."""

import pytest

from radarr.domain.media import SampleVerdict, judge_sample


@pytest.mark.parametrize(
    ("runtime", "limit"),
    [
        pytest.param(0, 15, id="unknown"),
        pytest.param(3, 15, id="three-minutes"),
        pytest.param(10, 90, id="ten-minutes"),
        pytest.param(30, 300, id="half-an-hour"),
        pytest.param(120, 600, id="a-film"),
    ],
)
def test_a_film_has_a_length_that_it_must_reach(runtime: int, limit: int) -> None:
    assert judge_sample("film.mkv", runtime, limit) is SampleVerdict.NOT_SAMPLE
    assert judge_sample("film.mkv", runtime, limit - 1) is SampleVerdict.SAMPLE


def test_a_length_that_nobody_knows_proves_nothing() -> None:
    assert judge_sample("film.mkv", 120, None) is SampleVerdict.INDETERMINATE


@pytest.mark.parametrize("name", ["film.iso", "film.STRM", "a.film.m2ts"])
def test_what_does_not_know_its_length_is_no_sample(name: str) -> None:
    assert judge_sample(name, 120, None) is SampleVerdict.NOT_SAMPLE
