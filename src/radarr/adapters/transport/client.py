"""One pooled HTTP client per service: bounded in time and size, redirects off, errors in our words.

Answers with an error status are returned, since only the adapter knows what they mean there.
"""

import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import NamedTuple, Self

import anyio
import httpx

from radarr import __version__
from radarr.ports.errors import Unavailable

USER_AGENT = f"radarr-daemon/{__version__}"
MIB = 1 << 20


class Unanswered(Unavailable):
    """The server took the request, but its answer did not arrive whole and in time."""


class Answer(NamedTuple):
    """What a server answered, read whole. `url` is where it came from, without its query (it may hold a key)."""

    status: int
    headers: httpx.Headers
    body: bytes
    url: str

    @property
    def text(self) -> str:
        """The body as UTF-8; foreign bytes are replaced."""
        return self.body.decode("utf-8", "replace")

    @property
    def content_type(self) -> str:
        """Lower case, without parameters."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()

    @property
    def retry_after(self) -> float | None:
        """Seconds, where the server named a number of them."""
        value = self.headers.get("retry-after", "")
        return float(value) if value.isdecimal() else None


class Transport:
    """The client of one service. `name` is what people call the service, `base` its URL, path prefix included.

    `timeout` bounds silence on the line in seconds; `total` bounds a whole request. Environment variables such
    as HTTP_PROXY are not obeyed. Use it as an async context manager.
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
    ) -> None:
        self.name = name
        self.base = base.rstrip("/")
        self._total = timeout * 2
        self._http = httpx.AsyncClient(
            headers={"User-Agent": USER_AGENT, **(headers or {})},
            timeout=httpx.Timeout(timeout, connect=min(timeout, 10)),
            verify=_verification(verify),
            proxy=proxy or None,
            trust_env=False,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
        )

    async def __aenter__(self) -> Self:
        await self._http.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.__aexit__(kind, error, trace)

    @property
    def cookies(self) -> httpx.Cookies:
        """The jar."""
        return self._http.cookies

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
    ) -> Answer:
        """Send one request and read its answer, at most `limit` bytes.

        `path` is joined to the base, unless it is an absolute URL. `server_name` is whose certificate is asked for
        where the URL names an address. Raises Unavailable for anything that kept the answer from arriving whole.
        """
        url = path if "://" in path else self.base + path
        extensions = {"sni_hostname": server_name} if server_name else None
        try:
            with anyio.fail_after(self._total):
                async with self._http.stream(
                    method,
                    url,
                    params=params,
                    data=data,
                    files=files,
                    json=json,
                    headers=headers,
                    extensions=extensions,
                ) as response:
                    body = await self._read(response, limit)
                    return Answer(response.status_code, response.headers, body, url.partition("?")[0])
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise self._unavailable(error) from error

    async def _read(self, response: httpx.Response, limit: int) -> bytes:
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > limit:
                raise Unanswered(
                    f"{self.name} sent more than {limit // MIB} MiB",
                    remedy="check that its URL is right; the answer was cut off",
                )
        return bytes(body)

    def _unavailable(self, error: Exception) -> Unavailable:
        where = f"{self.name} at {self.base}"
        match error:
            case httpx.ConnectTimeout() | httpx.PoolTimeout():
                return Unavailable(
                    f"{where} does not accept connections", remedy="is it running, and is the URL right?"
                )
            case httpx.TimeoutException() | TimeoutError():
                return Unanswered(f"{where} did not answer in time", remedy="it may be busy; we try again later")
            case httpx.ConnectError():
                return Unavailable(
                    f"{where} cannot be reached ({error})", remedy="is it running, and is the URL right?"
                )
            case httpx.InvalidURL() | httpx.UnsupportedProtocol():
                return Unavailable(f"{where} is not an address we can use", remedy="give a http:// or https:// URL")
            case _:
                return Unanswered(
                    f"{where} broke off ({str(error) or type(error).__name__})", remedy="we try again later"
                )


def _verification(verify: bool | str) -> bool | ssl.SSLContext:  # noqa: FBT001
    """What httpx verifies by: a path names a CA file of one's own."""
    if isinstance(verify, str):
        return ssl.create_default_context(cafile=verify)
    return verify
