"""What was read, before anyone judges it: values with their origins, by section."""

from dataclasses import dataclass, field
from typing import NamedTuple

from radarr.app.config.problem import Origin, Problem
from radarr.app.config.root import Config
from radarr.app.config.setting import Section, Setting, sections, settings

SECTIONS: dict[str, Section] = {section.name: section for section in sections(Config)}


class Entry(NamedTuple):
    """A value as TOML or a text source holds it, and where it stands."""

    value: object
    origin: Origin


Table = dict[str, Entry]


@dataclass(slots=True)
class Raw:
    """Collects what the sources say, later ones over earlier ones, and what is wrong with them."""

    tables: dict[str, Table] = field(default_factory=dict)
    arrays: dict[str, list[tuple[Table, Origin]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def find_setting(section: str, key: str) -> Setting | None:
    """A key of a section that holds settings, if there is such a one."""
    known = SECTIONS.get(section)
    if known is None or known.free or known.many:
        return None
    return next((item for item in settings(known.type) if item.key == key), None)
