"""What may be wrong with the indexers."""

from collections.abc import Iterator
from datetime import timedelta

from radarr.app.health.look import Known
from radarr.ports.driving.health import HealthMessage, IndexerHealth, Level
from radarr.ports.indexer import IndexerInfo

_LONG = timedelta(hours=6)
_LONG_LEVEL = 7  # of the back-off ladder: whoever is on it has failed for hours
_REMEDY = "look at it in Prowlarr (Indexers, the wrench, Test); it is asked again by itself"


def status(known: Known) -> Iterator[HealthMessage]:
    """Indexers rest after failures of the last six hours."""
    yield from _resting(known, "IndexerStatusCheck", long=False)


def long_term(known: Known) -> Iterator[HealthMessage]:
    """Indexers have failed for longer than that."""
    yield from _resting(known, "IndexerLongTermStatusCheck", long=True)


def feed(known: Known) -> Iterator[HealthMessage]:
    """No indexer gives its newest releases."""
    if known.look.indexers is not None and not any(info.feed for info in known.look.indexers):
        yield HealthMessage(
            "IndexerRssCheck",
            Level.ERROR,
            "no indexer may be asked for its newest releases" if known.look.indexers else _none(),
            "switch RSS on in Prowlarr (Settings, Apps, Sync Profiles), or add a torrent indexer that has films",
        )


def search(known: Known) -> Iterator[HealthMessage]:
    """No indexer may be searched, by the daemon or by a person."""
    infos = known.look.indexers
    if not infos:
        return
    for what, can in (("by the daemon itself", _automatic), ("by a person", _interactive)):
        if not any(can(info) for info in infos):
            yield HealthMessage(
                "IndexerSearchCheck",
                Level.WARNING,
                f"no indexer may be searched {what}",
                "switch automatic and interactive search on in Prowlarr (Settings, Apps, Sync Profiles)",
            )


def _resting(known: Known, source: str, *, long: bool) -> Iterator[HealthMessage]:
    failing = [each for each in known.indexers if _rests(known, each) and _for_long(known, each) is long]
    if not failing:
        return
    names = ", ".join(f"{each.name} ({each.last_error})" if each.last_error else each.name for each in failing)
    since = " for more than six hours" if long else ""
    if len(failing) == len(known.indexers):
        yield HealthMessage(source, Level.ERROR, f"every indexer fails{since}: {names}", _REMEDY)
    else:
        yield HealthMessage(source, Level.WARNING, f"indexers fail{since}: {names}", _REMEDY)


def _rests(known: Known, indexer: IndexerHealth) -> bool:
    """After a failure; one that has only spent its budget is on no step of the ladder."""
    return indexer.level > 0 and indexer.resting_until is not None and indexer.resting_until > known.now


def _for_long(known: Known, indexer: IndexerHealth) -> bool:
    if indexer.failing_since is not None:
        return known.now - indexer.failing_since >= _LONG
    return indexer.level >= _LONG_LEVEL


def _automatic(info: IndexerInfo) -> bool:
    return info.automatic


def _interactive(info: IndexerInfo) -> bool:
    return info.interactive


def _none() -> str:
    return "Prowlarr has no torrent indexer for films that is switched on"
