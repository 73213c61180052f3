"""Reads environment variables and systemd's credentials.

`RADARR__SECTION__KEY` beats `RADARR__SECTION__KEY_FILE` (a file that holds the value), which beats a credential,
which beats the files. Radarr reads variables with the same prefix; those that mean the same here are understood,
those that mean nothing here are mentioned, and its database is refused.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from radarr.app.config.problem import Origin, Problem
from radarr.app.config.raw import SECTIONS, Entry, Raw, find_setting
from radarr.app.config.setting import settings
from radarr.app.config.suggest import did_you_mean

PREFIX = "RADARR__"
_RADARRS = {
    ("auth", "apikey"): ("server", "api_key"),
    ("server", "bindaddress"): ("server", "host"),
    ("server", "urlbase"): ("server", "url_base"),
}
_WITHOUT_MEANING = frozenset({"app", "auth", "update"})
_SERVER_WITHOUT_MEANING = frozenset({"enablessl", "sslport", "sslcertpath", "sslcertpassword", "launchbrowser"})
_LOG_WITHOUT_MEANING = frozenset(
    {"analyticsenabled", "rotate", "sizelimit", "sql", "consolelevel", "consoleformat", "dbenabled"}
    | {"filtersentryevents", "syslogserver", "syslogport", "sysloglevel"}
)


def read_environment(raw: Raw, environ: Mapping[str, str]) -> None:
    """Add the environment over what the files said."""
    _read_credentials(raw, environ.get("CREDENTIALS_DIRECTORY", ""))
    for name, section, key, text in sorted(_variables(environ), key=_weakest_first):
        if section == "postgres":
            remedy = "unset it here, and set RADARR__DATABASE__URL to a database of our own"
            problem = Problem("", "is Radarr's own database and is not touched", remedy, None, _variable(name))
            raw.problems.append(problem)
        elif _means_nothing(section, key):
            raw.notices.append(f"{name} is Radarr's and means nothing here")
        else:
            _read_variable(raw, name, *_RADARRS.get((section, key), (section, key)), text)


def _variables(environ: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    for name, text in environ.items():
        if name.upper().startswith(PREFIX):
            section, _, key = name[len(PREFIX) :].lower().partition("__")
            yield name, section, key, text


def _weakest_first(variable: tuple[str, str, str, str]) -> tuple[int, str]:
    """Files of values, then Radarr's names, then ours."""
    name, section, key, _ = variable
    return (2 if find_setting(section, key) else 1 if (section, key) in _RADARRS else 0, name)


def _variable(name: str) -> Origin:
    return Origin("environment", name)


def _means_nothing(section: str, key: str) -> bool:
    if (section, key) in _RADARRS or (section, key.removesuffix("_file")) in _RADARRS:
        return False
    others = {"server": _SERVER_WITHOUT_MEANING, "log": _LOG_WITHOUT_MEANING}.get(section, frozenset())
    return section in _WITHOUT_MEANING or key in others


def _read_variable(raw: Raw, name: str, section: str, key: str, text: str) -> None:
    if (section, key) == ("server", "host") and text == "*":
        text = "0.0.0.0"  # noqa: S104 - Radarr's word for it, chosen by the user
    if find_setting(section, key):
        _put(raw, section, key, text, _variable(name))
    elif key.endswith("_file") and find_setting(section, key.removesuffix("_file")):
        _put_file(raw, section, key.removesuffix("_file"), Path(text), _variable(name))
    else:
        raw.problems.append(Problem("", "is no setting", _hint(section, key), None, _variable(name)))


def _hint(section: str, key: str) -> str:
    known = SECTIONS.get(section)
    if known is None:
        return did_you_mean(section, SECTIONS) or "unset it"
    if known.many or known.free:
        return f"{section} can be set in the file only"
    return did_you_mean(key, (item.key for item in settings(known.type))) or "unset it"


def _put(raw: Raw, section: str, key: str, text: str, origin: Origin) -> None:
    setting = find_setting(section, key)
    if setting is not None:
        raw.tables.setdefault(section, {})[key] = Entry(setting.kind.from_text(text), origin)


def _put_file(raw: Raw, section: str, key: str, path: Path, origin: Origin) -> None:
    try:
        text = path.read_bytes().decode().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        remedy = "check its path, owner and mode"
        raw.problems.append(Problem(f"{section}.{key}", f"cannot read {path}: {reason}", remedy, None, origin))
    else:
        _put(raw, section, key, text, origin)


def _read_credentials(raw: Raw, directory: str) -> None:
    """Files named like `prowlarr.api_key`; others there are other people's."""
    if not directory:
        return
    for path in sorted(Path(directory).glob("*.*")):
        section, _, key = path.name.partition(".")
        origin = Origin("credential", path.name)
        if find_setting(section, key):
            _put_file(raw, section, key, path, origin)
        elif section in SECTIONS:
            raw.problems.append(Problem("", "is no setting", _hint(section, key), None, origin))
