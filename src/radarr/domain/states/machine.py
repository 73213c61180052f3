"""State machines as tables: from each state, which event leads where. What is not in the table cannot happen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

State = TypeVar("State", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)


class IllegalEvent(ValueError):
    """An event that a state does not know: a fault of the caller, never of the outside world."""

    def __init__(self, state: StrEnum, event: StrEnum, known: tuple[StrEnum, ...]) -> None:
        possible = ", ".join(known) or "nothing: it is final"
        super().__init__(f"{event} cannot happen while {state}; possible is {possible}")
        self.state = state
        self.event = event


def advance(table: Mapping[State, Mapping[Event, State]], state: State, event: Event) -> State:
    """The state after `event`. Raises IllegalEvent for an event that the table does not have there."""
    row = table[state]
    if event not in row:
        raise IllegalEvent(state, event, tuple(row))
    return row[event]
