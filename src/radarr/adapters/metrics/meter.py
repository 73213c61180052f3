"""Counters that tick while the daemon works."""

from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics

from radarr.adapters.metrics.labels import PREFIX, clean

_SECONDS = (0.005, 0.01, 0.05, 0.25, 1.0, 10.0, 60.0)  # of a request: from memory, a list, a search at its deadline
_INDEXERS = 200  # names that a process tells apart: who pushes releases to us may call himself anything
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})


class PrometheusMeter:
    """`ports.meter.Meter`, and HTTP requests, in a registry of its own."""

    def __init__(self) -> None:
        # else there is a second series for every one, which nobody graphs
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = CollectorRegistry(auto_describe=False)
        self._accepted = self._counter("decisions_accepted", "Releases accepted.", "kind")
        self._rejections = self._counter("decisions_rejections", "Reasons given against releases.", "kind", "reason")
        self._grabs = self._counter("grabs", "Releases handed to the download client.", "indexer")
        self._grabbed = self._counter("grabbed_bytes", "Bytes of these releases.", "indexer")
        self._imports = self._counter("imports", "Files imported into the library.", "transfer", "upgrade")
        self._imported = self._counter("imported_bytes", "Bytes of these files.", "transfer")
        self._indexers: set[str] = set()
        self._failures = self._counter(
            "failures", "Downloads and imports that failed, claims that files contradict.", "what"
        )
        self._requests = self._counter("http_requests", "Requests answered.", "route", "method", "status")
        self._durations = Histogram(
            f"{PREFIX}http_request_duration_seconds",
            "Time to answer a request.",
            ["route"],
            buckets=_SECONDS,
            registry=self.registry,
        )

    def _counter(self, name: str, doc: str, *labels: str) -> Counter:
        return Counter(PREFIX + name, doc, labels, registry=self.registry)

    def decided(self, kind: str, *, accepted: int, reasons: Iterable[str]) -> None:
        """See ports.meter."""
        self._accepted.labels(kind).inc(accepted)
        for reason in reasons:
            self._rejections.labels(kind, reason).inc()

    def grabbed(self, indexer: str, size: int) -> None:
        """See ports.meter."""
        name = self._known(clean(indexer))
        self._grabs.labels(name).inc()
        self._grabbed.labels(name).inc(max(0, size))

    def _known(self, indexer: str) -> str:
        if len(self._indexers) < _INDEXERS:
            self._indexers.add(indexer)
        return indexer if indexer in self._indexers else "other"

    def imported(self, size: int, *, upgrade: bool, transfer: str) -> None:
        """See ports.meter."""
        self._imports.labels(transfer, "true" if upgrade else "false").inc()
        self._imported.labels(transfer).inc(max(0, size))

    def failed(self, what: str) -> None:
        """See ports.meter."""
        self._failures.labels(what).inc()

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """One HTTP request. `route` is the pattern that it matched, never its path."""
        known = method if method in _METHODS else "other"
        self._requests.labels(route, known, f"{status // 100}xx").inc()
        self._durations.labels(route).observe(seconds)
