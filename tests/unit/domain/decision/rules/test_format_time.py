from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.format_score import format_score
from radarr.domain.decision.rules.format_time import format_time
from tests.unit.domain.decision.examples import candidate, facts, wants

UNSURE = "custom format 'Slow', condition 'it': the pattern takes too long"


def test_a_release_waits_where_a_format_cannot_tell_in_time() -> None:
    no = format_time(candidate(out_of_time=UNSURE), facts())
    assert no is not None
    assert (no.reason, no.kind) == (Reason.CUSTOM_FORMAT_OUT_OF_TIME, RejectionKind.TEMPORARY)
    assert "'Slow'" in no.message


def test_a_release_of_which_all_formats_can_tell_passes() -> None:
    assert format_time(candidate(), facts()) is None


def test_a_score_that_nobody_knows_is_not_taken_for_none() -> None:
    assert format_score(candidate(out_of_time=UNSURE), facts(profile=wants(min_format_score=10))) is None
