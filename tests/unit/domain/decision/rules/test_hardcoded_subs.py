import pytest

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.hardcoded_subs import hardcoded_subs
from tests.unit.domain.decision.examples import candidate, facts, parsed, wants


def marked(marker: str | None) -> Candidate:
    return candidate(parsed=parsed(hardcoded_subs=marker))


def test_burnt_in_subtitles_are_refused() -> None:
    no = hardcoded_subs(marked("KORSUB"), facts())
    assert no is not None
    assert no.reason is Reason.HARDCODE_SUBTITLES
    assert no.message == "subtitles are burnt in (KORSUB), which HD-1080p does not take"


def test_a_name_that_tells_of_none_passes() -> None:
    assert hardcoded_subs(marked(None), facts()) is None


@pytest.mark.parametrize(
    ("taken", "passes"), [(("korsub",), True), (("KOR",), True), (("any",), True), (("ENGSUB",), False)]
)
def test_the_profile_may_take_some(taken: tuple[str, ...], *, passes: bool) -> None:
    assert (hardcoded_subs(marked("KORSUB"), facts(profile=wants(hardcoded_subs=taken))) is None) == passes
