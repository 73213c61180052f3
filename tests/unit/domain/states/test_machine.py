from enum import StrEnum

import pytest

from radarr.domain.states.machine import IllegalEvent, advance


class Light(StrEnum):
    RED = "red"
    GREEN = "green"


class Signal(StrEnum):
    GO = "go"
    HALT = "halt"


TABLE: dict[Light, dict[Signal, Light]] = {Light.RED: {Signal.GO: Light.GREEN}, Light.GREEN: {}}


def test_an_event_leads_where_the_table_says() -> None:
    assert advance(TABLE, Light.RED, Signal.GO) is Light.GREEN


def test_an_event_that_the_state_does_not_know_is_told_with_those_it_knows() -> None:
    with pytest.raises(IllegalEvent, match="halt cannot happen while red; possible is go"):
        advance(TABLE, Light.RED, Signal.HALT)


def test_a_final_state_knows_no_event() -> None:
    with pytest.raises(IllegalEvent, match="nothing: it is final"):
        advance(TABLE, Light.GREEN, Signal.GO)
