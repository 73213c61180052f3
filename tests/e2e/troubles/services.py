"""Services that fail."""

from collections.abc import Mapping
from typing import Final

from tests.e2e.faults import Fault
from tests.e2e.troubles.trouble import Trouble


def _service(place: str, test: str, name: str, fault: Fault, what: str, message: str, status: str) -> Trouble:
    shown = f"`{status}`" + (", `radarr_service_circuit`" if status == "circuit_open" else "")
    recovery = "when its circuit lets a probe through (`recovery_time`)"
    if status == "down":
        recovery = "at the next look" + ("; an indexer that said so rests a minute at least" * (place == "Prowlarr"))
    return Trouble(name, place, what, shown, message, recovery, f"{test}[{name}]", fault, status)


def _both(place: str, test: str, messages: Mapping[str, str]) -> tuple[Trouble, ...]:
    return tuple(
        _service(place, f"test_faults.py::{test}", name, fault, what, messages[name], _STATUS.get(name, "circuit_open"))
        for name, fault, what in _FAULTS
    )


_STATUS: Final = {"429": "down"}
"""Who asks us to slow down works: it is not left alone, but nothing can be had of it for the moment."""
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
_SLOW = "{} at … did not answer in time: it may be busy; we try again later"
_TRANSPORT = {
    "down": "{} at … cannot be reached: nobody listens there: is it running, and is {}.url right?",
    "hanging": _SLOW,
    "dripping": _SLOW,
    "noise": "{} at … answers with something that is not HTTP: check the port in {}.url",
    "reset": "{} at … broke the connection off before its answer was whole: we try again later",
    "huge": "{} sent more than … MiB: check that {}.url is right; the answer was cut off",
}
NOT_PROWLARR = (
    "… is not Prowlarr's API: set prowlarr.url to the address that Prowlarr's web page has, with its URL base if there "
    "is one"
)
_UNREADABLE = (
    "Prowlarr's answer from … cannot be read (…): check that prowlarr.url leads to Prowlarr, and that no proxy changes "
    "its answers"
)
PROWLARR: Final = _both(
    "Prowlarr",
    "test_a_prowlarr_that_fails_keeps_no_film_from_coming",
    {name: text.format("Prowlarr", "prowlarr") for name, text in _TRANSPORT.items()}
    | {
        "html": NOT_PROWLARR,
        "wrong-base": NOT_PROWLARR,
        "garbage": _UNREADABLE,
        "half": _UNREADABLE,
        "429": "Prowlarr failed with status 429 at …: see Prowlarr's own log",
        "500": "Prowlarr failed with status 500 at …: see Prowlarr's own log",
    },
)
_WEB_PAGE = (
    "… answered with a web page (HTTP {}): check qbittorrent.url: it should be the address of qBittorrent's Web UI, "
    "with the path that a proxy gives it"
)
CLIENT: Final = _both(
    "qBittorrent",
    "test_a_client_that_fails_loses_no_film_and_gets_none_twice",
    {name: text.format("qBittorrent", "qbittorrent") for name, text in _TRANSPORT.items()}
    | {
        "html": _WEB_PAGE.format(200),
        "wrong-base": _WEB_PAGE.format(404),
        "garbage": "qBittorrent's version cannot be read: check that qbittorrent.url leads to qBittorrent's Web UI",
        "half": "qBittorrent answered … with something that we cannot read: check that qbittorrent.url leads to "
        "qBittorrent's Web UI and to nothing in between",
        "429": "qBittorrent answered HTTP 429: it or the proxy before it is in trouble; we try again later",
        "500": "qBittorrent answered HTTP 500: it or the proxy before it is in trouble; we try again later",
    },
)
INDEXER: Final = Trouble(
    "half-xml",
    "Indexer",
    "one indexer's answers are half an XML document; Prowlarr itself is well",
    "the indexer `circuit_open` with `resting_until`, `radarr_indexer_backoff_level` 1; Prowlarr stays `healthy`",
    "indexer … rests until …: the answer is no XML that can be read (…)",
    "after its rest of a minute (5, 15 ... if it goes on); the other indexers' films come meanwhile",
    "test_faults.py::test_an_indexer_with_half_an_xml_is_named_and_harms_nobody",
    Fault.HALF,
)
