"""One pooled HTTP client per service: bounded in time and size, redirects off, errors in our words.

Answers with an error status are returned, since only the adapter knows what they mean there. With a guard, every
request waits for its place, is repeated where that is safe, and is refused while the service is left alone.
"""

import logging
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import anyio
import httpx
from anyio import to_thread

from radarr import __version__
from radarr.adapters.transport.answer import Answer
from radarr.adapters.transport.body import ACCEPTED, read_body
from radarr.adapters.transport.guard import Guard
from radarr.adapters.transport.tries import Terms, ask
from radarr.adapters.transport.troubles import MIB, TROUBLES, Place, Unanswered, translated
from radarr.adapters.transport.verification import context

__all__ = ["MIB", "USER_AGENT", "Answer", "Transport", "Unanswered"]

log = logging.getLogger(__name__)

USER_AGENT = f"radarr-daemon/{__version__}"
_READING = frozenset({"GET", "HEAD"})


class Transport:
    """The client of one service. `name` is what people call the service, `base` its URL, path prefix included.

    `timeout` bounds silence on the line in seconds; twice that bounds a whole request with all its repeats.
    `setting` names what holds the URL, `trust` says how to make us trust its certificate. `verify` is False for any
    certificate, a path for a CA file of one's own. Environment variables such as HTTP_PROXY are not obeyed. Use it
    as an async context manager.
    """

    def __init__(
        self,
        name: str,
        base: str,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30,
        verify: bool | str = True,
        proxy: str | None = None,
        connections: int = 32,
        guard: Guard | None = None,
        setting: str = "the URL",
        trust: str = "let it use a certificate of a known issuer",
    ) -> None:
        self.name = name
        self.base = base.rstrip("/")
        self.cookies = httpx.Cookies()
        self._headers = {"User-Agent": USER_AGENT, "Accept-Encoding": ACCEPTED, **(headers or {})}
        self._timeout = timeout
        self._verify = verify
        self._proxy = proxy or None
        self._connections = connections
        self._guard = guard
        self._place = Place(name, self.base, setting, trust, _shown(proxy))
        self._http: httpx.AsyncClient | None = None
        self._opening = anyio.Lock(fast_acquire=True)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http is not None:
            await self._http.aclose()

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str | int] | None = None,
        data: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        json: object = None,
        headers: Mapping[str, str] | None = None,
        server_name: str | None = None,
        limit: int = 32 * MIB,
        urgent: bool = True,
        behind: str = "",
    ) -> Answer:
        """Send one request and read its answer, at most `limit` bytes.

        `path` is joined to the base, unless it is an absolute URL. `server_name` is whose certificate is asked for
        where the URL names an address. `urgent`: a person waits, or it is a grab. `behind` is who is asked through
        the service: silence, a 500 or a 429 is then theirs, and it is never asked twice once it was asked.
        Raises Unavailable for anything that kept the answer from arriving whole, CircuitOpen while left alone.
        """
        url = path if "://" in path else self.base + path
        parts = {"params": params, "data": data, "files": files, "json": json, "headers": headers}
        if server_name:
            parts["extensions"] = {"sni_hostname": server_name}

        async def send(seconds: float) -> Answer:
            return await self._send(method, url, parts, limit, seconds)

        if self._guard is None:
            return await send(self._timeout * 2)
        terms = Terms(reads=method in _READING, urgent=urgent, behind=behind)
        return await ask(self._guard, send, terms, self._timeout * 2)

    async def _send(self, method: str, url: str, parts: Mapping[str, Any], limit: int, seconds: float) -> Answer:
        """Once, in so many seconds."""
        client = await self._client()
        began = anyio.current_time()
        try:
            with anyio.fail_after(seconds):
                async with client.stream(method, url, **parts) as response:
                    body = await read_body(response, limit)
                    took = anyio.current_time() - began
                    return Answer(response.status_code, response.headers, body, url.partition("?")[0], took)
        except TROUBLES as error:
            trouble = translated(error, self._place, limit)
            if isinstance(trouble, Unanswered):
                trouble.seconds = anyio.current_time() - began
            raise trouble from error

    async def _client(self) -> httpx.AsyncClient:
        """Opened when it is first needed: https:// needs certificates, which take a moment to read."""
        async with self._opening:
            if self._http is None:
                self._http = await self._open()
            return self._http

    async def _open(self) -> httpx.AsyncClient:
        is_secure = self.base.lower().startswith("https:")
        if is_secure and self._verify is False:
            log.warning("the certificate of %s is not checked: anybody on the way can read and change all", self._place)
        elif self._proxy:
            log.info("%s is asked through the proxy %s", self.name, self._place.proxy)
        trusted = await to_thread.run_sync(context, self.base, self._verify) if is_secure else context(self.base)
        return httpx.AsyncClient(
            headers=self._headers,
            cookies=self.cookies.jar,
            timeout=httpx.Timeout(self._timeout, connect=min(self._timeout, 10)),
            verify=trusted,
            proxy=self._proxy,
            trust_env=False,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=self._connections, max_keepalive_connections=self._connections),
        )


def _shown(proxy: str | None) -> str:
    """Without user and password."""
    if not proxy:
        return ""
    try:
        url = httpx.URL(proxy)
    except httpx.InvalidURL:
        return "that is configured"
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
