"""What is wrong on our side of the line, or in what a service shows for itself."""

from typing import Final

from tests.e2e.faults import Fault
from tests.e2e.troubles.services import NOT_PROWLARR
from tests.e2e.troubles.trouble import Trouble


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
        "qBittorrent does not accept our username and password: set qbittorrent.username and qbittorrent.password; "
        "we do not try again soon, since five bad logins ban our address for an hour…",
        "down",
    ),
    _setting("Prowlarr", "url-base", "the URL base is wrong", NOT_PROWLARR, "circuit_open"),
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
_STRANGER = "the certificate of {} at … is of an issuer that we do not know (…): {}, or set {}.verify_tls = false"
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
        _STRANGER.format("Prowlarr", "give its issuer's certificate as prowlarr.ca_file", "prowlarr"),
        "when it shows the right one, at the next probe of its circuit",
    ),
    _tls(
        "qBittorrent",
        "tls-unknown",
        Fault.STRANGER,
        "nobody vouches for its certificate",
        _STRANGER.format("qBittorrent", "add its issuer to the system's certificates", "qbittorrent"),
        "when the setting is right and read anew (SIGHUP)",
    ),
)
