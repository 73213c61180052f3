from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Blocked, Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.nearest import CHANGES, Change, smallest_change
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.terms import ReleaseProfile, read_term
from radarr.domain.movie import MovieFile
from radarr.domain.profile import Propers
from radarr.domain.quality import QUALITIES, Revision, SizeLimits
from tests.unit.domain.decision.examples import (
    GIB,
    HASH,
    HD_1080P,
    MIB,
    NOW,
    PROPER,
    REPACK,
    candidate,
    facts,
    file,
    movie,
    parsed,
    queued,
    release,
    slot,
    wants,
)

_LIMITED = {**HD_1080P.sizes, "Bluray-1080p": SizeLimits(100, None, 200)}  # for 100 minutes: 9.8 to 19.5 GiB
_FUTURE = date(2026, 6, 11)


def words(changes: Sequence[Change]) -> list[str]:
    return [change.words for change in changes]


def after(changes: Sequence[Change], offered: Candidate, known: Facts) -> tuple[Candidate, Facts]:
    for change in changes:
        offered, known = change.apply(offered, known)
    return offered, known


@pytest.mark.parametrize(
    ("offered", "known", "expected"),
    [
        pytest.param(candidate("WEBDL-720p"), facts(), ["allow WEBDL-720p"], id="quality"),
        pytest.param(candidate(score=-10), facts(), ["minimum score -10 instead of 0"], id="score"),
        pytest.param(
            candidate(release=release(size=8 * GIB)),
            facts(profile=wants(sizes=_LIMITED)),
            ["a minimum of 81.9 instead of 100 MiB a minute for Bluray-1080p"],
            id="too small",
        ),
        pytest.param(
            candidate(release=release(size=20 * GIB)),
            facts(profile=wants(sizes=_LIMITED)),
            ["a maximum of 204.8 instead of 200 MiB a minute for Bluray-1080p"],
            id="too large for its quality",
        ),
        pytest.param(
            candidate(release=release(size=20 * GIB)),
            facts(profile=wants(max_size=12 * GIB)),
            ["a maximum of 20.0 GiB instead of 12.0 GiB"],
            id="too large for the profile",
        ),
        pytest.param(
            candidate(release=release(size=20 * GIB)),
            facts(profile=wants(max_size_per_minute=100 * MIB)),
            ["a maximum of 204.8 MiB instead of 100.0 MiB a minute"],
            id="too large for the profile and its length",
        ),
        pytest.param(
            candidate(parsed=parsed(languages=("German",))),
            facts(),
            ["language Any instead of Original"],
            id="language",
        ),
        pytest.param(
            candidate(),
            facts(profile=wants(required_flags=("freeleech", "halfleech"))),
            ["no longer require freeleech or halfleech"],
            id="flags",
        ),
        pytest.param(
            candidate(release=release(seeders=2)),
            facts(profile=wants(minimum_seeders=5)),
            ["minimum seeders 2 instead of 5"],
            id="seeders",
        ),
        pytest.param(
            candidate(release=release(seeders=2, minimum_seeders=5)),
            facts(),
            ["minimum seeders 2 instead of 5 at Alpha"],
            id="seeders for the indexer",
        ),
        pytest.param(candidate(slot=slot(monitored=False)), facts(), ["monitor Sintel (2010)"], id="not monitored"),
        pytest.param(
            candidate(movie=movie(digital_release=_FUTURE)),
            facts(),
            ["wait until 2026-06-11 (10 d)"],
            id="not out yet",
        ),
        pytest.param(
            candidate(),
            facts(blocklist=(Blocked("Sintel.2010.1080p.BluRay.x264-GRP", HASH, "Alpha"),)),
            ["take Sintel.2010.1080p.BluRay.x264-GRP off the blocklist"],
            id="blocklisted",
        ),
        pytest.param(candidate(), facts(free_space=7 * GIB), ["free 1.0 GiB"], id="no space"),
        pytest.param(
            candidate(revision=PROPER, slot=slot(file())),
            facts(profile=wants(propers=Propers.DO_NOT_UPGRADE)),
            ["upgrade to propers and repacks"],
            id="propers are left alone",
        ),
        pytest.param(
            candidate(revision=REPACK, slot=slot(file())),
            facts(profile=wants(propers=Propers.DO_NOT_UPGRADE)),
            ["upgrade to propers and repacks"],
            id="repacks are left alone",
        ),
        pytest.param(
            candidate(revision=PROPER, slot=slot(file(added_at=NOW - timedelta(days=30)))),
            facts(),
            ["search for it"],
            id="too late for a proper",
        ),
        pytest.param(
            candidate("WEBDL-1080p", release=release(published_at=NOW - timedelta(minutes=60))),
            facts(profile=wants(delay=180)),
            ["wait 2 h for the delay"],
            id="the delay",
        ),
        pytest.param(
            candidate(release=release(published_at=NOW - timedelta(minutes=20))),
            facts(profile=wants(minimum_age=60)),
            ["wait 40 min for the age"],
            id="too new",
        ),
        pytest.param(
            candidate(movie=movie(digital_release=_FUTURE)),
            facts(profile=wants(availability_delay=1)),
            ["wait until 2026-06-12 (11 d)"],
            id="not out for long",
        ),
        pytest.param(
            candidate(parsed=parsed(hardcoded_subs="KORSUB")),
            facts(),
            ["take burnt-in subtitles (KORSUB)"],
            id="burnt-in subtitles",
        ),
        pytest.param(
            candidate(),
            facts(release_profiles=(ReleaseProfile(required=(read_term("remux"),)),)),
            ["no longer require remux"],
            id="a term is missing",
        ),
        pytest.param(
            candidate(),
            facts(release_profiles=(ReleaseProfile(ignored=(read_term("x264"), read_term("x265"))),)),
            ["no longer ignore x264"],
            id="a term is there",
        ),
        pytest.param(
            candidate(),
            facts(resting_indexers=frozenset({1})),
            ["wait until Alpha is asked again"],
            id="its indexer rests",
        ),
        pytest.param(
            candidate(slot=slot(file("WEBDL-1080p"))),
            facts(profile=wants(upgrade=False)),
            ["switch upgrades on"],
            id="upgrades are off",
        ),
        pytest.param(
            candidate(slot=slot(file("HDTV-1080p"))),
            facts(profile=wants(cutoff="HDTV-1080p")),
            ["cut-off Bluray-1080p instead of HDTV-1080p"],
            id="the cut-off is met",
        ),
        pytest.param(
            candidate(slot=slot(file(score=10)), score=50),
            facts(profile=wants(cutoff_format_score=10)),
            ["cut-off score 11 instead of 10"],
            id="the score's cut-off is met",
        ),
        pytest.param(
            candidate(slot=slot(file(score=10)), score=12),
            facts(profile=wants(min_upgrade_format_score=5)),
            ["minimum upgrade score 2 instead of 5"],
            id="too small a step",
        ),
        pytest.param(
            candidate(),
            facts(queue=(queued("HDTV-1080p"),), profile=wants(cutoff="HDTV-1080p")),
            ["cut-off Bluray-1080p instead of HDTV-1080p"],
            id="what is under way meets the cut-off",
        ),
        pytest.param(
            candidate(slot=slot(file(revision=REPACK)), score=20),
            facts(),
            ["do not prefer propers and repacks"],
            id="a better score in an earlier revision",
        ),
        pytest.param(
            candidate("WEBDL-720p", score=-10, slot=slot(monitored=False)),
            facts(),
            ["allow WEBDL-720p", "minimum score -10 instead of 0", "monitor Sintel (2010)"],
            id="several reasons at once",
        ),
        pytest.param(
            candidate("Remux-1080p", slot=slot(file())),
            facts(),
            ["allow Remux-1080p", "cut-off Remux-1080p instead of Bluray-1080p"],
            id="one change brings the next reason to light",
        ),
    ],
)
def test_the_smallest_change_is_named_and_gets_the_release_accepted(
    offered: Candidate, known: Facts, expected: list[str]
) -> None:
    assert not decide(offered, known).accepted
    changes = smallest_change(offered, known)
    assert words(changes) == expected
    assert decide(*after(changes, offered, known)).accepted


