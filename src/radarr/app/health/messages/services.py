"""What may be wrong with the services, and with how they are set up."""

from collections.abc import Iterator

from radarr.app.health.look import PROWLARR, QBITTORRENT, TMDB, Known, Trouble
from radarr.app.health.messages.versions import CLIENT_CHECKS_TLS, CLIENT_LEAKS_FILES, PROWLARR_SAFE, version_of
from radarr.domain.resilience.figures import ServiceState
from radarr.ports.driving.health import HealthMessage, Level, ServiceHealth


def prowlarr(known: Known) -> Iterator[HealthMessage]:
    """Prowlarr cannot be asked: nothing can be searched or grabbed."""
    if trouble := _down(known, PROWLARR):
        yield HealthMessage("ProwlarrCheck", Level.ERROR, *trouble)


def prowlarr_version(known: Known) -> Iterator[HealthMessage]:
    """It lets strangers run programs on its machine."""
    service = known.service(PROWLARR)
    version = version_of(service.version) if service else ()
    if service and version and version < PROWLARR_SAFE:
        yield HealthMessage(
            "ProwlarrVersionCheck",
            Level.WARNING,
            f"Prowlarr {service.version} is vulnerable: whoever reaches its port can run programs on its machine",
            "update Prowlarr to 2.6.3 or later; until then let nobody but the daemon reach its port",
        )


def download_client(known: Known) -> Iterator[HealthMessage]:
    """The torrent client cannot be asked: nothing is downloaded or imported."""
    if trouble := _down(known, QBITTORRENT):
        yield HealthMessage("DownloadClientCheck", Level.ERROR, *trouble)


def client_circuit(known: Known) -> Iterator[HealthMessage]:
    """The torrent client has failed so often that it is left alone."""
    service = known.service(QBITTORRENT)
    if service and service.state is ServiceState.CIRCUIT_OPEN:
        yield _left_alone(service, "DownloadClientStatusCheck", Level.ERROR)


def client_version(known: Known) -> Iterator[HealthMessage]:
    """Versions of qBittorrent with a known hole."""
    service = known.service(QBITTORRENT)
    version = version_of(service.version) if service else ()
    if not service or not version:
        return
    if CLIENT_LEAKS_FILES[0] <= version < CLIENT_LEAKS_FILES[1]:
        yield HealthMessage(
            "DownloadClientVersionCheck",
            Level.WARNING,
            f"the Web UI of qBittorrent {service.version} hands out files of its machine without a login (on Windows)",
            "update qBittorrent to 5.0.1 or later",
        )
    elif version < CLIENT_CHECKS_TLS:
        yield HealthMessage(
            "DownloadClientVersionCheck",
            Level.NOTICE,
            f"qBittorrent {service.version} accepts any certificate where it downloads by itself, as for its feeds",
            "update qBittorrent to 5.0.1 or later",
        )


def client_removes(known: Known) -> Iterator[HealthMessage]:
    """The client takes finished torrents out before they are imported."""
    if known.look.client and known.look.client.removes:
        yield HealthMessage(
            "DownloadClientRemovesCompletedDownloadsCheck", Level.WARNING, *_split(known.look.client.removes)
        )


def client_settings(known: Known) -> Iterator[HealthMessage]:
    """Other settings of the client that endanger an import."""
    client = known.look.client
    if client:
        others = (warning for warning in client.warnings if warning != client.removes)
        yield from (HealthMessage("DownloadClientSettingsCheck", Level.NOTICE, warning) for warning in others)


def metadata(known: Known) -> Iterator[HealthMessage]:
    """The film database cannot be asked: films can only be added by hand."""
    if trouble := _down(known, TMDB):
        yield HealthMessage("MetadataCheck", Level.WARNING, *trouble)


def metadata_key(known: Known) -> Iterator[HealthMessage]:
    """There is no key to the film database."""
    if not known.terms.metadata_key:
        yield HealthMessage(
            "MetadataKeyCheck",
            Level.NOTICE,
            "tmdb.api_key is empty: films are added by hand, and their release dates are not known",
            "set tmdb.api_key; TMDB gives keys for nothing (account settings, API)",
        )


def circuit(known: Known) -> Iterator[HealthMessage]:
    """Another service has failed so often that it is left alone."""
    for service in known.services:
        if service.name != QBITTORRENT and service.state is ServiceState.CIRCUIT_OPEN:
            # as bad as when it is down, which it mostly is
            yield _left_alone(service, "CircuitCheck", Level.ERROR if service.name == PROWLARR else Level.WARNING)


def errors(known: Known) -> Iterator[HealthMessage]:
    """Too many requests fail, though not all."""
    for service in known.services:
        figures = service.report.figures
        if service.state is ServiceState.DEGRADED:
            yield HealthMessage(
                "ServiceErrorsCheck",
                Level.WARNING,
                f"{figures.failures} of the last {figures.requests} requests to {service.name} failed"
                + (f", lately: {figures.last_error}" if figures.last_error else ""),
                f"look into {service.name}'s own log; it may be overloaded, or the network may lose packets",
            )


def _down(known: Known, name: str) -> Trouble | None:
    service = known.service(name)
    return known.trouble(name) if service and service.state is ServiceState.DOWN else None


def _left_alone(service: ServiceHealth, source: str, level: Level) -> HealthMessage:
    view = service.report.circuit
    until = f" until {view.opens_until:%H:%M:%S} UTC" if view and view.opens_until else ""
    reason = service.report.figures.last_error or service.problem
    return HealthMessage(
        source,
        level,
        f"{service.name} failed so often that it is left alone{until}" + (f": {reason}" if reason else ""),
        f"see to it that {service.name} runs and can be reached; it is asked again by itself",
    )


def _split(sentence: str) -> tuple[str, str]:
    """What is wrong, and what to do."""
    what, _, remedy = sentence.partition(": ")
    return what, remedy
