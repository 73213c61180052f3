"""Makes custom formats of decoded JSON: Radarr's export, its API's form and TRaSH's files.

They differ in `fields`, an object or a list of objects with name and value, and in keys that do not say what matches.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from radarr.domain.formats.conditions import (
    Condition,
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
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import Pattern, PatternError, compile_pattern
from radarr.domain.languages import LANGUAGES
from radarr.domain.quality import Modifier, Source

Fields = Mapping[str, object]


class FormatError(ValueError):
    """A custom format that cannot be used; the text names it, its condition where it has one, and what is wrong."""

    def __init__(self, format_name: str, condition_name: str, problem: str) -> None:
        where = f"custom format {format_name!r}" + (f", condition {condition_name!r}" if condition_name else "")
        super().__init__(f"{where}: {problem}")
        self.format_name, self.condition_name, self.problem = format_name, condition_name, problem


class _Wrong(ValueError):
    """What is wrong, before it is known where."""


class _Kind(NamedTuple):
    """The fields that a kind of condition may have, and what makes a test of them."""

    fields: frozenset[str]
    read: Callable[[Fields], Test]


def decode_formats(resources: Iterable[object]) -> tuple[CustomFormat, ...]:
    """Formats of decoded JSON objects, by name. `FormatError` for the first that is wrong, or whose name is taken."""
    formats: dict[str, CustomFormat] = {}
    for resource in resources:
        decoded = decode_format(resource)
        if decoded.name in formats:
            raise FormatError(decoded.name, "", "there is another of this name; rename one")
        formats[decoded.name] = decoded
    return tuple(formats[name] for name in sorted(formats))


def decode_format(resource: object) -> CustomFormat:
    """A format of one decoded JSON object; keys that are not known are left out. `FormatError` when it is wrong."""
    if not isinstance(resource, Mapping):
        raise FormatError("?", "", "it is no JSON object")
    name = resource.get("name")
    if not isinstance(name, str) or not name.strip():
        raise FormatError("?", "", "it has no name")
    specifications = resource.get("specifications")
    if not isinstance(specifications, list) or not specifications:
        raise FormatError(name, "", "it has no conditions (`specifications`)")
    conditions = tuple(_condition(name, specification) for specification in specifications)
    return CustomFormat(
        name,
        conditions,
        resource.get("includeCustomFormatWhenRenaming") is True,
        str(resource.get("trash_id", "")),
        _scores(name, resource.get("trash_scores", {})),
    )


def _scores(name: str, scores: object) -> tuple[tuple[str, int], ...]:
    if not isinstance(scores, Mapping) or not all(type(each) is int for each in scores.values()):
        raise FormatError(name, "", "its `trash_scores` are no whole numbers by score set")
    return tuple(scores.items())


def _condition(format_name: str, specification: object) -> Condition:
    if not isinstance(specification, Mapping):
        raise FormatError(format_name, "?", "it is no JSON object")
    name = str(specification.get("name") or "")
    if not name.strip():
        raise FormatError(format_name, "?", "it has no name")
    try:
        negate, required = (_boolean(specification, key) for key in ("negate", "required"))
        return Condition(name, _test(specification), negate, required)
    except (_Wrong, PatternError) as e:
        raise FormatError(format_name, name, str(e)) from e


def _test(specification: Fields) -> Test:
    implementation = specification.get("implementation")
    kind = _KINDS.get(implementation) if isinstance(implementation, str) else None
    if kind is None:
        raise _Wrong(f"{implementation!r} is no kind of condition (`implementation`): use one of {', '.join(_KINDS)}")
    fields = _fields(specification.get("fields"))
    if unknown := sorted(fields.keys() - kind.fields):
        raise _Wrong(f"{implementation} has no field {unknown[0]!r}: it has {', '.join(sorted(kind.fields))}")
    return kind.read(fields)


def _fields(fields: object) -> Fields:
    if isinstance(fields, Mapping):
        return fields
    if isinstance(fields, list) and all(isinstance(each, Mapping) and "name" in each for each in fields):
        return {str(each["name"]): each.get("value") for each in fields}
    raise _Wrong("its `fields` are neither an object nor a list of objects with name and value")


def _boolean(fields: Fields, key: str) -> bool:
    value = fields.get(key, False)
    if value is None or isinstance(value, bool):
        return bool(value)
    raise _Wrong(f"`{key}` is {value!r}, not true or false")


def _number(fields: Fields, key: str) -> float:
    value = fields.get(key)
    try:
        if isinstance(value, int | float | str) and not isinstance(value, bool):
            return float(value)
    except ValueError:
        pass
    raise _Wrong(f"`{key}` is {value!r}, not a number")


def _whole(fields: Fields, key: str = "value") -> int:
    number = _number(fields, key)
    if number != number // 1:
        raise _Wrong(f"`{key}` is {number:g}, not a whole number")
    return int(number)


def _range(fields: Fields) -> tuple[float, float]:
    least, most = _number(fields, "min"), _number(fields, "max")
    if not 0 <= least <= most < float("inf"):
        raise _Wrong(f"from `min` {least:g} to `max` {most:g} is no range")
    return least, most


def _pattern(fields: Fields) -> Pattern:
    value = fields.get("value")
    if not isinstance(value, str):
        raise _Wrong(f"`value` is {value!r}, not a pattern")
    return compile_pattern(value)


def _language(fields: Fields) -> LanguageIs:
    number = _whole(fields)
    name = next((language.name for language in LANGUAGES if language.id == number), None)
    if name is None:
        raise _Wrong(f"{number} is no language's id")
    return LanguageIs(name, _boolean(fields, "exceptLanguage"))


def _source(fields: Fields) -> SourceIs:
    number = _whole(fields)
    if number not in set(Source):
        raise _Wrong(f"{number} is no source")
    return SourceIs(Source(number))


def _modifier(fields: Fields) -> ModifierIs:
    number = _whole(fields)
    if number not in set(Modifier):
        raise _Wrong(f"{number} is no quality modifier")
    return ModifierIs(Modifier(number))


def _flag(fields: Fields) -> FlagIs:
    bit = _whole(fields)
    if bit <= 0:
        raise _Wrong(f"{bit} is no indexer flag")
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
