"""A loopback server that speaks Prowlarr's API: indexers, searches, download links and what goes wrong with them."""

from radarr.adapters.simulated.prowlarr_server.server import prowlarr_server
from radarr.adapters.simulated.prowlarr_server.state import Asked, Fault, Offer, SimulatedProwlarr, Site

__all__ = ["Asked", "Fault", "Offer", "SimulatedProwlarr", "Site", "prowlarr_server"]
