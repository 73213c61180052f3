"""The text of a new configuration file: what a person must look at stands live, the rest as comments."""

from collections.abc import Iterator

from radarr.app.config.literal import literal
from radarr.app.config.root import Config
from radarr.app.config.setting import Section, Setting, sections, settings

_HEAD = """\
# Configuration of the radarr daemon. A line that starts with # shows a default: take the # away to change it.
# `radarr config show` prints what is in force. Every key can be given as an environment variable instead
# (RADARR__PROWLARR__API_KEY, or RADARR__PROWLARR__API_KEY_FILE for a file that holds it).
"""
_COLUMN = 36


def template() -> str:
    """TOML text, which loads to the defaults and the examples of the live keys."""
    declared = sorted(sections(Config), key=lambda section: not _live(section))
    return "\n".join([_HEAD, *(line for section in declared for line in _section(section))])


def _live(section: Section) -> bool:
    return not section.free and any(setting.live for setting in settings(section.type))


def _section(section: Section) -> Iterator[str]:
    # a live header keeps a key that is uncommented later in its own section
    mark = "# " if section.many or section.free or section.later else ""
    header = f"[[{section.name}]]" if section.many else f"[{section.name}]"
    later = " (no effect yet)" if section.later else ""
    yield f"# --- {section.doc}{later}"
    yield f"{mark}{header}"
    if section.free:
        yield f"# {section.example}"
    else:
        yield from (_line(setting) for setting in settings(section.type))
    yield ""


def _line(setting: Setting) -> str:
    value = setting.example if setting.example is not None else setting.default
    assigned = f"{'' if setting.live else '# '}{setting.key} = {literal(value)}"
    return f"{assigned:<{_COLUMN}} # {setting.doc}"
