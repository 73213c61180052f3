"""Configuration, key, port and state folder."""

import os
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from radarr.app.check.configuration import api_key, configuration
from radarr.app.check.database import database
from radarr.app.check.finding import Finding, Subject
from radarr.app.check.permissions import permissions
from radarr.app.check.port import port
from radarr.app.check.state import state_folder
from radarr.app.config import load

pytestmark = pytest.mark.anyio


def subject_of(state: Path) -> Subject:
    return Subject(load(None, {}), state)


def subject(tmp_path: Path, text: str = "", **environ: str) -> Subject:
    path = tmp_path / "radarr.toml"
    path.write_text(text)
    path.chmod(0o600)
    return Subject(load(path, environ), tmp_path / "state")


@pytest.fixture
def hidden(tmp_path: Path) -> Iterator[Path]:
    """A folder that may not be looked into, met as somebody else where root asks, who may look everywhere."""
    folder = tmp_path / "hidden"
    folder.mkdir(mode=0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o700)


def grades(findings: Iterable[Finding]) -> list[str]:
    return [finding.grade for finding in findings]


def test_keys_that_everybody_may_read_are_told(tmp_path: Path) -> None:
    given = subject(tmp_path, '[prowlarr]\napi_key = "0123456789abcdef"\n[library]\nroots = ["/library"]\n')
    assert grades(configuration(given)) == ["ok"]
    (tmp_path / "radarr.toml").chmod(0o644)
    _, warning = configuration(given)
    assert (warning.grade, "chmod 640" in warning.remedy) == ("warning", True)


def test_a_file_without_keys_may_be_read_by_everybody(tmp_path: Path) -> None:
    given = subject(tmp_path, '[library]\nroots = ["/library"]\n', RADARR__PROWLARR__API_KEY="0123456789abcdef")
    (tmp_path / "radarr.toml").chmod(0o644)
    assert "warning" not in grades(configuration(given))


@pytest.mark.parametrize(
    "setting",
    ['[qbittorrent]\npassword = "adminadmin"', '[prowlarr]\nurl = "https://prowlarr:9696"\nverify_tls = false'],
)
def test_what_makes_it_easy_to_be_somebody_else_is_told(tmp_path: Path, setting: str) -> None:
    told = [found for found in configuration(subject(tmp_path, setting)) if found.grade == "warning"]
    assert len(told) == 1
    assert told[0].remedy


def test_a_certificate_that_nobody_shows_need_not_be_checked(tmp_path: Path) -> None:
    given = subject(tmp_path, '[prowlarr]\nurl = "http://prowlarr:9696"\nverify_tls = false')
    assert "warning" not in grades(configuration(given))


def test_a_short_key_is_told_and_a_long_one_is_well(tmp_path: Path) -> None:
    assert grades(api_key(subject(tmp_path, RADARR__SERVER__API_KEY="short"))) == ["warning"]
    assert grades(api_key(subject(tmp_path, RADARR__SERVER__API_KEY="0" * 32))) == ["ok"]


def test_a_key_that_is_made_later_is_no_error(tmp_path: Path) -> None:
    assert grades(api_key(subject(tmp_path))) == ["notice"]


def test_a_state_folder_that_is_not_there_is_made_later(tmp_path: Path) -> None:
    (found,) = state_folder(subject(tmp_path))
    assert found.grade == "ok"
    assert not (tmp_path / "state").exists()


def test_a_state_folder_that_others_may_write_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(mode=0o700)
    assert grades(state_folder(subject(tmp_path))) == ["ok"]
    (tmp_path / "state").chmod(0o770)
    assert grades(state_folder(subject(tmp_path))) == ["ok", "warning"]


def test_radarrs_own_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/radarr.db").touch()
    assert grades(state_folder(subject(tmp_path))) == ["error"]


def test_a_file_in_place_of_the_state_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    assert grades(state_folder(subject(tmp_path))) == ["error"]


async def test_a_port_that_another_program_holds_is_told(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        number = other.getsockname()[1]
        given = subject(tmp_path, f"[server]\nport = {number}\n")
        (found,) = await port(given)
        assert (found.grade, "another program" in found.message) == ("error", True)
    (found,) = await port(given)
    assert found.grade == "ok"


async def test_an_address_of_another_machine_cannot_be_listened_on(tmp_path: Path) -> None:
    (found,) = await port(subject(tmp_path, '[server]\nhost = "203.0.113.7"\n'))
    assert (found.grade, "server.host" in found.remedy) == ("error", True)


def test_who_asks_as_root_is_told_to_ask_as_the_daemon() -> None:
    found = {finding.message: finding.grade for finding in permissions()}
    assert ("notice" in found.values()) or os.geteuid() != 0
    assert any("fs.protected_hardlinks" in message for message in found)
    assert any("umask" in message for message in found)


@pytest.mark.parametrize("below", ["state", "above/state"])
async def test_a_state_folder_that_may_not_be_looked_at_is_told_and_the_rest_is_checked(
    hidden: Path, below: str
) -> None:
    given = subject_of(hidden / below)
    assert grades(state_folder(given)) == ["error"]
    assert grades(api_key(given)) == ["notice"]
    records, roots = await database(given)
    assert (grades(records), roots) == (["error"], ())
