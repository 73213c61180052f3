"""Families of series that are made anew for each reading."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from radarr.adapters.metrics.labels import PREFIX, clean

Series = Iterable[tuple[tuple[str, ...], float | None]]
"""Label values with a value; None where there is nothing to say."""


def gauge(name: str, doc: str, labels: Iterable[str], series: Series) -> Metric:
    """What goes up and down."""
    return _filled(GaugeMetricFamily(PREFIX + name, doc, labels=tuple(labels)), series)


def counter(name: str, doc: str, labels: Iterable[str], series: Series) -> Metric:
    """What only grows. `_total` is put behind the name."""
    return _filled(CounterMetricFamily(PREFIX + name, doc, labels=tuple(labels)), series)


def states(name: str, doc: str, label: str, current: Mapping[str, StrEnum], known: type[StrEnum]) -> Metric:
    """One series for each state that a thing may be in: 1 for the one it is in."""
    series = (((who, state.value), float(state is now)) for who, now in current.items() for state in known)
    return gauge(name, doc, (label, "state"), series)


def alone(value: float | None) -> Series:
    """The one series of a family without labels."""
    return (((), value),)


def seconds(milliseconds: float | None) -> float | None:
    """Milliseconds in the base unit."""
    return None if milliseconds is None else milliseconds / 1000


def timestamp(at: datetime | None) -> float | None:
    """UNIX seconds."""
    return at.timestamp() if at else None


def _filled(family: CounterMetricFamily | GaugeMetricFamily, series: Series) -> Metric:
    for labels, value in series:
        if value is not None:
            family.add_metric([clean(label) for label in labels], value)
    return family
