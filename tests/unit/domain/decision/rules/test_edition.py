from importlib import import_module

import pytest

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.edition import edition
from radarr.domain.decision.terms import OutOfTime, Term
from tests.unit.domain.decision.examples import candidate, facts, parsed, slot


def of(found: str, wanted: str) -> Candidate:
    return candidate(parsed=parsed(edition=found), slot=slot(name="cut", edition=wanted))


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        pytest.param("Director's Cut", "", id="any edition"),
        pytest.param("", "", id="any edition, and none is named"),
        pytest.param("Directors Cut", "director's cut", id="however it is spelt"),
        pytest.param("Directors Edition", "Director's Cut", id="an edition is a cut"),
        pytest.param("Extended Directors Cut", "directors", id="more words than are asked for"),
        pytest.param("", "/^$|theatrical/i", id="a pattern takes what names no edition"),
        pytest.param("Theatrical Cut", "/^$|theatrical/i", id="a pattern takes one of several"),
    ],
)
def test_the_edition_that_the_slot_is_for_passes(found: str, wanted: str) -> None:
    assert edition(of(found, wanted), facts()) is None


@pytest.mark.parametrize(
    ("found", "wanted", "message"),
    [
        pytest.param("", "extended", "it names no edition: the slot cut wants 'extended' alone", id="names none"),
        pytest.param(
            "Extended Cut",
            "director's cut",
            "it is of the edition 'Extended Cut': the slot cut wants \"director's cut\" alone",
            id="another cut",
        ),
        pytest.param(
            "IMAX", "/^$/", "it is of the edition 'IMAX': the slot cut wants '/^$/' alone", id="none may be named"
        ),
    ],
)
def test_another_edition_is_refused(found: str, wanted: str, message: str) -> None:
    no = edition(of(found, wanted), facts())
    assert no is not None
    assert (no.reason, no.message, no.kind) == (Reason.EDITION_NOT_WANTED, message, RejectionKind.PERMANENT)


class _Endless:
    def search(self, _text: str) -> bool:
        raise OutOfTime("the pattern takes too long")


def test_a_pattern_that_cannot_tell_in_time_makes_the_release_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("radarr.domain.decision.rules.edition")  # the rule itself hides it in its package
    monkeypatch.setattr(module, "read_term", lambda text: Term(text, _Endless()))  # type: ignore[arg-type]
    no = edition(of("Extended", "/never asked before/"), facts())
    assert no is not None
    assert no.kind is RejectionKind.TEMPORARY
