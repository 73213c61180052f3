"""Which configuration file, and which state folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from radarr.app.config.problem import ConfigError, Origin, Problem

_FILE = Path("radarr/radarr.toml")
_SYSTEM = (Path("/etc/radarr/radarr.toml"), Path("/etc/radarr-daemon/radarr.toml"))


def config_path(given: str | None, environ: Mapping[str, str]) -> Path | None:
    """The configuration file to read, None where there is none.

    One that is named, by option or $RADARR_CONFIG, must exist: raises ConfigError.
    """
    named = given or environ.get("RADARR_CONFIG")
    if not named:
        return next((path for path in _places(environ) if _is_file(path)), None)
    path = Path(named).expanduser().absolute()
    if not _is_file(path, hidden=True):
        problem = Problem("", "there is no such file", "`radarr init` writes one", None, Origin("file", str(path)))
        raise ConfigError((problem,))
    return path


def _is_file(path: Path, *, hidden: bool = False) -> bool:
    """`hidden` is the answer where we may not look: a named one is then found to be unreadable when it is read."""
    try:
        return path.is_file()
    except PermissionError:
        return hidden


def new_config_path(given: str | None, environ: Mapping[str, str]) -> Path:
    """Where a new configuration file belongs."""
    named = given or environ.get("RADARR_CONFIG")
    return Path(named).expanduser().absolute() if named else next(_places(environ))


def state_dir(given: str | None, environ: Mapping[str, str]) -> Path:
    """The folder for what the daemon keeps; not made here."""
    # systemd separates several state directories by colons
    named = given or environ.get("RADARR_STATE_DIR") or environ.get("STATE_DIRECTORY", "").partition(":")[0]
    if named:
        return Path(named).expanduser().absolute()
    return (_xdg(environ, "XDG_STATE_HOME") or _home(environ) / ".local/state") / "radarr"


def _places(environ: Mapping[str, str]) -> Iterator[Path]:
    xdg = _xdg(environ, "XDG_CONFIG_HOME")
    if xdg:
        yield xdg / _FILE
    yield _home(environ) / ".config" / _FILE
    yield from _SYSTEM


def _xdg(environ: Mapping[str, str], name: str) -> Path | None:
    """A folder named by the XDG rules, which say to pass over what is not absolute."""
    text = environ.get(name, "")
    return Path(text) if text.startswith("/") else None


def _home(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("HOME") or "~").expanduser()
