"""Deciding again what is remembered; what is refused whatever it scores is not shown to custom formats."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.app.usecases.ledger_entry import ledger_entry
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.rules import RULES, Rule
from radarr.domain.formats.in_force import Matched
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.quality import BY_NAME, Revision
from radarr.domain.revisit import SCORED, decided_again, is_hopeless, recalled
from tests.unit.domain.decision.examples import NOW, candidate, facts, file, parsed, release, slot
from tests.unit.domain.decision.nearest.test_smallest import random_case

CASES = st.integers(0, 1 << 32).map(random_case)
FORMATS = st.sampled_from([(), ("Good",), ("Bad",)])
UNSCORED = tuple(rule for rule in RULES if rule not in SCORED)


@given(CASES, st.integers(-30, 30), FORMATS, st.sampled_from(["", "a pattern takes too long"]))
def test_only_the_rules_that_are_said_to_ask_for_the_score_do(
    case: tuple[Candidate, Facts], score: int, formats: tuple[str, ...], out_of_time: str
) -> None:
    offered, known = case
    other = replace(offered, score=score, formats=formats, out_of_time=out_of_time)
    assert decide(offered, known, UNSCORED).rejections == decide(other, known, UNSCORED).rejections


@given(CASES)
def test_what_is_hopeless_is_accepted_with_no_score(case: tuple[Candidate, Facts]) -> None:
    offered, known = case
    (each,) = recalled([ledger_entry(decide(offered, known), known, "")])
    known = replace(known, kind=each.kind)
    if is_hopeless(each, offered.movie, offered.slot, known):
        better = replace(offered, score=1000)
        assert not decide(better, known).accepted
    else:
        assert decide(offered, known, UNSCORED).accepted


@pytest.mark.parametrize("rule", SCORED, ids=lambda rule: rule.__name__)
def test_the_rules_that_ask_for_the_score_are_rules(rule: Rule) -> None:
    assert rule in RULES


def test_what_may_be_another_film_is_refused_again() -> None:
    known = facts()
    other = Rejection(Reason.AMBIGUOUS_MOVIE, "it may be another film")
    entry = replace(ledger_entry(decide(candidate(), known), known, ""), rejections=(other,))
    (each,) = recalled([entry])
    assert is_hopeless(each, candidate().movie, slot(), known)
    (decision,) = decided_again([each], [Matched()], candidate().movie, slot(), known)
    assert decision.rejections == (other,)


def test_a_release_is_decided_by_what_is_true_now() -> None:
    known = facts(SearchKind.USER_INTERACTIVE)
    offered = candidate(parsed=parsed("WEBDL-1080p"), release=release())
    (each,) = recalled([ledger_entry(decide(offered, known), known, "")])
    (taken,) = decided_again([each], [Matched()], offered.movie, slot(), known)
    (left,) = decided_again([each], [Matched()], offered.movie, slot(file()), known)
    (alone,) = decided_again([each], [Matched()], offered.movie, slot(monitored=False), known)
    assert taken.accepted
    assert [r.reason for r in left.rejections] == [Reason.DISK_HIGHER_PREFERENCE]
    assert [r.reason for r in alone.rejections] == [Reason.MOVIE_NOT_MONITORED]


def test_a_claim_that_was_a_lie_counts_as_what_it_turned_out_to_be() -> None:
    known, offered = facts(), candidate()
    (each,) = recalled([ledger_entry(decide(offered, known), known, "")])
    claim = ClaimRecord(
        at=NOW,
        movie_id=1,
        slot_id=9,
        infohash="",
        title=offered.release.title,
        group=None,
        quality=BY_NAME["Bluray-1080p"],
        revision=Revision(),
        languages=("Unknown",),
        found=BY_NAME["Bluray-720p"],
    )
    lied_to = facts(claims=(claim,))
    assert not is_hopeless(each, offered.movie, slot(), known)
    assert is_hopeless(each, offered.movie, slot(), lied_to)
    (decision,) = decided_again([each], [Matched()], offered.movie, slot(), lied_to)
    assert [r.reason for r in decision.rejections] == [Reason.QUALITY_NOT_WANTED]
