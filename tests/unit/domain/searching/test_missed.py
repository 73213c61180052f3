"""What is searched because rows of a feed were missed."""

from datetime import date

from radarr.domain.searching.feed_mark import Gap
from radarr.domain.searching.missed import missed
from tests.unit.domain.searching.wanting import DAY, HOUR, NOON, TERMS, missing, record, there

GAP = Gap(NOON - HOUR, NOON - 9 * HOUR, NOON - 2 * HOUR, NOON - HOUR, 20)
BEFORE = record(2, asked=((1, NOON - DAY), (2, NOON - DAY)))


def test_missing_films_that_came_out_last_come_first() -> None:
    wants = [
        there("SDTV", 1, BEFORE, digital_release=date(2026, 2, 1)),
        missing(2, BEFORE),
        missing(3, BEFORE, digital_release=date(2025, 12, 1)),
        missing(4, BEFORE, digital_release=date(2026, 1, 1)),
        missing(5, BEFORE, digital_release=date(2026, 4, 1)),
        there("Bluray-1080p", 6, BEFORE),
        missing(7, BEFORE, profile="gone"),
    ]
    assert [want.slot_id for want, _ in missed(wants, TERMS, {1: GAP}, NOON)] == [4, 3, 2, 1]


def test_a_film_is_searched_where_it_was_asked_for_before_the_gap_and_not_since() -> None:
    asked = record(2, asked=((1, NOON - DAY), (2, NOON), (3, NOON - DAY)))
    gaps = {1: GAP, 2: GAP, 3: GAP, 4: GAP}
    assert missed([missing(1, asked), missing(2)], TERMS, gaps, NOON) == [(missing(1, asked), {1, 3})]
