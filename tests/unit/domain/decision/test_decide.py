from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.decision.rules import RULES
from tests.unit.domain.decision.examples import candidate, facts, file, release, slot


def broken(_candidate: Candidate, _facts: Facts) -> Rejection | None:
    raise KeyError("Bluray-4320p")


def test_a_good_release_for_an_empty_slot_is_accepted() -> None:
    decision = decide(candidate(), facts())
    assert decision.accepted
    assert decision.rejections == ()


def test_all_reasons_are_kept_in_the_order_of_the_rules() -> None:
    bad = candidate("CAM", release=release(seeders=0), score=-1, slot=slot(file(), monitored=False))
    assert [r.reason for r in decide(bad, facts()).rejections] == [
        Reason.QUALITY_NOT_WANTED,
        Reason.CUSTOM_FORMAT_MINIMUM_SCORE,
        Reason.MINIMUM_SEEDERS,
        Reason.MOVIE_NOT_MONITORED,
        Reason.DISK_HIGHER_PREFERENCE,
    ]


def test_a_rule_that_breaks_rejects_this_release_and_the_others_still_run() -> None:
    decision = decide(candidate("CAM"), facts(), (broken, *RULES))
    assert [r.reason for r in decision.rejections] == [Reason.DECISION_ERROR, Reason.QUALITY_NOT_WANTED]
    assert decision.rejections[0] == Rejection(
        Reason.DECISION_ERROR,
        "the rule broken broke on this release (KeyError: 'Bluray-4320p')",
        RejectionKind.PERMANENT,
    )
