from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.rank import COMPARISONS, rank
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.profile import Profile, Propers
from radarr.domain.quality import Revision, SizeLimits
from tests.unit.domain.decision.examples import GIB, HD_1080P, MIB, REPACK, candidate, movie, release, wants

NO = Rejection(Reason.SAMPLE, "a sample")


def offer(quality: str = "Bluray-1080p", revision: Revision = Revision(), score: int = 0, **changes: Any) -> Candidate:
    """An offer that would lose every tie by name, so that only what it is about can lift it."""
    return candidate(quality, revision, score=score, release=release(title="Z", **changes))


def best(profile: Profile, *offers: Candidate) -> Candidate:
    return rank([Decision(o) for o in offers], profile)[0].candidate


PLAIN = candidate(release=release(title="A"))


@pytest.mark.parametrize(
    ("better", "worse", "changes"),
    [
        pytest.param(offer(), candidate("WEBDL-1080p", score=99), {}, id="a better quality outranks any score"),
        pytest.param(offer(revision=REPACK), candidate(score=99), {}, id="a repack outranks the release it mends"),
        pytest.param(
            offer(score=1),
            candidate(revision=REPACK),
            {"propers": Propers.DO_NOT_PREFER},
            id="unless the profile leaves repacks to the score",
        ),
        pytest.param(offer("WEBRip-1080p", score=1), candidate("WEBDL-1080p"), {}, id="one group, so the score"),
        pytest.param(offer(score=1, priority=50), PLAIN, {}, id="a score outranks the indexer"),
        pytest.param(offer(priority=1, seeders=1), PLAIN, {}, id="the indexer outranks seeders"),
        pytest.param(
            offer(flags=frozenset({"Freeleech"}), seeders=1),
            PLAIN,
            {"prefer_flags": ("freeleech",)},
            id="a preferred flag outranks seeders",
        ),
        pytest.param(
            offer(flags=frozenset({"freeleech"})),
            candidate(release=release(title="A", flags=frozenset({"internal"}))),
            {"prefer_flags": ("freeleech", "internal")},
            id="the first flag of the list outranks the second",
        ),
        pytest.param(offer(seeders=400), PLAIN, {}, id="ten times the seeders"),
        pytest.param(offer(leechers=400), PLAIN, {}, id="ten times the peers"),
        pytest.param(offer(size=9 * GIB), PLAIN, {}, id="without a preferred size, the larger"),
    ],
)
def test_the_first_difference_decides(better: Candidate, worse: Candidate, changes: dict[str, Any]) -> None:
    profile = wants(**changes)
    assert best(profile, better, worse) is better
    assert best(profile, worse, better) is better


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"seeders": 45}, id="a few seeders more"),
        pytest.param({"flags": frozenset({"freeleech"})}, id="a flag that is not preferred"),
        pytest.param({"size": 8 * GIB + 5 * MIB}, id="a little larger"),
    ],
)
def test_small_differences_are_none(changes: dict[str, Any]) -> None:
    assert best(HD_1080P, offer(**changes), PLAIN) is PLAIN


@pytest.mark.parametrize("seeders", [None, 0, 1, 3])
def test_up_to_three_seeders_are_one_step(seeders: int | None) -> None:
    three = candidate(release=release(title="A", seeders=3, leechers=None))
    assert best(HD_1080P, offer(seeders=seeders, leechers=None), three) is three
    four = offer(seeders=4, leechers=None)
    assert best(HD_1080P, four, three) is four


def test_the_nearest_to_the_preferred_size_wins_from_either_side() -> None:
    profile = wants(sizes={"Bluray-1080p": SizeLimits(0, 80, None)})  # 8000 MiB for 100 minutes
    near, far = offer(size=7500 * MIB), offer(size=8700 * MIB)
    assert best(profile, near, far) is near
    assert best(profile, offer(size=7000 * MIB), too_small := offer(size=8600 * MIB)) is too_small


def test_just_below_the_preferred_size_is_as_good_as_just_above() -> None:
    profile = wants(sizes={"Bluray-1080p": SizeLimits(0, 80, None)})
    below = candidate(release=release(title="A", size=8000 * MIB - 1))
    assert best(profile, offer(size=8000 * MIB + 1), below) is below


def test_a_film_of_unknown_length_has_no_preferred_size() -> None:
    profile = wants(sizes={"Bluray-1080p": SizeLimits(0, 80, None)})
    large = candidate(release=release(size=20 * GIB), movie=movie(runtime=0))
    assert best(profile, candidate(release=release(size=8 * GIB), movie=movie(runtime=0)), large) is large


def test_accepted_ones_are_numbered_and_rejected_ones_follow_with_the_fewest_reasons_first() -> None:
    decisions = [
        Decision(offer("Bluray-1080p"), (NO, NO)),
        Decision(offer("WEBDL-1080p")),
        Decision(offer("HDTV-1080p"), (NO,)),
        Decision(offer("Bluray-1080p")),
    ]
    ranked = rank(decisions, HD_1080P)
    assert [(d.rank, d.candidate.parsed.quality.name, len(d.rejections)) for d in ranked] == [
        (1, "Bluray-1080p", 0),
        (2, "WEBDL-1080p", 0),
        (None, "HDTV-1080p", 1),
        (None, "Bluray-1080p", 2),
    ]


def test_the_comparisons_are_named_once_each() -> None:
    names = [comparison.name for comparison in COMPARISONS]
    assert len(names) == len(set(names))


decided = st.lists(
    st.builds(
        lambda guid, quality, version, score, seeders, size, priority, reasons: Decision(
            candidate(
                quality,
                Revision(version),
                score=score,
                release=release(guid=guid, seeders=seeders, size=size * GIB, priority=priority),
            ),
            (NO,) * reasons,
        ),
        st.text("abc", min_size=1, max_size=4),
        st.sampled_from(["HDTV-1080p", "WEBDL-1080p", "WEBRip-1080p", "Bluray-1080p"]),
        st.integers(1, 2),
        st.integers(0, 1),
        st.sampled_from([None, 0, 5, 500]),
        st.integers(0, 3),
        st.sampled_from([1, 25]),
        st.integers(0, 2),
    ),
    unique_by=lambda decision: decision.candidate.release.guid,
    max_size=8,
)


@given(decided, st.randoms(use_true_random=False), st.sampled_from(Propers))
def test_the_order_is_total_and_the_same_whichever_way_they_came(
    decisions: list[Decision], random: Any, propers: Propers
) -> None:
    profile = wants(propers=propers, prefer_flags=("freeleech",))
    ranked = rank(decisions, profile)
    random.shuffle(decisions)
    assert rank(decisions, profile) == ranked
    accepted = [decision.rank for decision in ranked if decision.accepted]
    assert accepted == list(range(1, len(accepted) + 1))
    assert len(ranked) == len(decisions)


@given(decided)
def test_leaving_one_out_changes_no_order_of_the_others(decisions: list[Decision]) -> None:
    whole = [d.candidate for d in rank(decisions, HD_1080P)]
    for left_out in decisions:
        others = [d.candidate for d in rank([d for d in decisions if d is not left_out], HD_1080P)]
        assert others == [c for c in whole if c != left_out.candidate]
