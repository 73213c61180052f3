"""How a slot stands, in sentences."""

from datetime import date, timedelta

from radarr.domain.decision.standing import moment, standing
from tests.unit.domain.decision.examples import NOW, facts, file, movie, queued, slot, wants


def test_a_film_that_is_there_or_under_way_says_so() -> None:
    said = list(standing(movie(), slot(file(score=5)), facts(queue=(queued(),)), is_offered=True))
    assert said[:2] == ["the library has Bluray-1080p, 8.0 GiB, score 5", "Sintel.2010.Queued-GRP is under way"]


def test_a_film_that_is_not_out_yet_says_from_when_on_it_is_expected() -> None:
    film = movie(digital_release=date(2026, 6, 10))
    said = list(standing(film, slot(), facts(profile=wants(availability_delay=1)), is_offered=False))
    assert said[0] == "it is expected from 2026-06-11 on (in 10 d), and is not grabbed before"


def test_moments_are_told_in_words_too() -> None:
    assert moment(NOW - timedelta(days=3), NOW) == "2026-05-29 12:00 UTC, 3 d ago"
    assert moment(NOW - timedelta(minutes=5, seconds=50), NOW) == "2026-06-01 11:54 UTC, 5 min ago"
    assert moment(NOW - timedelta(seconds=20), NOW) == "2026-06-01 11:59 UTC, a moment ago"
    assert moment(NOW + timedelta(days=1), NOW) == "2026-06-02 12:00 UTC"
