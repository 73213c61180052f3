"""When a film is searched next, and which comes first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radarr.domain.searching.policy import INTERVALS, Terms, Value, due, interval, plan
from radarr.domain.searching.recording import searched
from radarr.domain.searching.want import SearchRecord, Want
from tests.unit.domain.searching.wanting import DAY, HD, HOUR, NOON, TERMS, missing, record, there

OURS = TERMS["HD-1080p"]
ALL = [1 * DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 30 * DAY, 30 * DAY]


def valued(want: Want, now: datetime = NOON) -> Value | None:
    """None: it is not due."""
    planned = plan(want, OURS, now)
    return planned.value if planned and planned.at <= now else None


def test_a_film_that_was_never_searched_is_due_at_once() -> None:
    assert valued(missing()) is Value.FIRST


@pytest.mark.parametrize(("searches", "wait"), [(n, wait) for n, wait in enumerate(ALL, 1)])
def test_a_missing_film_is_searched_at_growing_intervals(searches: int, wait: timedelta) -> None:
    assert valued(missing(record=record(searches, ago=wait))) is Value.AGAIN
    assert valued(missing(record=record(searches, ago=wait - HOUR))) is None


def test_a_film_that_cannot_be_had_yet_is_not_searched() -> None:
    coming = missing(digital_release=date(2026, 3, 2))
    assert valued(coming) is None
    planned = plan(coming, OURS, NOON)
    assert planned
    assert planned.at == datetime(2026, 3, 2, tzinfo=UTC)


def test_a_film_that_has_come_out_since_its_last_search_is_new_whatever_its_interval() -> None:
    assert valued(missing(record=record(5, ago=DAY), digital_release=date(2026, 3, 1))) is Value.NEW


def test_a_film_that_has_come_out_since_it_was_added_is_new() -> None:
    assert valued(missing(digital_release=date(2026, 2, 1))) is Value.NEW


def test_a_film_that_was_added_when_it_was_out_is_not_new() -> None:
    assert valued(missing(digital_release=date(2025, 2, 1))) is Value.FIRST


def test_the_days_that_a_profile_waits_count() -> None:
    late = Terms(replace(HD, availability_delay=3), "f00")
    planned = plan(missing(digital_release=date(2026, 3, 1)), late, NOON)
    assert planned
    assert planned.at == datetime(2026, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("quality", "value"),
    [
        pytest.param("Bluray-1080p", None, id="at-the-cut-off"),
        pytest.param("WEBDL-1080p", Value.BETTER, id="below-the-cut-off"),
        pytest.param("SDTV", Value.BETTER, id="not-even-wanted"),
    ],
)
def test_a_film_below_the_cut_off_is_searched(quality: str, value: Value | None) -> None:
    assert valued(there(quality)) is value


def test_a_film_is_not_bettered_where_the_profile_does_not_upgrade() -> None:
    assert plan(there("SDTV"), Terms(replace(HD, upgrade=False), "f00"), NOON) is None


@pytest.mark.parametrize(
    ("formats", "wanted"),
    [
        pytest.param(("x265",), True, id="below"),
        pytest.param(("x265", "HDR"), False, id="all-that-there-are"),
        pytest.param(("x265", "HDR", "LQ"), True, id="spoilt"),
    ],
)
def test_the_cut_off_of_the_score_is_never_above_what_the_formats_reach(
    formats: tuple[str, ...], *, wanted: bool
) -> None:
    scores = {"x265": 10, "HDR": 20, "LQ": -50}
    terms = Terms(replace(HD, cutoff_format_score=10_000, format_scores=scores), "f00")
    assert (plan(there("Bluray-1080p", formats=formats), terms, NOON) is not None) is wanted


def test_a_file_that_was_lost_begins_the_count_anew() -> None:
    assert valued(missing(record=record(5, missing=False))) is Value.FIRST


def test_a_file_that_came_goes_on_with_the_intervals() -> None:
    came = there("WEBDL-1080p", record=record(2, ago=2 * DAY))
    assert valued(came) is None
    assert valued(came, NOON + DAY) is Value.BETTER


def test_another_profile_begins_the_count_anew() -> None:
    assert valued(missing(record=record(5, profile="bar"))) is Value.FIRST


def test_nobody_waits_for_a_search_of_the_future() -> None:
    assert valued(missing(record=record(5, ago=-900 * DAY))) is Value.AGAIN


def test_a_slot_whose_profile_is_gone_is_not_searched() -> None:
    assert due([missing(profile="gone")], TERMS, NOON) == []


def test_what_is_worth_most_comes_first() -> None:
    wants = [
        there("SDTV", 1),
        missing(2, record(1, ago=2 * DAY)),
        missing(3, added_at=NOON - 3 * DAY),
        missing(4, added_at=NOON - 2 * DAY, digital_release=date(2026, 3, 1)),
    ]
    wants[0] = wants[0]._replace(record=record(1, ago=2 * DAY))
    assert [one.value for one in due(wants, TERMS, NOON)] == [Value.NEW, Value.FIRST, Value.AGAIN, Value.BETTER]


def test_what_waits_for_long_comes_before_what_is_worth_more() -> None:
    wants = [missing(1, record(1, ago=DAY)), there("SDTV", 2, record(1, ago=10 * DAY))]
    assert [one.want.slot_id for one in due(wants, TERMS, NOON)] == [2, 1]


def test_a_person_who_searches_begins_the_count_anew() -> None:
    after = searched(record(4), (7,), NOON, fingerprint="f00", missing=True, anew=True)
    assert after.searches == 1


def test_what_indexers_said_is_over_where_something_has_changed() -> None:
    before = record(4, ago=DAY, asked=((7, NOON - DAY),))
    assert searched(before, (8,), NOON, fingerprint="f00", missing=True).asked == ((7, NOON - DAY), (8, NOON))
    for changed in (
        searched(before, (8,), NOON, fingerprint="bar", missing=True),
        searched(before._replace(missing=False), (8,), NOON, fingerprint="f00", missing=True),
        searched(before, (8,), NOON, fingerprint="f00", missing=True, available=NOON - HOUR),
    ):
        assert changed.searches == 1
        assert changed.asked == ((8, NOON),)


wants = st.builds(
    missing,
    slot_id=st.integers(1, 9),
    record=st.none() | st.builds(record, st.integers(0, 9), ago=st.timedeltas(-9 * DAY, 90 * DAY)),
    quality=st.none() | st.sampled_from([there("SDTV").quality, there("Bluray-1080p").quality]),
    digital_release=st.none() | st.dates(date(2026, 1, 1), date(2026, 4, 1)),
)


@given(st.lists(wants, unique_by=lambda want: want.slot_id), st.randoms())
def test_the_order_is_total_and_the_same_however_the_films_are_given(films: list[Want], random: object) -> None:
    first = due(films, TERMS, NOON)
    assert len({one.order for one in first}) == len(first)
    random.shuffle(films)  # type: ignore[attr-defined]
    assert due(films, TERMS, NOON) == first


@given(st.lists(st.integers(0, 40 * 24), max_size=30))
def test_no_interval_is_shorter_than_said(hours: Sequence[int]) -> None:
    want, at, searches = missing(), NOON, list[datetime]()
    for wait in hours:
        at += wait * HOUR
        if due([want], TERMS, at):
            searches.append(at)
            want = want._replace(record=searched(want.record, (), at, fingerprint="f00", missing=True))
    for number, (earlier, later) in enumerate(pairwise(searches), 1):
        assert later - earlier >= interval(number)
        assert interval(number) >= INTERVALS[0]


@settings(max_examples=25)
@given(st.integers(1, 4), st.integers(3, 16))
def test_nobody_starves_however_few_can_be_searched_in_a_day(a_day: int, films: int) -> None:
    library = {n: missing(n) if n % 3 else there("SDTV", n) for n in range(1, films + 1)}
    counts: dict[int, int] = dict.fromkeys(library, 0)
    for day in range(5 * films // a_day + 60):
        now = NOON + day * DAY
        for one in due(library.values(), TERMS, now)[:a_day]:
            slot_id = one.want.slot_id
            counts[slot_id] += 1
            known: SearchRecord | None = one.want.record
            new = searched(known, (), now, fingerprint="f00", missing=one.want.missing)
            library[slot_id] = one.want._replace(record=new)
    assert min(counts.values()) >= 2
