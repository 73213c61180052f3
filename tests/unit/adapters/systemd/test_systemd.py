"""What systemd hears, over a real datagram socket."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from radarr.adapters.systemd import NoManager, SystemdManager, service_manager
from radarr.ports.service_manager import ServiceManager


class Systemd:
    """The other end of the socket."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(f"\0{address[1:]}" if address.startswith("@") else address)
        self._socket.settimeout(5)

    def heard(self) -> dict[str, str]:
        lines = self._socket.recv(65536).decode().split("\n")
        return dict(line.split("=", 1) for line in lines)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["path", "abstract"])
def systemd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Systemd]:
    listening = Systemd(str(tmp_path / "notify") if request.param == "path" else f"@radarr-test-{uuid4()}")
    yield listening
    listening.close()


@pytest.fixture
def manager(systemd: Systemd) -> ServiceManager:
    return service_manager({"NOTIFY_SOCKET": systemd.address})


def test_readiness_comes_with_the_status_line(systemd: Systemd, manager: ServiceManager) -> None:
    manager.ready("Sintel is downloading")
    assert systemd.heard() == {"READY": "1", "STATUS": "Sintel is downloading"}


def test_a_reload_names_its_moment(systemd: Systemd, manager: ServiceManager) -> None:
    before = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
    manager.reloading()
    after = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
    heard = systemd.heard()
    assert heard["RELOADING"] == "1"
    assert before <= int(heard["MONOTONIC_USEC"]) <= after


def test_the_end_and_the_sign_of_life_are_told(systemd: Systemd, manager: ServiceManager) -> None:
    manager.alive()
    assert systemd.heard() == {"WATCHDOG": "1"}
    manager.stopping()
    assert systemd.heard()["STOPPING"] == "1"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param("two\nREADY=1\r\nlines", "two READY=1 lines", id="line-breaks"),
        pytest.param("\x1b[31mred\x00 \u2028film", "[31mred film", id="control-characters"),
        pytest.param("Am\u00e9lie \udcff", "Am\u00e9lie", id="a-name-that-is-no-text"),
        pytest.param("long " * 500, ("long " * 500)[:500], id="long"),
    ],
)
def test_a_status_is_one_line_whatever_a_release_is_called(
    systemd: Systemd, manager: ServiceManager, said: str, shown: str
) -> None:
    manager.status(said)
    assert systemd.heard() == {"STATUS": shown}


def test_a_manager_that_is_gone_or_does_not_read_holds_nothing_up(systemd: Systemd, manager: ServiceManager) -> None:
    for _ in range(2000):  # more than any socket holds
        manager.status("a film " * 50)
    systemd.close()
    manager.alive()
    Path(systemd.address).unlink(missing_ok=True)
    manager.stopping()


def test_an_address_longer_than_a_socket_may_have_loses_the_message_only() -> None:
    SystemdManager("/" + "long" * 100).ready("up")


@pytest.mark.parametrize(
    ("environ", "seconds"),
    [
        pytest.param({"WATCHDOG_USEC": "120000000"}, 120.0, id="for-everybody"),
        pytest.param({"WATCHDOG_USEC": "500000", "WATCHDOG_PID": "7"}, 0.5, id="for-us"),
        pytest.param({"WATCHDOG_USEC": "500000", "WATCHDOG_PID": "8"}, None, id="for-our-parent"),
        pytest.param({"WATCHDOG_USEC": "soon"}, None, id="garbage"),
        pytest.param({"WATCHDOG_USEC": "0"}, None, id="off"),
        pytest.param({}, None, id="none"),
    ],
)
def test_the_watchdog_waits_as_long_as_the_environment_says(environ: dict[str, str], seconds: float | None) -> None:
    assert service_manager({"NOTIFY_SOCKET": "@x", **environ}, pid=7).watchdog_seconds == seconds


@pytest.mark.parametrize("address", ["", "vsock:2:1234", "relative/path"])
def test_without_a_socket_that_we_can_reach_there_is_nobody(address: str) -> None:
    nobody = service_manager({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "1000000"})
    assert isinstance(nobody, NoManager)
    assert nobody.watchdog_seconds is None
    nobody.ready("")
    nobody.status("")
    nobody.reloading()
    nobody.alive()
    nobody.stopping()
    assert isinstance(nobody, ServiceManager)
