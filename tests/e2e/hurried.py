"""A configuration of a daemon in a hurry: what takes minutes elsewhere takes seconds."""

from pathlib import Path

from tests.e2e.world import PROWLARR_KEY

_SETTINGS = """
[prowlarr]
url = "{prowlarr}"
api_key = "{key}"
timeout = 1
retries = 1
rate_limit = 6000
failure_threshold = 3
failure_window = 30
recovery_time = 2
search_deadline = 3
cache_ttl = 0
daily_budget = 100000
{trust}
[qbittorrent]
url = "{client}"
username = "{username}"
password = "{password}"
timeout = 1
failure_threshold = 3
failure_window = 30
recovery_time = 2
{blind}
[health]
window = 3
minimum_requests = 3
[library]
roots = ["{library}"]
minimum_free = "1MiB"
[schedule]
downloads = 1
feed = 2
search_missing = 0
health = 1
{more}
"""
"""Everything that is counted in minutes elsewhere is counted in seconds here."""


def settings(prowlarr: str, client: str, username: str, password: str, library: Path, *more: str, ca: str = "") -> str:
    """A configuration in a hurry. `ca`: both services speak TLS, and this file vouches for Prowlarr."""
    return _SETTINGS.format(
        prowlarr=prowlarr,
        key=PROWLARR_KEY,
        trust=f'ca_file = "{ca}"' if ca else "",
        client=client,
        blind="verify_tls = false" if ca else "",
        username=username,
        password=password,
        library=library,
        more="\n".join(more),
    )
