"""Makes tests of the specifications in custom formats' JSON: the names that Radarr gives kinds and their fields."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from radarr.domain.formats.conditions import (
    EditionMatches,
    FlagIs,
    GroupMatches,
    LanguageIs,
    ModifierIs,
    ResolutionIs,
    SizeWithin,
    SourceIs,
    Test,
    TitleMatches,
    YearWithin,
)
from radarr.domain.formats.dialect import Pattern, compile_pattern
from radarr.domain.languages import LANGUAGES
from radarr.domain.quality import Modifier, Source

Fields = Mapping[str, object]


class SpecificationError(ValueError):
    """What is wrong with a specification, before it is known whose it is."""


class _Kind(NamedTuple):
    """The fields that a kind of condition may have, and what makes a test of them."""

    fields: frozenset[str]
    read: Callable[[Fields], Test]


def read_test(specification: Fields) -> Test:
    """The test of a decoded specification. `SpecificationError` or `PatternError` when it is wrong."""
    implementation = specification.get("implementation")
    kind = _KINDS.get(implementation) if isinstance(implementation, str) else None
    if kind is None:
        raise SpecificationError(
            f"{implementation!r} is no kind of condition (`implementation`): use one of {', '.join(_KINDS)}"
        )
    fields = _fields(specification.get("fields"))
    if unknown := sorted(fields.keys() - kind.fields):
        raise SpecificationError(
            f"{implementation} has no field {unknown[0]!r}: it has {', '.join(sorted(kind.fields))}"
        )
    return kind.read(fields)


def _fields(fields: object) -> Fields:
    if isinstance(fields, Mapping):
        return fields
    if isinstance(fields, list) and all(isinstance(each, Mapping) and "name" in each for each in fields):
        return {str(each["name"]): each.get("value") for each in fields}
    raise SpecificationError("its `fields` are neither an object nor a list of objects with name and value")


def boolean(fields: Fields, key: str) -> bool:
    """A field that is true or false, or left out."""
    value = fields.get(key, False)
    if value is None or isinstance(value, bool):
        return bool(value)
    raise SpecificationError(f"`{key}` is {value!r}, not true or false")


def _number(fields: Fields, key: str) -> float:
    value = fields.get(key)
    try:
        if isinstance(value, int | float | str) and not isinstance(value, bool):
            return float(value)
    except ValueError:
        pass
    raise SpecificationError(f"`{key}` is {value!r}, not a number")


def _whole(fields: Fields, key: str = "value") -> int:
    number = _number(fields, key)
    if number != number // 1:
        raise SpecificationError(f"`{key}` is {number:g}, not a whole number")
    return int(number)


def _range(fields: Fields) -> tuple[float, float]:
    least, most = _number(fields, "min"), _number(fields, "max")
    if not 0 <= least <= most < float("inf"):
        raise SpecificationError(f"from `min` {least:g} to `max` {most:g} is no range")
    return least, most


def _pattern(fields: Fields) -> Pattern:
    value = fields.get("value")
    if not isinstance(value, str):
        raise SpecificationError(f"`value` is {value!r}, not a pattern")
    return compile_pattern(value)


def _language(fields: Fields) -> LanguageIs:
    number = _whole(fields)
    name = next((language.name for language in LANGUAGES if language.id == number), None)
    if name is None:
        raise SpecificationError(f"{number} is no language's id")
    return LanguageIs(name, boolean(fields, "exceptLanguage"))


def _source(fields: Fields) -> SourceIs:
    number = _whole(fields)
    if number not in set(Source):
        raise SpecificationError(f"{number} is no source")
    return SourceIs(Source(number))


def _modifier(fields: Fields) -> ModifierIs:
    number = _whole(fields)
    if number not in set(Modifier):
        raise SpecificationError(f"{number} is no quality modifier")
    return ModifierIs(Modifier(number))


def _flag(fields: Fields) -> FlagIs:
    bit = _whole(fields)
    if bit <= 0:
        raise SpecificationError(f"{bit} is no indexer flag")
    return FlagIs(bit)


def _year(fields: Fields) -> YearWithin:
    _range(fields)
    return YearWithin(_whole(fields, "min"), _whole(fields, "max"))


_VALUE, _ENDS = frozenset({"value"}), frozenset({"min", "max"})
_KINDS: dict[str, _Kind] = {
    "ReleaseTitleSpecification": _Kind(_VALUE, lambda fields: TitleMatches(_pattern(fields))),
    "EditionSpecification": _Kind(_VALUE, lambda fields: EditionMatches(_pattern(fields))),
    "LanguageSpecification": _Kind(_VALUE | {"exceptLanguage"}, _language),
    "IndexerFlagSpecification": _Kind(_VALUE, _flag),
    "SourceSpecification": _Kind(_VALUE, _source),
    "ResolutionSpecification": _Kind(_VALUE, lambda fields: ResolutionIs(_whole(fields))),
    "QualityModifierSpecification": _Kind(_VALUE, _modifier),
    "SizeSpecification": _Kind(_ENDS, lambda fields: SizeWithin(*_range(fields))),
    "ReleaseGroupSpecification": _Kind(_VALUE, lambda fields: GroupMatches(_pattern(fields))),
    "YearSpecification": _Kind(_ENDS, _year),
}
