"""Conditions as Radarr writes them."""

from typing import Any

import pytest

from radarr.domain.formats.decode import decode_format
from radarr.domain.formats.encode import fields_of, implementation, label
from tests.unit.domain.formats.shared import extra_formats, needs_shared, trash_formats


def written(name: str, conditions: Any) -> dict[str, Any]:
    specifications = [
        {
            "name": condition.name,
            "implementation": implementation(condition.test),
            "negate": condition.negate,
            "required": condition.required,
            "fields": fields_of(condition.test),
        }
        for condition in conditions
    ]
    return {"name": name, "specifications": specifications}


@pytest.mark.parametrize(
    ("kind", "fields", "called"),
    [
        ("ReleaseTitleSpecification", {"value": r"\bx265\b"}, "Release Title"),
        ("EditionSpecification", {"value": "IMAX"}, "Edition"),
        ("LanguageSpecification", {"value": 4, "exceptLanguage": True}, "Language"),
        ("IndexerFlagSpecification", {"value": 32}, "Indexer Flag"),
        ("SourceSpecification", {"value": 7}, "Source"),
        ("ResolutionSpecification", {"value": 2160}, "Resolution"),
        ("QualityModifierSpecification", {"value": 5}, "Quality Modifier"),
        ("SizeSpecification", {"min": 1.5, "max": 20.0}, "Size"),
        ("ReleaseGroupSpecification", {"value": "^GRP$"}, "Release Group"),
        ("YearSpecification", {"min": 1950, "max": 1960}, "Year"),
    ],
)
def test_each_kind_of_condition_is_written_as_it_was_read(kind: str, fields: dict[str, Any], called: str) -> None:
    specification = {"name": "it", "implementation": kind, "negate": True, "required": False, "fields": fields}
    read = decode_format({"name": "X", "specifications": [specification]})
    assert written("X", read.conditions)["specifications"] == [specification]
    assert label(read.conditions[0].test) == called


@needs_shared
def test_every_format_of_the_guides_is_the_same_when_it_is_written_and_read_again() -> None:
    for each in (*trash_formats(), *extra_formats()):
        assert decode_format(written(each.name, each.conditions)).conditions == each.conditions
