"""The daemon itself: status, loops, event loop, disks, database, library and queue."""

from collections import Counter
from collections.abc import Callable, Iterator

from prometheus_client.metrics_core import Metric

from radarr.adapters.metrics.families import Series, alone, counter, gauge, seconds, timestamp
from radarr.ports.driving.health import DatabaseHealth, Health, Level, Overall
from radarr.ports.driving.lag import Lag
from radarr.ports.driving.status import LoopStatus
from radarr.ports.store.counts import Totals


def status(health: Health) -> Iterator[Metric]:
    """The daemon as a whole."""
    yield gauge(
        "status", "How the daemon is.", ("state",), (((o.value,), float(o is health.brief.status)) for o in Overall)
    )
    yield gauge("uptime_seconds", "Time since the start.", (), alone(health.brief.uptime_seconds))
    yield gauge(
        "health_checked_timestamp_seconds", "When all was last looked at.", (), alone(timestamp(health.checked_at))
    )
    levels = Counter(message.level for message in health.messages)
    series = (((level.value,), levels[level]) for level in Level)
    yield gauge("health_messages", "What is wrong, by how much it matters.", ("level",), series)


def loops(health: Health) -> Iterator[Metric]:
    """Every supervised loop by name."""

    def each(value: Callable[[LoopStatus], float | None]) -> Series:
        return (((loop.name,), value(loop)) for loop in health.loops)

    label = ("loop",)
    yield counter("loop_runs", "Runs.", label, each(lambda x: x.runs))
    yield counter("loop_failures", "Runs that failed.", label, each(lambda x: x.failed))
    yield counter("loop_crashes", "Failures that were our own mistake.", label, each(lambda x: x.crashes))
    yield gauge(
        "loop_consecutive_failures", "Failures since the last run that went well.", label, each(lambda x: x.failures)
    )
    yield gauge("loop_duration_seconds", "How long the last run took.", label, each(lambda x: x.duration))
    yield gauge("loop_hung", "Whether it runs for longer than it ever should.", label, each(lambda x: x.hung))
    yield gauge("loop_last_run_timestamp_seconds", "When it last ran.", label, each(lambda x: timestamp(x.last_run)))


def lag(found: Lag) -> Iterator[Metric]:
    """The event loop."""
    stats = {"p50": found.p50_ms, "p99": found.p99_ms, "max": found.max_ms}
    series = (((stat,), seconds(value)) for stat, value in stats.items())
    yield gauge("event_loop_lag_seconds", "By how much timers came late over two minutes.", ("stat",), series)


def disks(health: Health) -> Iterator[Metric]:
    """Every folder that we depend on."""
    label = ("path", "kind")
    known = {(disk.path, disk.kind): disk for disk in health.disks}
    yield gauge("disk_free_bytes", "Free space.", label, ((where, disk.free) for where, disk in known.items()))
    yield gauge("disk_size_bytes", "Size of the file system.", label, ((w, disk.total) for w, disk in known.items()))
    series = ((where, float(not disk.problem)) for where, disk in known.items())
    yield gauge("disk_usable", "Whether it is there and can be worked with.", label, series)


def database(health: DatabaseHealth) -> Iterator[Metric]:
    """The database."""
    yield gauge("database_up", "Whether it answers.", (), alone(float(not health.problem)))
    yield gauge("database_size_bytes", "Its size.", (), alone(health.size))
    yield gauge("database_response_seconds", "How long it took to answer.", (), alone(seconds(health.response_ms)))


def library(totals: Totals) -> Iterator[Metric]:
    """Films, files and downloads."""
    yield gauge("library_movies", "Films in the library.", (), alone(totals.movies))
    yield gauge("library_movies_monitored", "Films with a monitored slot.", (), alone(totals.monitored))
    yield gauge("library_files", "Films' files.", (), alone(totals.files))
    yield gauge("library_size_bytes", "All of these files.", (), alone(totals.library_bytes))
    yield gauge("wanted_slots", "Monitored slots without a file.", (), alone(totals.wanted))
    yield gauge("queue_downloads", "Open downloads.", (), alone(totals.queue))
    series = (((state.value,), number) for state, number in totals.downloads.items())
    yield gauge("queue_state_downloads", "Open downloads by state.", ("state",), series)
