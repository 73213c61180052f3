from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.format_score import format_score
from tests.unit.domain.decision.examples import candidate, facts, wants


def test_a_score_below_the_minimum_is_refused() -> None:
    no = format_score(candidate(score=-50, formats=("LQ",)), facts())
    assert no is not None
    assert no.reason is Reason.CUSTOM_FORMAT_MINIMUM_SCORE
    assert no.message == "score -50 (LQ), HD-1080p wants at least 0"


def test_a_score_at_the_minimum_passes() -> None:
    assert format_score(candidate(score=10), facts(profile=wants(min_format_score=10))) is None
