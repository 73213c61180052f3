"""Where the daemon is and what its key is: options, then the environment, then the configuration."""

from pathlib import Path
from urllib.parse import urlsplit

from radarr.app.cli.session import Session
from radarr.app.remote import DaemonUnreachable, Remote
from radarr.ports.errors import NotPermitted, Refused, Unauthorised

_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1", "*": "127.0.0.1", "": "127.0.0.1"}  # noqa: S104 - to reach it, not to bind


def remote(session: Session) -> Remote:
    """The daemon that a session means; the configuration is read only for what is not said otherwise."""
    url = session.url or session.environ.get("RADARR_URL") or _configured_url(session)
    parts = urlsplit(url)
    if parts.username is not None:
        raise Refused(
            f"the address of the daemon at {parts.hostname} holds a name or password", remedy="it needs its key alone"
        )
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Refused(f"{url} is no address of a daemon", remedy="write it like http://127.0.0.1:7878")
    return Remote(url, _key(session))


def _configured_url(session: Session) -> str:
    server = session.config().server
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
    given = session.environ.get("RADARR_API_KEY") or session.config().server.api_key.reveal()
    if given:
        return given
    kept = session.state_dir() / "api_key"
    if not kept.exists():
        raise Unauthorised(
            f"no API key is known: {kept} is not there",
            remedy="start the daemon once, or give its key with --api-key-file or $RADARR_API_KEY",
        )
    return read_key(kept)


def read_key(path: Path) -> str:
    """The key in a file. Raises NotPermitted."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not text"
        raise NotPermitted(
            f"the API key cannot be read from {path}: {reason}", remedy="read it as the daemon's user"
        ) from error
