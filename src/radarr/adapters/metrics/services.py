"""Services and indexers: requests, response times, circuits and limiters."""

from collections.abc import Callable, Iterator, Mapping

from prometheus_client.metrics_core import Metric

from radarr.adapters.metrics.families import Series, counter, gauge, seconds, states, timestamp
from radarr.adapters.metrics.labels import named
from radarr.domain.resilience.figures import CircuitState, Figures, ServiceState
from radarr.ports.driving.health import Health, IndexerHealth


def services(health: Health) -> Iterator[Metric]:
    """Every service by name."""
    yield states(
        "service_status", "How the service is.", "service", {s.name: s.state for s in health.services}, ServiceState
    )
    yield from _figures("service", {s.name: s.report.figures for s in health.services})
    yield from _circuits(health)
    yield from _limiters(health)


def indexers(health: Health) -> Iterator[Metric]:
    """Every indexer by name."""
    known = dict(named(health.indexers))
    yield states(
        "indexer_status", "How the indexer is.", "indexer", {n: i.state for n, i in known.items()}, ServiceState
    )
    yield from _figures("indexer", {name: indexer.figures for name, indexer in known.items()})
    yield from _budgets(known)


def _figures(what: str, known: Mapping[str, Figures]) -> Iterator[Metric]:
    def each(value: Callable[[Figures], float | None]) -> Series:
        return (((who,), value(figures)) for who, figures in known.items())

    label = (what,)
    yield counter(f"{what}_requests", f"Requests to the {what}.", label, each(lambda f: f.total_requests))
    yield counter(f"{what}_request_failures", "Requests that failed.", label, each(lambda f: f.total_failures))
    yield gauge(
        f"{what}_consecutive_failures",
        "Failures since the last success.",
        label,
        each(lambda f: f.consecutive_failures),
    )
    yield gauge(f"{what}_error_ratio", "Share of failures in the window.", label, each(lambda f: f.error_rate))
    yield gauge(
        f"{what}_last_success_timestamp_seconds",
        "When a request last went well.",
        label,
        each(lambda f: timestamp(f.last_success)),
    )
    yield gauge(
        f"{what}_last_failure_timestamp_seconds",
        "When a request last failed.",
        label,
        each(lambda f: timestamp(f.last_failure)),
    )
    yield gauge(
        f"{what}_response_seconds",
        "Response times in the window.",
        (what, "stat"),
        (
            ((who, stat), seconds(value))
            for who, f in known.items()
            for stat, value in (("p50", f.p50_ms), ("p95", f.p95_ms), ("max", f.max_ms))
        ),
    )


def _circuits(health: Health) -> Iterator[Metric]:
    circuits = {s.name: s.report.circuit for s in health.services if s.report.circuit}
    yield states(
        "service_circuit",
        "The circuit before the service.",
        "service",
        {name: circuit.state for name, circuit in circuits.items()},
        CircuitState,
    )
    series = (((name,), circuit.opened) for name, circuit in circuits.items())
    yield counter("service_circuit_opened", "How often the circuit opened.", ("service",), series)


def _limiters(health: Health) -> Iterator[Metric]:
    limiters = {s.name: s.report.limiter for s in health.services if s.report.limiter}
    yield gauge(
        "limiter_waiting_requests",
        "Requests that wait for the rate limit.",
        ("service",),
        (((name,), limiter.waiting) for name, limiter in limiters.items()),
    )
    yield counter(
        "limiter_waits",
        "Requests that had to wait for the rate limit.",
        ("service",),
        (((name,), limiter.waits) for name, limiter in limiters.items()),
    )
    yield counter(
        "limiter_waited_seconds",
        "Time that they waited.",
        ("service",),
        (((name,), limiter.waited_seconds) for name, limiter in limiters.items()),
    )


def _budgets(known: Mapping[str, IndexerHealth]) -> Iterator[Metric]:
    def gauges(name: str, doc: str, values: dict[str, float | None]) -> Metric:
        return gauge(name, doc, ("indexer",), (((who,), value) for who, value in values.items()))

    yield gauges(
        "indexer_backoff_level", "Its step on the back-off ladder, 0 for none.", {n: i.level for n, i in known.items()}
    )
    yield gauges(
        "indexer_resting_until_timestamp_seconds",
        "Not asked before.",
        {n: timestamp(i.resting_until) for n, i in known.items()},
    )
    yield gauges("indexer_queries_spent", "Our queries of the last day.", {n: i.spent for n, i in known.items()})
    yield gauges(
        "indexer_queries_others", "Other programs' queries of the last day.", {n: i.others for n, i in known.items()}
    )
    yield gauges("indexer_queries_budget", "Queries allowed a day.", {n: i.budget for n, i in known.items()})
