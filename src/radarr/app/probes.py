"""How the services are asked whether they are well."""

from radarr.app.usecases.show_status import Probe
from radarr.ports.download_client import DownloadClient
from radarr.ports.driving.status import ServiceStatus
from radarr.ports.indexer import Indexer


def probes(indexer: Indexer, client: DownloadClient) -> dict[str, Probe]:
    """One cheap question to each service, by name."""

    async def prowlarr() -> ServiceStatus:
        return ServiceStatus(name="Prowlarr", version=await indexer.version(), problem="")

    async def qbittorrent() -> ServiceStatus:
        info = await client.info()
        return ServiceStatus(name="qBittorrent", version=info.version, problem="", warnings=info.warnings)

    return {"Prowlarr": prowlarr, "qBittorrent": qbittorrent}
