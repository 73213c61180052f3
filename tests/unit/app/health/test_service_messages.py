"""What is said of the services."""

from collections.abc import Iterator
from typing import Any

import pytest

from radarr.app.health.look import PROWLARR, QBITTORRENT, TMDB, Known, Terms
from radarr.app.health.messages import CHECKS, messages, services
from radarr.domain.resilience.figures import Figures, ServiceState
from radarr.ports.download_client import ClientInfo
from radarr.ports.driving.health import HealthMessage, Level
from tests.unit.app.health.known import OPEN, down, failing, looked, service, well


def test_where_all_is_well_nothing_is_said() -> None:
    assert messages(well()) == ()
    assert len(set(CHECKS)) == len(CHECKS)


@pytest.mark.parametrize(
    ("check", "name", "source", "level"),
    [
        (services.prowlarr, PROWLARR, "ProwlarrCheck", Level.ERROR),
        (services.download_client, QBITTORRENT, "DownloadClientCheck", Level.ERROR),
        (services.metadata, TMDB, "MetadataCheck", Level.WARNING),
    ],
)
def test_a_service_that_is_down_is_told_with_its_reason_and_remedy(
    check: Any, name: str, source: str, level: Level
) -> None:
    known = down(name, f"{name} refuses the connection", "start it")
    assert list(check(known)) == [HealthMessage(source, level, f"{name} refuses the connection", "start it")]
    assert list(check(well())) == []


@pytest.mark.parametrize("version", ["2.5.2.5491", "2.6.2", "1.37.0.5076"])
def test_a_prowlarr_that_strangers_can_take_over_is_to_be_updated(version: str) -> None:
    (said,) = services.prowlarr_version(well(services=(service(PROWLARR, version=version),)))
    assert said.source == "ProwlarrVersionCheck"
    assert version in said.message
    assert "2.6.3" in said.remedy


@pytest.mark.parametrize("version", ["2.6.3.5592", "2.7.0.1", "3.0", ""])
def test_a_later_prowlarr_and_an_unknown_one_are_not_complained_about(version: str) -> None:
    assert list(services.prowlarr_version(well(services=(service(PROWLARR, version=version),)))) == []


@pytest.mark.parametrize(
    ("version", "level"),
    [("4.5.0", Level.WARNING), ("4.5.1", Level.WARNING), ("4.5.2", Level.NOTICE), ("5.0.0", Level.NOTICE)],
)
def test_an_old_client_is_to_be_updated(version: str, level: Level) -> None:
    (said,) = services.client_version(well(services=(service(QBITTORRENT, version=version),)))
    assert (said.source, said.level) == ("DownloadClientVersionCheck", level)
    assert "5.0.1" in said.remedy


@pytest.mark.parametrize("version", ["5.0.1", "5.1.0beta1", "v5.2.0"])
def test_a_client_of_today_is_not_complained_about(version: str) -> None:
    assert list(services.client_version(well(services=(service(QBITTORRENT, version=version),)))) == []


def test_a_client_that_takes_out_what_is_finished_is_told_once_and_as_radarr_names_it() -> None:
    removes = "qBittorrent removes torrents at their limit: let it stop them."
    client = ClientInfo("5.1.4", "2.11", tags=True, warnings=(removes, "It has DHT off."), removes=removes)
    known = looked(client=client)
    (said,) = services.client_removes(known)
    assert said == HealthMessage(
        "DownloadClientRemovesCompletedDownloadsCheck",
        Level.WARNING,
        "qBittorrent removes torrents at their limit",
        "let it stop them.",
    )
    (other,) = services.client_settings(known)
    assert (other.level, other.message) == (Level.NOTICE, "It has DHT off.")


def test_without_a_metadata_key_a_person_is_told_how_to_get_one() -> None:
    (said,) = services.metadata_key(well(terms=Terms(metadata_key=False)))
    assert (said.source, said.level) == ("MetadataKeyCheck", Level.NOTICE)
    assert "tmdb.api_key" in said.remedy


def test_a_client_that_is_left_alone_is_an_error_and_says_until_when() -> None:
    figures = Figures(requests=3, failures=3, last_error="it refuses the connection")
    known = well(services=(failing(QBITTORRENT, ServiceState.CIRCUIT_OPEN, figures, OPEN),))
    (said,) = services.client_circuit(known)
    assert (said.source, said.level) == ("DownloadClientStatusCheck", Level.ERROR)
    assert "until 12:00:00 UTC: it refuses the connection" in said.message
    assert list(services.circuit(known)) == []


@pytest.mark.parametrize(
    ("name", "level"),
    [
        pytest.param(PROWLARR, Level.ERROR, id="nothing-is-found"),
        pytest.param(TMDB, Level.WARNING, id="films-can-be-added-by-hand"),
    ],
)
def test_a_service_that_is_left_alone_is_as_bad_as_one_that_is_down(name: str, level: Level) -> None:
    known = well(services=(failing(name, ServiceState.CIRCUIT_OPEN, Figures(), OPEN),))
    (said,) = services.circuit(known)
    assert (said.source, said.level) == ("CircuitCheck", level)
    assert list(services.client_circuit(known)) == []


def test_a_service_that_often_fails_is_told_in_numbers() -> None:
    figures = Figures(requests=20, failures=5, enough=True, last_error="status 502")
    (said,) = services.errors(well(services=(failing(PROWLARR, ServiceState.DEGRADED, figures),)))
    assert said.source == "ServiceErrorsCheck"
    assert "5 of the last 20 requests to Prowlarr failed, lately: status 502" in said.message


def test_a_check_that_crashes_is_told_and_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_known: Known) -> Iterator[HealthMessage]:
        raise ValueError("a bug")

    monkeypatch.setattr("radarr.app.health.messages.CHECKS", (broken, services.metadata_key))
    said = messages(well(terms=Terms(metadata_key=False)))
    assert [message.source for message in said] == ["BrokenCheck", "MetadataKeyCheck"]
    assert "the check broken crashed (ValueError: a bug)" in said[0].message
