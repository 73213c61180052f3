"""The daemon over HTTP: small and synchronous, so that a command starts quickly."""

import http.client
import json
import ssl
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from radarr.ports.errors import Conflict, Gone, PortError, Refused, Unauthorised, Unavailable

_TIMEOUT = 120.0
_START = "start it with `radarr run`, or say where it is with --url"
_HANGS = "it is there, but hangs or has too much to do: its log may say why"
_KINDS: dict[int, type[PortError]] = {404: Gone, 409: Conflict, 410: Gone, 429: Unavailable}
_UNAUTHORISED = frozenset({401, 403})

Query = Mapping[str, object]


class DaemonUnreachable(Unavailable):
    """Nothing answers where the daemon should be."""


class Remote:
    """One daemon. Every call returns the decoded JSON of the answer, None where it is empty.

    Raises DaemonUnreachable, and by the status of the answer Unauthorised, Gone, Conflict, Refused, Unavailable.
    """

    def __init__(self, url: str, key: str, *, timeout: float = _TIMEOUT) -> None:
        self.url = url.rstrip("/")
        self._key = key
        self._timeout = timeout

    def get(self, path: str, query: Query | None = None) -> object:
        return self._ask("GET", path, query, None)

    def post(self, path: str, body: object = None, query: Query | None = None) -> object:
        return self._ask("POST", path, query, body)

    def put(self, path: str, body: object = None, query: Query | None = None) -> object:
        return self._ask("PUT", path, query, body)

    def delete(self, path: str, body: object = None, query: Query | None = None) -> object:
        return self._ask("DELETE", path, query, body)

    def _ask(self, method: str, path: str, query: Query | None, body: object) -> object:
        parts = urlsplit(self.url)
        target = f"{parts.path}{path}"
        if query:
            target += "?" + urlencode({name: _parameter(value) for name, value in query.items() if value is not None})
        headers = {"X-Api-Key": self._key, "Accept": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json"
        connection = self._connection(parts.scheme, parts.hostname or "", parts.port)
        try:
            connection.request(method, target, data, headers)
            response = connection.getresponse()
            return self._answer(response.status, response.read())
        except TimeoutError as error:
            raise self._unreachable(f"did not answer within {self._timeout:g} s", _HANGS) from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise self._unreachable(f"does not answer ({reason})", _START) from error
        finally:
            connection.close()

    def _connection(self, scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
        if scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=self._timeout, context=ssl.create_default_context())
        return http.client.HTTPConnection(host, port, timeout=self._timeout)

    def _unreachable(self, what: str, remedy: str) -> DaemonUnreachable:
        return DaemonUnreachable(f"the daemon at {self.url} {what}", remedy=remedy)

    def _answer(self, status: int, data: bytes) -> object:
        try:
            content = json.loads(data) if data.strip() else None
        except ValueError as error:
            if status < http.HTTPStatus.BAD_REQUEST:
                raise self._stranger() from error
            content = None
        if status in _UNAUTHORISED:
            remedy = "give the right one with --api-key-file or $RADARR_API_KEY"
            raise Unauthorised(_message(content) or f"the daemon at {self.url} refuses the API key", remedy=remedy)
        if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Unavailable(_message(content) or f"the daemon at {self.url} failed (status {status})")
        if status == http.HTTPStatus.NOT_FOUND and not _message(content):
            raise self._stranger()
        if status >= http.HTTPStatus.BAD_REQUEST:
            kind = _KINDS.get(status, Refused)
            raise kind(_message(content) or f"the daemon at {self.url} refused (status {status})")
        if status >= http.HTTPStatus.MULTIPLE_CHOICES:
            raise self._stranger()
        return content

    def _stranger(self) -> Refused:
        return Refused(f"{self.url} answers, but not as this daemon does", remedy="check --url, port and URL base")


def _parameter(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _message(content: object) -> str:
    """What the daemon says: one message, or one for every field that it refuses."""
    if isinstance(content, list):
        return "; ".join(filter(None, map(_message, content)))
    if not isinstance(content, dict):
        return ""
    said = str(content.get("message") or content.get("errorMessage") or "")
    remedy = content.get("description")
    return f"{said}: {remedy}" if said and remedy else said