@pytest.mark.parametrize(
    "offered",
    [
        pytest.param(candidate(slot=slot(file())), id="the same quality is there"),
        pytest.param(candidate("HDTV-1080p", slot=slot(file("WEBDL-1080p"))), id="a better quality is there"),
        pytest.param(candidate(score=10, slot=slot(file(score=20))), id="a better score is there"),
    ],
)
def test_no_change_of_settings_is_offered_for_a_film_that_is_there_as_good(offered: Candidate) -> None:
    assert smallest_change(offered, facts()) == ()


def test_an_accepted_release_needs_no_change() -> None:
    assert smallest_change(candidate(), facts()) == ()


def test_allowing_one_quality_of_a_group_leaves_the_others_out() -> None:
    offered, known = candidate("WEBRip-720p"), facts()
    _, then = after(smallest_change(offered, known), offered, known)
    allowed = {q.name for item in then.profile.items if item.allowed for q in item.qualities}
    before = {q.name for item in known.profile.items if item.allowed for q in item.qualities}
    assert allowed - before == {"WEBRip-720p"}
    assert sorted(q.id for item in then.profile.items for q in item.qualities) == sorted(q.id for q in QUALITIES)


def test_every_reason_that_can_be_changed_is_one_of_a_release() -> None:
    assert set(CHANGES) < set(Reason)


