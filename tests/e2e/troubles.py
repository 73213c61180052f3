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


def _service(place: str, test: str, name: str, fault: Fault, what: str, message: str, status: str) -> Trouble:
    shown = f"`{status}`" + (", `radarr_service_circuit`" if status == "circuit_open" else "")
    recovery = (
        "when its circuit lets a probe through (`recovery_time`)"
        if status == "circuit_open"
        else "at the next look; an indexer that said so rests a minute at least"
    )
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
_NOT_PROWLARR = (
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
        "html": _NOT_PROWLARR,
        "wrong-base": _NOT_PROWLARR,
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
FULL = Trouble(
    "full",
    "Library",
    "its disk is full",
    "message `FreeSpaceCheck`, `radarr_disk_free_bytes`; the download waits in the queue",
    "…minimum_free…",
    "when there is room, at the import's next try (after 5 s, 15 s, 1, 5, then every 15 min; `radarr queue retry` now)",
    "test_faults_disks.py::test_a_full_disk_is_told_and_waited_for",
    status="FreeSpaceCheck",
)
READ_ONLY = Trouble(
    "read-only",
    "Library",
    "its file system is read-only",
    "message `MountCheck`; the download waits in the queue",
    "…read-only…",
    "when it can be written, at the import's next try",
    "test_faults_disks.py::test_a_read_only_library_is_told_and_waited_for",
    status="MountCheck",
)
MISSING = Trouble(
    "missing",
    "Library",
    "its disk is not mounted, and the bare mount point shows",
    "message `RootFolderCheck`, `radarr_disk_usable` 0; the download waits in the queue",
    "…mounted…",
    "when the disk is back, at the import's next try; nothing is written beside it meanwhile",
    "test_faults_disks.py::test_a_root_whose_disk_is_not_mounted_is_told_and_waited_for",
    status="RootFolderCheck",
)
STATE_FULL = Trouble(
    "state-full",
    "Database",
    "the disk of the state folder is full",
    "message `FreeSpaceCheck`, `radarr_loop_consecutive_failures`",
    "the disk of the database is full: make room; nothing was lost",
    "when there is room, at the next round of each loop",
    "test_faults_disks.py::test_a_full_state_folder_is_told_and_waited_for",
    status="FreeSpaceCheck",
)


def _setting(place: str, name: str, what: str, message: str, status: str) -> Trouble:
    test = "test_faults_settings.py::test_a_wrong_setting_is_told_and_mended_by_a_reload"
    name = f"{name}-{place.casefold()}"
    return Trouble(
        name, place, what, f"`{status}`", message, "when the setting is right and read anew (SIGHUP)", f"{test}[{name}]"
    )._replace(status=status)


def _tls(place: str, name: str, fault: Fault, what: str, message: str, recovery: str) -> Trouble:
    test = "test_faults_settings.py::test_a_trouble_with_tls_is_told_and_waited_for"
    name = f"{name}-{place.casefold()}"
    return Trouble(
        name, place, what, "`circuit_open`", message, recovery, f"{test}[{name}]", fault, status="circuit_open"
    )


_NAME_SERVER = (
    "{} at … cannot be reached: the host name … is not known: check the host name in {}.url, and the machine's name "
    "server"
)
SETTINGS: Final = (
    _setting(
        "Prowlarr",
        "wrong-key",
        "the API key is wrong",
        "Prowlarr at … does not accept the API key: set prowlarr.api_key to the key that Prowlarr shows under "
        "Settings, General",
        "down",
    ),
    _setting(
        "qBittorrent",
        "wrong-key",
        "the password is wrong; it is not tried again soon, since five bad logins ban us",
        "qBittorrent does not accept our username and password: set qbittorrent.username and qbittorrent.password; …",
        "down",
    ),
    _setting("Prowlarr", "url-base", "the URL base is wrong", _NOT_PROWLARR, "circuit_open"),
    _setting(
        "qBittorrent",
        "url-base",
        "the URL has a path too many",
        "… answered our login with HTTP 404: check that qbittorrent.url leads to the Web UI of qBittorrent 4.1 or "
        "later",
        "down",
    ),
    _setting(
        "Prowlarr",
        "dns",
        "the host name is not known (DNS)",
        _NAME_SERVER.format("Prowlarr", "prowlarr"),
        "circuit_open",
    ),
    _setting(
        "qBittorrent",
        "dns",
        "the host name is not known (DNS)",
        _NAME_SERVER.format("qBittorrent", "qbittorrent"),
        "circuit_open",
    ),
)
_PLAIN = "{} at … does not speak TLS as we do: if it has no certificate, write http:// in {}.url"
_STRANGER = "the certificate of {} at … is of an issuer that we do not know (…): …"
TLS: Final = (
    _tls(
        "Prowlarr",
        "tls-none",
        Fault.PLAIN,
        "the TLS port speaks no TLS",
        _PLAIN.format("Prowlarr", "prowlarr"),
        "when its circuit lets a probe through (`recovery_time`)",
    ),
    _tls(
        "qBittorrent",
        "tls-none",
        Fault.PLAIN,
        "the TLS port speaks no TLS",
        _PLAIN.format("qBittorrent", "qbittorrent"),
        "when its circuit lets a probe through (`recovery_time`)",
    ),
    _tls(
        "Prowlarr",
        "tls-unknown",
        Fault.STRANGER,
        "nobody vouches for its certificate",
        _STRANGER.format("Prowlarr"),
        "when it shows the right one, at the next probe of its circuit",
    ),
    _tls(
        "qBittorrent",
        "tls-unknown",
        Fault.STRANGER,
        "nobody vouches for its certificate",
        _STRANGER.format("qBittorrent"),
        "when the setting is right and read anew (SIGHUP)",
    ),
)
