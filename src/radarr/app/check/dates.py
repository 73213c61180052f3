"""The clock, against those of the services."""

import http.client
import ssl
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

import anyio
from anyio import to_thread

from radarr.app.check.finding import Finding, Subject, of_messages, ok
from radarr.app.health.look import Known, Look
from radarr.app.health.messages.daemon import system_time

_AREA: Final = "clock"
_PATIENCE: Final = 5.0
_MUCH: Final = timedelta(minutes=2)
_FAR: Final = timedelta(days=1)
_REMEDY: Final = "set the clock of whichever machine is wrong, and let a time service (NTP) keep it right"


async def clock(subject: Subject, now: datetime) -> list[Finding]:
    """Whether it says what the services' clocks say."""
    config = subject.config
    urls = {"Prowlarr": config.prowlarr.url, "qBittorrent": config.qbittorrent.url}
    if config.tmdb.api_key:
        urls["TMDB"] = config.tmdb.url
    dates: dict[str, datetime] = {}

    async def ask(name: str, url: str) -> None:
        if found := await to_thread.run_sync(date_of, url):
            dates[name] = found

    async with anyio.create_task_group() as tasks:
        for name, url in urls.items():
            tasks.start_soon(ask, name, url)
    impossible = of_messages(_AREA, system_time(Known(now=now, look=Look())))
    return impossible or compared(dates, now)


def compared(dates: dict[str, datetime], now: datetime) -> list[Finding]:
    """Our clock and theirs."""
    off = {name: now - date for name, date in sorted(dates.items()) if abs(now - date) > _MUCH}
    found = [
        Finding(
            _AREA,
            "error" if abs(by) >= _FAR else "warning",
            f"the clock is {_span(abs(by))} {'ahead of' if by > timedelta() else 'behind'} that of {name}",
            _REMEDY,
        )
        for name, by in off.items()
    ]
    agreeing = [name for name in sorted(dates) if name not in off]
    return [ok(_AREA, f"it agrees with {' and '.join(agreeing)}"), *found] if agreeing else found


def date_of(url: str) -> datetime | None:
    """What a server's answer says of the time; None if it says nothing."""
    parts = urlsplit(url)
    host, number = parts.hostname or "", parts.port
    made: http.client.HTTPConnection
    if parts.scheme == "https":
        made = http.client.HTTPSConnection(host, number, timeout=_PATIENCE, context=_any_certificate())
    else:
        made = http.client.HTTPConnection(host, number, timeout=_PATIENCE)
    with closing(made) as connection:
        try:
            connection.request("HEAD", f"{parts.path.rstrip('/')}/")
            date = parsedate_to_datetime(connection.getresponse().headers.get("Date", ""))
        except (OSError, ValueError, http.client.HTTPException):
            return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date


def _any_certificate() -> ssl.SSLContext:
    """Nothing is told and nothing believed but the time of day."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _span(by: timedelta) -> str:
    days, seconds = by.days, by.seconds
    return f"{days} days" if days > 1 else f"{days * 24 + seconds // 3600} h {seconds % 3600 // 60} min"