_QUALITIES = st.sampled_from([q.name for q in QUALITIES])
_REVISIONS = st.builds(Revision, st.integers(1, 3), st.integers(0, 1))
_SCORES = st.integers(-30, 30)


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Candidate, Facts]:
    held: MovieFile | None = draw(st.none() | st.builds(file, _QUALITIES, _REVISIONS, _SCORES))
    offered = candidate(
        draw(_QUALITIES),
        draw(_REVISIONS),
        score=draw(_SCORES),
        movie=movie(
            runtime=draw(st.sampled_from([0, 47, 100])),
            digital_release=draw(st.none() | st.dates(_FUTURE - timedelta(30), _FUTURE)),
        ),
        slot=slot(held, monitored=draw(st.booleans())),
        release=release(
            size=draw(st.integers(1, 40 * GIB)),
            seeders=draw(st.none() | st.integers(0, 3)),
            minimum_seeders=draw(st.none() | st.integers(0, 3)),
            flags=frozenset(draw(st.sets(st.sampled_from(["freeleech", "internal"])))),
        ),
    )
    settings: dict[str, Any] = {
        "upgrade": draw(st.booleans()),
        "propers": draw(st.sampled_from(Propers)),
        "min_format_score": draw(_SCORES),
        "cutoff_format_score": draw(_SCORES),
        "min_upgrade_format_score": draw(st.integers(1, 9)),
        "minimum_seeders": draw(st.integers(0, 3)),
        "max_size": draw(st.none() | st.integers(1, 40 * GIB)),
        "max_size_per_minute": draw(st.none() | st.integers(1, 400 * MIB)),
        "required_flags": draw(st.sampled_from([(), ("freeleech",)])),
        "language": draw(st.sampled_from(["Original", "Any", "German"])),
    }
    known = facts(
        draw(st.sampled_from(SearchKind)),
        profile=wants(**settings),
        queue=tuple(draw(st.lists(st.builds(queued, _QUALITIES, _REVISIONS, _SCORES), max_size=1))),
        free_space=draw(st.none() | st.integers(0, 40 * GIB)),
        minimum_free=draw(st.sampled_from([0, GIB])),
    )
    return offered, known


@given(_cases())
def test_whatever_change_is_named_gets_the_release_accepted_and_none_of_it_is_needless(
    case: tuple[Candidate, Facts],
) -> None:
    changes = smallest_change(*case)
    if not changes:
        return
    assert decide(*after(changes, *case)).accepted
    for left_out in range(len(changes)):
        rest = [change for at, change in enumerate(changes) if at != left_out]
        assert not decide(*after(rest, *case)).accepted


_ONE_LESS: dict[str, Any] = {
    "minimum score": lambda p: replace(p, min_format_score=p.min_format_score + 1),
    "minimum seeders": lambda p: replace(p, minimum_seeders=p.minimum_seeders + 1),
    "minimum upgrade score": lambda p: replace(p, min_upgrade_format_score=p.min_upgrade_format_score + 1),
    "cut-off score": lambda p: replace(p, cutoff_format_score=p.cutoff_format_score - 1),
}


@given(_cases())
def test_nothing_smaller_of_the_same_kind_would_do(case: tuple[Candidate, Facts]) -> None:
    changes = smallest_change(*case)
    offered, known = after(changes, *case)
    for change in changes:
        for kind, less in _ONE_LESS.items():
            if change.words.startswith(kind) and " at Alpha" not in change.words:
                assert not decide(offered, replace(known, profile=less(known.profile))).accepted
