"""Settings of the services that the daemon speaks to."""

from dataclasses import dataclass

from radarr.app.config.kinds import BOOLEAN, NAME, POSITIVE_SECONDS, SECONDS, SECRET, TEXT, listing, number, whole
from radarr.app.config.secret import Secret
from radarr.app.config.setting import setting
from radarr.app.config.values import OPTIONAL_PATH, OPTIONAL_URL, PATH_MAPPING, URL, PathMapping

_TIMEOUT = number(1, 3600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prowlarr:
    """The indexer manager."""

    url: str = setting(URL, "http://127.0.0.1:9696", "its address, with the URL base if it has one", live=True)
    api_key: Secret = setting(SECRET, "", "Prowlarr: Settings, General, API Key", live=True)
    verify_tls: bool = setting(BOOLEAN, default=True, doc="false accepts any certificate")
    ca_file: str = setting(OPTIONAL_PATH, "", "certificates to trust instead of the system's")
    proxy: str = setting(OPTIONAL_URL, "", "HTTP_PROXY and the like are not obeyed silently")
    timeout: float = setting(_TIMEOUT, 120, "seconds; slow indexers behind Prowlarr need them")
    retries: int = setting(whole(0, 10), 2, "how often a failed request is repeated")
    rate_limit: int = setting(
        whole(1), 60, "requests per minute, sliding window; a part is kept free for grabs and people"
    )
    failure_threshold: int = setting(whole(1), 5, "failures of Prowlarr itself (not of one indexer) ...")
    failure_window: int = setting(POSITIVE_SECONDS, 300, "... within so many seconds open the circuit ...")
    recovery_time: int = setting(POSITIVE_SECONDS, 60, "... for so many seconds")
    search_deadline: int = setting(
        POSITIVE_SECONDS, 30, "a person's search answers with what has arrived by then; what comes later is kept"
    )
    cache_ttl: int = setting(SECONDS, 300, "seconds that an indexer's answer is kept")
    categories: tuple[int, ...] = setting(listing(whole(1)), [2000], "newznab categories to search in")
    daily_budget: int = setting(
        whole(1),
        100,
        "queries per indexer and day where Prowlarr states no limit, else half of its limit; half of them for the feed",
    )
    search_upgrades: bool = setting(
        BOOLEAN, default=True, doc="search by and by for better releases of films that are below their cut-off, too"
    )
    gap_searches: int = setting(
        whole(0, 1000),
        20,
        "films searched at an indexer of whose feed something was missed, at most so many a day; 0: none",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Qbittorrent:
    """The torrent client."""

    url: str = setting(URL, "http://127.0.0.1:8080", "address of its Web UI", live=True)
    username: str = setting(
        TEXT,
        "",
        "empty username and password: the client lets us in without (address whitelist)",
        live=True,
    )
    password: Secret = setting(SECRET, "", "its password", live=True)
    api_key: Secret = setting(SECRET, "", "instead of both: qBittorrent 5.2 and later")
    category: str = setting(NAME, "radarr-daemon", "not Radarr's own, so that both can run side by side")
    verify_tls: bool = setting(BOOLEAN, default=True, doc="false accepts any certificate")
    timeout: float = setting(_TIMEOUT, 30, "seconds")
    failure_threshold: int = setting(whole(1), 3, "failures ...")
    failure_window: int = setting(POSITIVE_SECONDS, 120, "... within so many seconds open the circuit ...")
    recovery_time: int = setting(POSITIVE_SECONDS, 30, "... for so many seconds")
    session_lifetime: int = setting(POSITIVE_SECONDS, 1800, "seconds; log in anew before the session ends")
    path_map: tuple[PathMapping, ...] = setting(
        listing(PATH_MAPPING), [], 'folders as the client names them: [{ remote = "/downloads", local = "/srv/dl" }]'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tmdb:
    """The film database."""

    api_key: Secret = setting(SECRET, "", "v3 key or v4 token; empty: movies are added by hand", live=True)
    url: str = setting(URL, "https://api.themoviedb.org/3", "address of its API")
    image_url: str = setting(URL, "https://image.tmdb.org/t/p", "address of its pictures")
