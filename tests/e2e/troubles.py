"""Every trouble that the daemon is made to live through, what it says of it, and how it ends.

The tests hold the daemon to these words, and `python -m tests.e2e.reliability` makes the page for people of them.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tests.e2e.faulty import Fault


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


LOCKED = Trouble(
    "locked",
    "Database",
    "another program keeps the SQLite file locked for longer than 5 s",
    "the loops' `last_error`, `radarr_loop_consecutive_failures`; what only reads goes on",
    "the database stays locked: is another program writing to it? close it; we try again by ourselves",
    "when the lock is gone, at the next round of each loop",
    "test_faults_database.py::test_a_file_that_another_program_keeps_locked_is_told_and_waited_for",
)
AWAY = Trouble(
    "restarted",
    "Database",
    "PostgreSQL is stopped and started again",
    "`database.status` `down`, `radarr_database_up` 0; `/api/health` answers 503",
    "the database cannot be reached…: is it running? it is tried again",
    "when the server is back, with new connections; the lease is kept unless another daemon took it meanwhile",
    "test_faults_database.py::test_a_server_that_is_restarted_is_told_and_waited_for",
)
FORWARD = Trouble(
    "forward",
    "Clock",
    "the clock is set two days forward, or the machine slept",
    "stays as it is",
    "the clock jumped by +172…s; the downloads' waiting begins anew",
    "at once: no download is given up for time that has not passed",
    "test_faults_clock.py::test_a_jump_of_the_clock_costs_no_film[forward]",
)
BACK = Trouble(
    "back",
    "Clock",
    "the clock is set two days back",
    "stays as it is",
    "the clock jumped by -172…s; the downloads' waiting begins anew",
    "at once: what waited for a moment of the old clock is tried anew",
    "test_faults_clock.py::test_a_jump_of_the_clock_costs_no_film[back]",
)


def _service(
    place: str, test: str, name: str, fault: Fault, what: str, message: str, status: str = "circuit_open"
) -> Trouble:
    shown = f"`{status}`" + (", `radarr_service_circuit`" if status == "circuit_open" else "")
    recovery = "at the next probe of its circuit" if status == "circuit_open" else "at the next look"
    return Trouble(name, place, what, shown, message, recovery, f"{test}[{name}]", fault, status)


def _both(place: str, test: str, messages: Mapping[str, str]) -> tuple[Trouble, ...]:
    return tuple(
        _service(place, f"test_faults.py::{test}", name, fault, what, messages[name]) for name, fault, what in _FAULTS
    )


_FAULTS: Final = (
    ("down", Fault.REFUSE, "it does not run"),
    ("hanging", Fault.HANG, "it takes requests and never answers"),
    ("dripping", Fault.DRIP, "its answers come a byte at a time"),
    ("html", Fault.HTML, "something else answers, with a web page"),
    ("wrong-base", Fault.NOT_FOUND, "a web server answers 404, as under a wrong URL base"),
    ("garbage", Fault.GARBAGE, "its answers are bytes without sense"),
    ("noise", Fault.NOISE, "what answers does not speak HTTP"),
    ("half", Fault.HALF, "its answers end in the middle, yet whole by their length"),
    ("huge", Fault.HUGE, "it answers with 300 MB"),
    ("429", Fault.LIMITED, "it, or a proxy before it, answers 429"),
    ("500", Fault.BROKEN, "it answers 500"),
    ("reset", Fault.RESET, "connections are reset in the middle of an answer"),
)
_BROKE = "{} at … broke off (…): we try again later"
_TRANSPORT = {
    "down": "{} at … cannot be reached (…): is it running, and is the URL right?",
    "hanging": "{} at … did not answer in time: it may be busy; we try again later",
    "dripping": "{} at … did not answer in time: it may be busy; we try again later",
    "noise": _BROKE,
    "reset": _BROKE,
    "huge": "{} sent more than …: check that its URL is right; the answer was cut off",
}
PROWLARR: Final = _both(
    "Prowlarr",
    "test_a_prowlarr_that_fails_keeps_no_film_from_coming",
    {name: text.format("Prowlarr") for name, text in _TRANSPORT.items()}
    | {
        "html": "… is not Prowlarr's API: …",
        "wrong-base": "… is not Prowlarr's API: …",
        "garbage": "Prowlarr…",
        "half": "Prowlarr…",
        "429": "Prowlarr…429…",
        "500": "Prowlarr failed with status 500…: see Prowlarr's own log",
    },
)
CLIENT: Final = _both(
    "qBittorrent",
    "test_a_client_that_fails_loses_no_film_and_gets_none_twice",
    {name: text.format("qBittorrent") for name, text in _TRANSPORT.items()}
    | {
        "html": "… answered with a web page (HTTP 200): check qbittorrent.url: …",
        "wrong-base": "… answered with a web page (HTTP 404): check qbittorrent.url: …",
        "garbage": "qBittorrent…",
        "half": "qBittorrent…",
        "429": "qBittorrent answered HTTP 429: it or the proxy before it is in trouble; we try again later",
        "500": "qBittorrent answered HTTP 500: it or the proxy before it is in trouble; we try again later",
    },
)
