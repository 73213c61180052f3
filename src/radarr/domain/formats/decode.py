"""Makes custom formats of decoded JSON: Radarr's export, its API's form and TRaSH's files.

They differ in `fields`, an object or a list of objects with name and value, and in keys that do not say what matches.
"""

from collections.abc import Iterable, Mapping

from radarr.domain.formats.conditions import Condition
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import PatternError
from radarr.domain.formats.specification import SpecificationError, boolean, read_test


class FormatError(ValueError):
    """A custom format that cannot be used; the text names it, its condition where it has one, and what is wrong."""

    def __init__(self, format_name: str, condition_name: str, problem: str) -> None:
        where = f"custom format {format_name!r}" + (f", condition {condition_name!r}" if condition_name else "")
        super().__init__(f"{where}: {problem}")
        self.format_name, self.condition_name, self.problem = format_name, condition_name, problem


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
        negate, required = (boolean(specification, key) for key in ("negate", "required"))
        return Condition(name, read_test(specification), negate, required)
    except (SpecificationError, PatternError) as e:
        raise FormatError(format_name, name, str(e)) from e
