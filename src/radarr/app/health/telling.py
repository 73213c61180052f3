"""Tell the log what has changed: once for the worse, once for the better, and nothing in between."""

import logging
from typing import Final

from radarr.app.health.look import Trouble
from radarr.domain.resilience.figures import ServiceState
from radarr.ports.driving.health import HealthMessage, Level, ServiceHealth

log = logging.getLogger(__name__)

_AWAY: Final = frozenset({ServiceState.DOWN, ServiceState.CIRCUIT_OPEN})
_TOLD_ELSEWHERE: Final = frozenset(
    {
        "CircuitCheck",
        "DownloadClientCheck",
        "DownloadClientStatusCheck",
        "IndexerLongTermStatusCheck",
        "IndexerStatusCheck",
        "LoopCheck",
        "MetadataCheck",
        "ProwlarrCheck",
        "ServiceErrorsCheck",
    }
)
"""Of services below, of indexers and loops by those who ask and run them."""


class Telling:
    """Remembers what was told."""

    def __init__(self) -> None:
        self._states: dict[str, ServiceState] = {}
        self._standing: dict[str, str] = {}

    def service(self, service: ServiceHealth, trouble: Trouble) -> None:
        """A service that is away and left alone by turns is away all the time."""
        state = ServiceState.DOWN if service.state in _AWAY else service.state
        if self._states.get(service.name) is state:
            return
        self._states[service.name] = state
        figures, about = service.report.figures, {"service": service.name}
        if state is ServiceState.HEALTHY:
            version = f", version {service.version}" if service.version else ""
            log.info("%s answers%s", service.name, version, extra=about)
        elif state is ServiceState.DEGRADED:
            log.warning(
                "%s is degraded: %d of its last %d requests failed, lately: %s",
                *(service.name, figures.failures, figures.requests, figures.last_error or "for no stated reason"),
                extra=about,
            )
        else:
            reason = trouble.problem or figures.last_error or "its requests fail"
            told = f"{reason}: {trouble.remedy}" if trouble.remedy else reason
            log.warning("%s is down: %s", service.name, told, extra=about)

    def messages(self, messages: tuple[HealthMessage, ...]) -> None:
        """By their check: numbers in a message change, what it is about stays."""
        standing: dict[str, str] = {}
        for message in messages:
            if message.level is Level.NOTICE or message.source in _TOLD_ELSEWHERE:
                continue
            if message.source not in self._standing and message.source not in standing:
                log.warning("%s", f"{message.message}: {message.remedy}" if message.remedy else message.message)
            standing.setdefault(message.source, message.message)
        for source, message_text in self._standing.items():
            if source not in standing:
                log.info("this is over: %s", message_text)
        self._standing = standing
