"""Where the daemon is and what its key is: options, then the environment, then the configuration."""

from pathlib import Path
from urllib.parse import urlsplit

import click

from radarr.app.cli.session import Session
from radarr.app.remote import DaemonUnreachable, Remote
from radarr.ports.errors import NotPermitted, Refused, Unauthorised

_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1", "*": "127.0.0.1", "": "127.0.0.1"}  # noqa: S104 - to reach it, not to bind


def remote(session: Session) -> Remote:
    """The daemon that a session means; the configuration is read only for what is not said otherwise."""
    url = session.url or session.environ.get("RADARR_URL") or _configured_url(session)
    _check(url)
    return Remote(url, _key(session))


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises ValueError where it is none
    except ValueError:
        parts = urlsplit("")
    if parts.username is not None:
        raise click.UsageError(
            f"the address of the daemon at {parts.hostname} holds a name or password; it needs its key alone: "
            "give that with --api-key-file"
        )
    sendable = url.isascii() and url.isprintable() and " " not in url
    if parts.scheme not in {"http", "https"} or not parts.hostname or not sendable:
        raise click.UsageError(f"{url!r} is no address of a daemon: write it like http://127.0.0.1:7878")


def _configured_url(session: Session) -> str:
    server = session.config(formats=False).server
    if not server.port:
        return _chosen_url(session)
    host = _ANY.get(server.host, server.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{server.port}{server.url_base}"


def _chosen_url(session: Session) -> str:
    """Where a daemon that may take any free port has written that it listens."""
    written = session.state_dir() / "address"
    try:
        return written.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise DaemonUnreachable(
            "the daemon takes any free port, and has not said which", remedy="start it with `radarr run`"
        ) from error


def _key(session: Session) -> str:
    if session.api_key_file:
        return read_key(Path(session.api_key_file))
    if given := session.environ.get("RADARR_API_KEY", "").strip():
        return _sound(given, "$RADARR_API_KEY")
    if given := session.config(formats=False).server.api_key.reveal():
        return _sound(given, "server.api_key")
    kept = session.state_dir() / "api_key"
    try:
        return read_key(kept)
    except NotPermitted as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
        raise Unauthorised(
            f"no API key is known: {kept} is not there",
            remedy="start the daemon once, or give its key with --api-key-file or $RADARR_API_KEY",
        ) from error


def read_key(path: Path) -> str:
    """The key in a file. Raises NotPermitted, Refused."""
    try:
        key = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not text"
        raise NotPermitted(
            f"{path} cannot be read ({reason}), and holds the API key", remedy="read it as the daemon's user"
        ) from error
    return _sound(key, str(path))


def _sound(key: str, where: str) -> str:
    """A key that can be sent; what is none is not told, since it may hold one."""
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise Refused(f"{where} holds no API key", remedy="it is one word, as `radarr key show` prints it")
    return key
