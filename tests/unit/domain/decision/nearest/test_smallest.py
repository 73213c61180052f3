from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Blocked, Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.nearest import CHANGES, OBSTACLES, Change, nearness, smallest_change
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.terms import OutOfTime, ReleaseProfile, Term, read_term
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
    lies,
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
            candidate(release=release(size=20 * GIB), slot=slot(name="phone", max_size=6 * GIB)),
            facts(),
            ["a maximum of 20.0 GiB instead of 6.0 GiB for the slot phone"],
            id="too large for the slot",
        ),
        pytest.param(
            candidate(release=release(size=20 * GIB), slot=slot(name="phone", max_size_per_minute=60 * MIB)),
            facts(),
            ["a maximum of 204.8 MiB instead of 60.0 MiB a minute for the slot phone"],
            id="too large for the slot and its length",
        ),
        pytest.param(
            candidate(slot=slot(name="cut", edition="extended")),
            facts(),
            ["take any edition for the slot cut"],
            id="another edition",
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
        pytest.param(
            candidate(), facts(claims=lies(NOW, NOW, NOW)), ["wait 24 h for the slot to rest"], id="a slot at rest"
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
    ("offered", "said"),
    [
        pytest.param(candidate(slot=slot(file())), "as good", id="the same quality is there"),
        pytest.param(
            candidate("HDTV-1080p", slot=slot(file("WEBDL-1080p"))), "prefers", id="a better quality is there"
        ),
        pytest.param(candidate(score=10, slot=slot(file(score=20))), "as good", id="a better score is there"),
        pytest.param(
            candidate(parsed=parsed(revision=REPACK, group="TWO"), slot=slot(file(group="ONE"))),
            "its own group",
            id="a repack of another group",
        ),
        pytest.param(candidate(release=release(protocol="usenet")), "only torrents", id="no torrent"),
        pytest.param(candidate("WEBDL-720p", out_of_time="..."), "pattern", id="a pattern runs away"),
    ],
)
def test_where_no_change_of_settings_helps_a_sentence_tells_why(offered: Candidate, said: str) -> None:
    found = nearness(offered, facts())
    assert found.changes == ()
    assert said in found.obstacle


def test_a_release_that_may_be_another_film_is_not_made_the_right_one_by_any_change() -> None:
    found = nearness(candidate(), facts(), [Rejection(Reason.AMBIGUOUS_MOVIE, "it may be another film")])
    assert found.changes == ()
    assert "another film" in found.obstacle


def test_an_accepted_release_needs_no_change() -> None:
    assert nearness(candidate(), facts()) == ((), "")


def test_a_repack_of_another_group_with_a_better_score_is_taken_where_revisions_do_not_count() -> None:
    offered = candidate(parsed=parsed(revision=REPACK, group="TWO"), score=5, slot=slot(file(group="ONE")))
    assert words(smallest_change(offered, facts())) == ["do not prefer propers and repacks"]


def test_a_term_that_cannot_tell_in_time_is_one_not_to_ask_for() -> None:
    slow = Term("/slow/", cast("Any", _Slow()))
    known = facts(release_profiles=(ReleaseProfile(required=(slow,), ignored=(slow,)),))
    assert words(smallest_change(candidate(), known)) == ["no longer require /slow/", "no longer ignore /slow/"]


class _Slow:
    """A pattern that never comes to an end."""

    def search(self, name: str) -> bool:
        raise OutOfTime(name)


def test_allowing_one_quality_of_a_group_leaves_the_others_out() -> None:
    offered, known = candidate("WEBRip-720p"), facts()
    _, then = after(smallest_change(offered, known), offered, known)
    allowed = {q.name for item in then.profile.items if item.allowed for q in item.qualities}
    before = {q.name for item in known.profile.items if item.allowed for q in item.qualities}
    assert allowed - before == {"WEBRip-720p"}
    assert sorted(q.id for item in then.profile.items for q in item.qualities) == sorted(q.id for q in QUALITIES)


def test_of_every_reason_a_change_or_a_sentence_is_known() -> None:
    assert CHANGES.keys() | OBSTACLES.keys() == set(Reason)


_QUALITIES = [q.name for q in QUALITIES]
_TERMS = [read_term(text) for text in ("GRP", "x265", "/sintel/", "/BluRay/")]


def random_case(seed: int) -> tuple[Candidate, Facts]:
    """Of numbers alone: to draw each by itself would take ten times as long as all decisions."""
    rng = Random(seed)  # noqa: S311 - it hides nothing
    return _random_candidate(rng), _random_facts(rng)


def _random_revision(rng: Random) -> Revision:
    return Revision(rng.randint(1, 3), rng.randint(0, 1), repack=rng.random() < 0.3)


def _random_file(rng: Random) -> MovieFile:
    return file(
        rng.choice(_QUALITIES),
        _random_revision(rng),
        rng.randint(-30, 30),
        group=rng.choice([None, "GRP", "OTHER"]),
        added_at=NOW - timedelta(days=rng.randint(0, 20)),
    )


def _random_candidate(rng: Random) -> Candidate:
    said = parsed(
        rng.choice(_QUALITIES),
        _random_revision(rng),
        group=rng.choice([None, "GRP"]),
        languages=rng.choice([("Unknown",), ("German",), ("German", "English")]),
        hardcoded_subs=rng.choice([None, None, "HC", "KORSUB"]),
    )
    offer = release(
        size=rng.randint(1, 40 * GIB),
        seeders=rng.choice([None, 0, 1, 2, 3]),
        minimum_seeders=rng.choice([None, None, 0, 1, 2, 3]),
        flags=frozenset(rng.sample(["freeleech", "internal"], rng.randint(0, 2))),
        published_at=rng.choice([None, NOW - timedelta(minutes=rng.randint(0, 300))]),
    )
    film = movie(
        runtime=rng.choice([0, 47, 100]),
        digital_release=rng.choice([None, _FUTURE - timedelta(rng.randint(0, 30))]),
    )
    held = rng.choice([None, _random_file(rng)])
    wanted = slot(held, monitored=rng.random() < 0.8)
    return candidate(score=rng.randint(-30, 30), parsed=said, movie=film, slot=wanted, release=offer)


def _random_facts(rng: Random) -> Facts:
    profile = wants(
        upgrade=rng.random() < 0.7,
        propers=rng.choice(list(Propers)),
        min_format_score=rng.randint(-30, 30),
        cutoff_format_score=rng.randint(-30, 30),
        min_upgrade_format_score=rng.randint(1, 9),
        minimum_seeders=rng.randint(0, 3),
        max_size=rng.choice([None, rng.randint(1, 40 * GIB)]),
        max_size_per_minute=rng.choice([None, rng.randint(1, 400 * MIB)]),
        required_flags=rng.choice([(), ("freeleech",)]),
        language=rng.choice(["Original", "Any", "German"]),
        minimum_age=rng.randint(0, 300),
        delay=rng.randint(0, 300),
        delay_bypass_best=rng.random() < 0.5,
        availability_delay=rng.randint(-20, 20),
        hardcoded_subs=rng.choice([(), ("korsub",)]),
    )
    under_way = queued(rng.choice(_QUALITIES), _random_revision(rng), rng.randint(-30, 30))
    terms = tuple(
        ReleaseProfile(required=tuple(rng.sample(_TERMS, rng.choice([0, 0, 1]))), ignored=(rng.choice(_TERMS),))
        for _ in range(rng.choice([0, 0, 1, 2]))
    )
    return facts(
        rng.choice(list(SearchKind)),
        profile=profile,
        queue=rng.choice([(), (under_way,)]),
        free_space=rng.choice([None, rng.randint(0, 40 * GIB)]),
        minimum_free=rng.choice([0, GIB]),
        blocklist=rng.choice([(), (), (Blocked("bad", HASH, "Alpha"),)]),
        resting_indexers=rng.choice([frozenset(), frozenset({1})]),
        release_profiles=terms,
    )


_REJECTED = st.integers(0, 1 << 32).map(random_case).filter(lambda case: not decide(*case).accepted)


def _of_profile(**steps: float) -> Callable[[Facts], Facts]:
    """The profile's numbers, each a step nearer to what they were."""

    def less(known: Facts) -> Facts:
        profile = known.profile
        nearer = {name: getattr(profile, name) + step for name, step in steps.items()}
        return replace(known, profile=replace(profile, **nearer))

    return less


_ONE_LESS: dict[str, Callable[[Facts], Facts]] = {
    "minimum score": _of_profile(min_format_score=1),
    "minimum seeders": _of_profile(minimum_seeders=1),
    "minimum upgrade score": _of_profile(min_upgrade_format_score=1),
    "cut-off score": _of_profile(cutoff_format_score=-1),
    "wait": lambda known: replace(known, now=known.now - timedelta(seconds=1)),
    "free ": lambda known: replace(known, free_space=(known.free_space or 0) - 1),
}


_AT_ALPHA = (" at Alpha", "Alpha is asked again")
"""The indexer's own setting, and its rest."""


@settings(max_examples=1000)
@given(_REJECTED)
def test_the_change_gets_the_release_accepted_and_nothing_smaller_of_its_kind_does(
    case: tuple[Candidate, Facts],
) -> None:
    changes, obstacle = nearness(*case)
    if not changes:
        assert obstacle
        return
    assert obstacle == ""
    offered, known = after(changes, *case)
    assert decide(offered, known).accepted
    for left_out, change in enumerate(changes):
        rest = [other for at, other in enumerate(changes) if at != left_out]
        assert not decide(*after(rest, *case)).accepted
        for kind, less in _ONE_LESS.items():
            if change.words.startswith(kind) and not change.words.endswith(_AT_ALPHA):
                assert not decide(offered, less(known)).accepted, change.words
