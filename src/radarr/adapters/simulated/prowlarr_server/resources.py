"""The JSON that Prowlarr writes; what is null is left out."""

from datetime import datetime
from typing import Any

from radarr.adapters.simulated.prowlarr_server.state import Fault, SimulatedProwlarr, Site


def status(state: SimulatedProwlarr) -> dict[str, Any]:
    """`system/status`."""
    return {
        "appName": state.app_name,
        "instanceName": "Prowlarr",
        "version": state.version,
        "isProduction": True,
        "isDocker": True,
        "branch": "master",
        "authentication": "forms",
        "urlBase": state.url_base,
        "startTime": "2026-05-01T06:00:12Z",
    }


def indexer(site: Site) -> dict[str, Any]:
    """One indexer, with its own app profile of the same id."""
    parents = [{"id": category, "name": str(category), "subCategories": []} for category in site.categories]
    return {
        "id": site.id,
        "name": site.name,
        "enable": site.enabled,
        "protocol": site.protocol,
        "privacy": site.privacy,
        "priority": site.priority,
        "supportsRss": True,
        "supportsSearch": True,
        "supportsPagination": False,
        "appProfileId": site.id,
        "capabilities": {
            "limitsMax": 100,
            "limitsDefault": 100,
            "categories": parents,
            "searchParams": ["q"],
            "movieSearchParams": list(site.movie_params),
        },
        "fields": [
            _field("baseSettings.queryLimit", site.query_limit),
            _field("baseSettings.grabLimit", site.grab_limit),
            _field("baseSettings.limitsUnit", 0),
            _field("torrentBaseSettings.appMinimumSeeders", None),
        ],
        "tags": [],
    }


def profile(site: Site) -> dict[str, Any]:
    """What other programs may use it for."""
    return {
        "id": site.id,
        "name": f"Profile of {site.name}",
        "enableRss": site.feed,
        "enableAutomaticSearch": site.automatic,
        "enableInteractiveSearch": site.interactive,
        "minimumSeeders": site.minimum_seeders,
    }


def blocks(state: SimulatedProwlarr) -> list[dict[str, Any]]:
    """The blocked ones alone."""
    return [
        {
            "id": number,
            "indexerId": site.id,
            "disabledTill": "2099-01-01T00:00:00Z",
            "mostRecentFailure": "2026-05-01T12:19:56Z",
            "initialFailure": "2026-05-01T11:02:11Z",
        }
        for number, site in enumerate(state.indexers, 1)
        if site.fault is Fault.BLOCKED
    ]


def statistics(state: SimulatedProwlarr, since: datetime) -> dict[str, Any]:
    """`indexerstats`: what each indexer was asked since then, by whomever."""
    counted = [asked for asked in state.asked if asked.counts_as and asked.at >= since]
    kinds = ("numberOfQueries", "numberOfGrabs", "numberOfRssQueries")
    rows = [
        {
            "indexerId": site.id,
            "indexerName": site.name,
            **{kind: sum(a.indexer_id == site.id and a.counts_as == kind for a in counted) for kind in kinds},
            "numberOfAuthQueries": 0,
        }
        for site in state.indexers
    ]
    return {"indexers": rows, "userAgents": [], "hosts": []}


def _field(name: str, value: int | None) -> dict[str, Any]:
    shown = {} if value is None else {"value": value}
    return {"name": name, "label": name, **shown, "type": "number", "advanced": False, "privacy": "normal"}
