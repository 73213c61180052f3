"""What is well, in sentences: a person wants to read that, too."""

from collections.abc import Callable, Iterator
from typing import Final

from radarr.app.health.look import DOWNLOADS, PROWLARR, QBITTORRENT, ROOT, TMDB, Known

_SHOWN: Final = 5


def _prowlarr(known: Known) -> Iterator[str]:
    service, infos = known.service(PROWLARR), known.look.indexers
    if service and not service.problem:
        yield f"{service.version} answers and accepts the key"
    if infos:
        names = ", ".join(info.name for info in infos[:_SHOWN]) + (" ..." if len(infos) > _SHOWN else "")
        yield f"torrent indexers for films: {len(infos)} ({names})"


def _client(known: Known) -> Iterator[str]:
    service, info = known.service(QBITTORRENT), known.look.client
    if service and info and not service.problem:
        yield f"{info.version} (Web API {info.api_version}) answers and lets us in"


def _tmdb(known: Known) -> Iterator[str]:
    service = known.service(TMDB)
    if service and not service.problem:
        yield "it answers and accepts the key"


def _roots(known: Known) -> Iterator[str]:
    for folder in known.look.of_kind(ROOT):
        if folder.use and not folder.trouble:
            yield f"{folder.path} is there and can be written to"


def _downloads(known: Known) -> Iterator[str]:
    for folder in known.look.of_kind(DOWNLOADS):
        if folder.use:
            named = folder.named.rstrip("/") or "/"
            yield f"the client's {named} is seen here" + (f" as {folder.path}" if named != folder.path else "")


def _space(known: Known) -> Iterator[str]:
    told: set[int] = set()
    for folder in known.look.folders:
        use = folder.use
        if use and use.device not in told and folder.kind in {ROOT, DOWNLOADS}:
            told.add(use.device)
            yield f"{use.free / (1 << 30):.1f} of {use.total / (1 << 30):.1f} GiB are free below {folder.path}"


def _links(known: Known) -> Iterator[str]:
    for trial in known.look.trials:
        way = f"from {trial.folder} to {trial.root}"
        if trial.tried and not trial.trouble:
            how = f"with {trial.film}" if trial.film else "with a file of ours, as there is no finished download yet"
            yield f"a hard link goes {way}, tried {how}"


WELL: Final[dict[str, Callable[[Known], Iterator[str]]]] = {
    PROWLARR: _prowlarr,
    QBITTORRENT: _client,
    TMDB: _tmdb,
    "root folders": _roots,
    "download folders": _downloads,
    "disk space": _space,
    "hard links": _links,
}
