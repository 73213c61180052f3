"""Makes settings of what was read; what cannot be one becomes a problem, and all problems are kept."""

import re
from collections.abc import Iterator
from typing import Any

from radarr.app.config.kinds import Hint
from radarr.app.config.literal import literal
from radarr.app.config.problem import DEFAULT, Origin, Problem
from radarr.app.config.raw import SECTIONS, Raw, Table
from radarr.app.config.root import Config, Value
from radarr.app.config.secret import HIDDEN
from radarr.app.config.setting import Section, Setting, settings
from radarr.app.config.suggest import did_you_mean

_USERINFO = re.compile(r"(?<=://)[^/@\s]*@")
_SHOWN = 120


class Decoder:
    """Decodes section by section, gathering problems and the values in force."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self.problems: list[Problem] = []
        self.values: list[Value] = []
        self.broken: set[str] = set()
        """Lists of which a member could not be decoded: the rest cannot be judged by place or name."""

    def decode(self) -> Config:
        """The configuration; where something is wrong its default stands in, so that the rest can be judged."""
        decoded: dict[str, Any] = {name: self._section(section) for name, section in SECTIONS.items()}
        return Config(**decoded)

    def _section(self, section: Section) -> object:
        if section.many:
            members = self._raw.arrays.get(section.name, [])
            decoded = (
                self._table(section, f"{section.name}[{at}]", table, origin)
                for at, (table, origin) in enumerate(members)
            )
            return tuple(member for member in decoded if member is not None)
        table = self._raw.tables.get(section.name, {})
        return self._table(section, section.name, table, DEFAULT)

    def _table(self, section: Section, path: str, table: Table, origin: Origin) -> object | None:
        if section.free:
            return dict(self._free(section, path, table))
        known = {item.key: item for item in settings(section.type)}
        for key in table.keys() - known.keys():
            remedy = did_you_mean(key, known) or "remove it"
            self.problems.append(Problem(f"{path}.{key}", "is no setting", remedy, None, table[key].origin))
        before = len(self.problems)
        arguments = dict(self._known(known, path, table, origin))
        if section.many and len(self.problems) > before:
            self.broken.add(section.name)
            return None
        return section.type(**arguments)  # type: ignore[no-any-return]

    def _known(self, known: dict[str, Setting], path: str, table: Table, origin: Origin) -> Iterator[tuple[str, Any]]:
        for key, setting in known.items():
            place = f"{path}.{key}"
            if key in table:
                yield from self._value(setting, place, key, *table[key])
            elif setting.required:
                example = f"write {key} = {literal(setting.example)}"
                self.problems.append(Problem(place, "is missing", example, None, origin))
            else:
                self.values.append(Value(place, setting.default, DEFAULT))

    def _free(self, section: Section, path: str, table: Table) -> Iterator[tuple[str, Any]]:
        if section.free is None:
            return
        for key, entry in table.items():
            setting = Setting(key, section.free, [1.0, 60.0, 150.0], "")
            yield from self._value(setting, f"{path}.{literal(key) if ' ' in key else key}", key, *entry)

    def _value(self, setting: Setting, place: str, key: str, raw: object, origin: Origin) -> Iterator[tuple[str, Any]]:
        try:
            decoded = setting.kind.decode(raw)
        except (ValueError, TypeError) as error:
            remedy = _remedy(setting, error)
            self.problems.append(
                Problem(place, f"expected {setting.kind.expected}", remedy, show(setting, raw), origin)
            )
        else:
            self.values.append(Value(place, HIDDEN if setting.kind.secret and raw else raw, origin))
            yield key, decoded


def _remedy(setting: Setting, error: Exception) -> str:
    """The kind's own hint, else an example; the messages of the standard library are no hints."""
    if isinstance(error, Hint) and str(error):
        return str(error)
    model = setting.example if setting.required or setting.example is not None else setting.default
    return f"for instance {setting.key} = {literal(model)}"


def show(setting: Setting, raw: object) -> str:
    """A value for a message: secrets and names in addresses hidden, long ones cut."""
    if setting.kind.secret:
        return HIDDEN
    text = _USERINFO.sub(f"{HIDDEN}@", literal(raw))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} ..."
