"""What answers mean that are about the way to qBittorrent, not about torrents."""

from http import HTTPStatus

from radarr.adapters.transport.client import Answer
from radarr.ports.errors import PortError, Unauthorised, Unavailable

NO_SESSION = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_HTML = "text/html"
_URL = "check qbittorrent.url: it should be the address of qBittorrent's Web UI, with the path that a proxy gives it"


def checked(answer: Answer) -> Answer:
    """The answer, if qBittorrent itself gave it. Raises Unavailable, and Unauthorised for 401."""
    if error := _trouble(answer):
        raise error
    return answer


def succeeded(answer: Answer) -> Answer:
    """The answer of a call that cannot fail in an API that we know. Raises Unavailable."""
    if answer.status >= HTTPStatus.BAD_REQUEST:
        raise Unavailable(
            f"{answer.url} answered HTTP {answer.status}",
            remedy="check that qbittorrent.url leads to qBittorrent 4.1 or later",
        )
    return answer


def _trouble(answer: Answer) -> PortError | None:
    if answer.status == HTTPStatus.UNAUTHORIZED:
        return at_the_door(answer)
    if HTTPStatus.MULTIPLE_CHOICES <= answer.status < HTTPStatus.BAD_REQUEST:
        return answer.blame(Unavailable(f"{answer.url} leads elsewhere (HTTP {answer.status})", remedy=_URL))
    if answer.content_type == _HTML:
        error = Unavailable(f"{answer.url} answered with a web page (HTTP {answer.status})", remedy=_URL)
        return answer.blame(error)
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Unavailable(
            f"qBittorrent answered HTTP {answer.status}",
            remedy="it or the proxy before it is in trouble; we try again later",
            retry_after=answer.retry_after,
        )
    return None


def at_the_door(answer: Answer) -> Unauthorised:
    """401 where no password is in question: a proxy's own, or qBittorrent's checks of the address we came by."""
    if "basic" in answer.headers.get("www-authenticate", "").lower():
        return Unauthorised(
            f"a proxy before qBittorrent wants a password of its own at {answer.url}",
            remedy="let the daemon pass it, or give qBittorrent's own address as qbittorrent.url",
        )
    return Unauthorised(
        f"qBittorrent does not accept the address that we reach it by ({answer.url})",
        remedy="the port in qbittorrent.url must be the one that qBittorrent listens on: map a container's port to the "
        "same number, or switch off 'Host header validation' (Options, Web UI); a proxy must pass the Host header on",
    )


def no_session(*, secure_cookie_lost: bool) -> Unauthorised:
    """403 straight after a login."""
    remedy = (
        "qBittorrent marks its cookie for HTTPS only: give an https:// address as qbittorrent.url"
        if secure_cookie_lost
        else "something between us and qBittorrent drops its cookie; give its own address as qbittorrent.url"
    )
    return Unauthorised("qBittorrent let us log in, but does not know us afterwards", remedy=remedy)
