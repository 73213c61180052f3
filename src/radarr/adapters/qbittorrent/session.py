"""Calls to qBittorrent as somebody whom it knows: by password and cookie, by API key, or by where we come from.

A good login is 200 `Ok.` with a cookie before 5.2 and 204 with a cookie of another name since: the jar keeps what
comes. A cookie that qBittorrent has forgotten (a restart, an idle hour) shows as 403, behind some proxies as 401.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final, NamedTuple

import anyio

from radarr.adapters.qbittorrent.latch import HOUR, Latch
from radarr.adapters.qbittorrent.replies import NO_SESSION, at_the_door, checked, no_session
from radarr.adapters.transport.client import MIB, Answer, Transport
from radarr.ports.clock import Clock
from radarr.ports.errors import Unauthorised, Unavailable

API: Final = "/api/v2/"
_RENEW_EARLIER = 0.1  # of the lifetime
_LOST_COOKIE_WAIT = 60.0

Upload = Mapping[str, tuple[str, bytes, str]]


class _Request(NamedTuple):
    method: str
    path: str
    params: Mapping[str, str | int] | None = None
    data: Mapping[str, str] | None = None
    files: Upload | None = None
    limit: int = 32 * MIB


class Session:
    """One session of ours; `lifetime` in seconds. `epoch` changes whenever qBittorrent may be another than before."""

    def __init__(
        self, transport: Transport, *, username: str, password: str, api_key: str, lifetime: float, clock: Clock
    ) -> None:
        self.epoch = 0
        self._transport = transport
        self._username, self._password, self._api_key = username, password, api_key
        self._lifetime = lifetime
        self._clock = clock
        self._latch = Latch(clock)
        self._lock = anyio.Lock()
        self._logins = 0
        self._since: float | None = None

    async def get(self, path: str, params: Mapping[str, str | int] | None = None, *, limit: int = 32 * MIB) -> Answer:
        """Read `path` below /api/v2/."""
        return await self._call(_Request("GET", path, params=params, limit=limit))

    async def post(self, path: str, data: Mapping[str, str], files: Upload | None = None) -> Answer:
        """Change something. Any answer of qBittorrent itself is returned, 4xx too."""
        return await self._call(_Request("POST", path, data=data, files=files))

    def reset(self, *, username: str | None = None, password: str | None = None, api_key: str | None = None) -> None:
        """Log in anew at the next call, with these settings where given."""
        self._username = self._username if username is None else username
        self._password = self._password if password is None else password
        self._api_key = self._api_key if api_key is None else api_key
        self._transport.cookies.clear()
        self._latch.open()
        self._since = None
        self.epoch += 1

    @property
    def _logs_in(self) -> bool:
        return not self._api_key and bool(self._username or self._password)

    async def _call(self, request: _Request) -> Answer:
        if self._logs_in:
            await self._keep_alive()
        logins = self._logins
        answer = await self._send(request)
        if answer.status in NO_SESSION and self._logs_in:
            await self._log_in_once(logins)
            answer = await self._send(request)
        if answer.status == HTTPStatus.FORBIDDEN:
            raise self._forbidden()
        return checked(answer)

    async def _send(self, request: _Request) -> Answer:
        headers = {"Authorization": f"Bearer {self._api_key}"} if self._api_key else None
        try:
            return await self._transport.request(
                request.method,
                API + request.path,
                params=request.params,
                data=request.data,
                files=request.files,
                headers=headers,
                limit=request.limit,
            )
        except Unavailable:
            self.epoch += 1  # it may come back as another version
            raise

    async def _keep_alive(self) -> None:
        """Log in if we are not, or if the session is about to end."""
        self._latch.check()
        if self._fresh():
            return
        async with self._lock:
            if not self._fresh():
                await self._log_in()

    def _fresh(self) -> bool:
        age = None if self._since is None else self._clock.monotonic() - self._since
        return age is not None and age < self._lifetime * (1 - _RENEW_EARLIER)

    async def _log_in_once(self, logins: int) -> None:
        """Log in, unless somebody did since."""
        async with self._lock:
            if self._logins == logins:
                await self._log_in()

    async def _log_in(self) -> None:
        self._latch.check()
        self._transport.cookies.clear()  # with a living cookie any password would do, and nothing be renewed
        self._since = None
        form = {"username": self._username, "password": self._password}
        answer = await self._send(_Request("POST", "auth/login", data=form))
        if answer.status in NO_SESSION:
            raise await self._turned_away(answer)
        checked(answer)
        reply = answer.text.strip()
        if reply == "Fails.":
            raise self._latch.wrong_password(_wrong_password())
        if not (answer.status == HTTPStatus.NO_CONTENT or (answer.status == HTTPStatus.OK and reply in {"Ok.", ""})):
            raise Unavailable(
                f"{answer.url} answered our login with HTTP {answer.status}",
                remedy="check that qbittorrent.url leads to the Web UI of qBittorrent 4.1 or later",
            )
        self._latch.open()
        self._since = self._clock.monotonic()
        self._logins += 1
        self.epoch += 1

    async def _turned_away(self, answer: Answer) -> Unauthorised:
        """Why a login was answered 403 or 401."""
        if answer.status == HTTPStatus.FORBIDDEN:
            return self._latch.close(_banned(), HOUR)
        # since 5.2 a wrong password is 401 as well; without a cookie a call tells which it was, and costs no try
        probe = await self._send(_Request("GET", "app/version"))
        if probe.status == HTTPStatus.UNAUTHORIZED:
            return at_the_door(probe)
        return self._latch.wrong_password(_wrong_password())

    def _forbidden(self) -> Unauthorised:
        if self._api_key:
            return Unauthorised(
                "qBittorrent does not accept qbittorrent.api_key",
                remedy="make one in qBittorrent 5.2 or later (Options, Web UI), or give username and password instead",
            )
        if not self._logs_in:
            return Unauthorised(
                "qBittorrent wants a login, and none is configured",
                remedy="set qbittorrent.username and qbittorrent.password, or let qBittorrent bypass authentication "
                "for our address (Options, Web UI)",
            )
        secure = any(cookie.secure for cookie in self._transport.cookies.jar)
        lost = secure and self._transport.base.startswith("http://")
        return self._latch.close(no_session(secure_cookie_lost=lost), _LOST_COOKIE_WAIT)


def _wrong_password() -> Unauthorised:
    return Unauthorised(
        "qBittorrent does not accept our username and password",
        remedy="set qbittorrent.username and qbittorrent.password; we do not try again soon, since five bad logins "
        "ban our address for an hour (since 4.6.1 a password that was never set is a new one at each start)",
    )


def _banned() -> Unauthorised:
    return Unauthorised(
        "qBittorrent has banned our address after too many bad logins",
        remedy="check qbittorrent.username and qbittorrent.password, then restart qBittorrent, or wait an hour",
    )
