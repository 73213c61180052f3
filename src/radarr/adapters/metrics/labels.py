"""Label values: as few as can be, and always text that UTF-8 can write."""

from collections.abc import Iterable, Iterator

from radarr.ports.driving.health import IndexerHealth

PREFIX = "radarr_"


def clean(value: str) -> str:
    """A value without what UTF-8 cannot write, such as a byte of a foreign path."""
    return value.encode("utf-8", "replace").decode("utf-8")


def named(indexers: Iterable[IndexerHealth]) -> Iterator[tuple[str, IndexerHealth]]:
    """Indexers with names that differ: a name that two of them have gets the id behind it."""
    seen: set[str] = set()
    for indexer in indexers:
        name = clean(indexer.name)
        yield (f"{name} ({indexer.id})" if name in seen else name), indexer
        seen.add(name)
