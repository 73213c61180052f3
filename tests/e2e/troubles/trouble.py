"""One trouble."""

from typing import NamedTuple

from tests.e2e.faults import Fault


class Trouble(NamedTuple):
    """`what` happens at `place`; `state` is what shows it. In `message` … stands for what differs each time."""

    name: str
    place: str
    what: str
    state: str
    message: str
    recovery: str
    test: str
    fault: Fault = Fault.NONE
    status: str = ""
    """Of the service, where it is one."""
