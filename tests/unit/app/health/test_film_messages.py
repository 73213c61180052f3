"""What is said of the library's films."""

from radarr.app.health.messages.films import MOST_NAMED, removed
from radarr.ports.driving.health import Level
from tests.unit.app.health.known import looked, well


def test_a_film_that_the_film_database_lost_is_told_under_radarrs_name() -> None:
    (said,) = removed(looked(lost=("Sintel (2010)",)))
    assert (said.source, said.level) == ("RemovedMovieCheck", Level.WARNING)
    assert "TMDB does not know Sintel (2010)" in said.message
    assert "add the right one" in said.remedy
    assert list(removed(well())) == []


def test_of_many_lost_films_some_are_named() -> None:
    (said,) = removed(looked(lost=tuple(f"Film {number}" for number in range(MOST_NAMED + 1))))
    assert f"Film {MOST_NAMED - 1} and others" in said.message
    assert f"Film {MOST_NAMED}," not in said.message
