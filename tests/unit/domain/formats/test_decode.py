import copy

import pytest

from radarr.domain.formats.conditions import Condition, LanguageIs, SizeWithin, SourceIs, TitleMatches, YearWithin
from radarr.domain.formats.decode import FormatError, decode_format, decode_formats
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.quality import Source


def specification(implementation: str, fields: object, **more: object) -> dict:
    return {"name": "c", "implementation": implementation, "negate": False, "required": False, "fields": fields} | more


def resource(*specifications: object, **more: object) -> dict:
    return {"name": "f", "specifications": list(specifications)} | more


def test_an_export_a_guides_file_and_the_apis_form_say_the_same() -> None:
    export = resource(
        specification("ReleaseTitleSpecification", {"value": r"\bx265\b"}, negate=True, required=True),
        specification("LanguageSpecification", {"value": 4, "exceptLanguage": True}),
        includeCustomFormatWhenRenaming=True,
    )
    api = copy.deepcopy(export) | {"id": 7}
    for each in api["specifications"]:
        each["fields"] = [{"order": 0, "name": k, "value": v, "type": "x"} for k, v in each["fields"].items()]
        each |= {"infoLink": "about:blank", "implementationName": "Shown"}
    guides = export | {"trash_id": "ab12", "trash_scores": {"default": -10, "german": 20}, "trash_regex": "about:blank"}

    decoded = decode_format(export)
    assert decoded.conditions == (
        Condition("c", TitleMatches(compile_pattern(r"\bx265\b")), negate=True, required=True),
        Condition("c", LanguageIs("German", others=True)),
    )
    assert decoded.include_when_renaming
    assert decode_format(api) == decoded
    assert decode_format(guides) == decoded._replace(trash_id="ab12", trash_scores=(("default", -10), ("german", 20)))


def test_numbers_may_be_written_as_text() -> None:
    conditions = decode_format(
        resource(
            specification("SourceSpecification", {"value": "7"}),
            specification("SizeSpecification", {"min": "0.5", "max": 2}),
            specification("YearSpecification", {"min": 1999, "max": 2005.0}),
        )
    ).conditions
    assert [each.test for each in conditions] == [
        SourceIs(Source.WEBDL),
        SizeWithin(0.5, 2),
        YearWithin(1999, 2005),
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param(
            specification("ReleaseTitleSpecification", {"value": "(a"}), "not closed", id="brackets left open"
        ),
        pytest.param(specification("ReleaseTitleSpecification", {"value": ""}), "empty", id="an empty pattern"),
        pytest.param(specification("ReleaseTitleSpecification", {"value": 1}), "not a pattern", id="a number"),
        pytest.param(specification("BitrateSpecification", {"value": 1}), "'BitrateSpecification'", id="unknown kind"),
        pytest.param(specification("SourceSpecification", {"valeu": 1}), "'valeu'", id="unknown field"),
        pytest.param(specification("SourceSpecification", {"value": 77}), "77 is no source", id="unknown source"),
        pytest.param(specification("QualityModifierSpecification", {"value": 9}), "modifier", id="unknown modifier"),
        pytest.param(specification("LanguageSpecification", {"value": 999}), "999", id="unknown language"),
        pytest.param(specification("IndexerFlagSpecification", {"value": 0}), "0 is no", id="no flag"),
        pytest.param(specification("ResolutionSpecification", {}), "`value` is None", id="no value"),
        pytest.param(specification("ResolutionSpecification", {"value": 10.5}), "10.5", id="half a line"),
        pytest.param(specification("SizeSpecification", {"min": 9, "max": 1}), "no range", id="a range backwards"),
        pytest.param(specification("SizeSpecification", 5), "`fields`", id="no fields"),
        pytest.param(specification("SourceSpecification", {"value": 7}, negate="no"), "`negate`", id="no truth"),
    ],
)
def test_what_is_wrong_is_said_with_format_and_condition(wrong: object, said: str) -> None:
    with pytest.raises(FormatError, match=said) as caught:
        decode_format(resource(wrong))
    assert str(caught.value).startswith("custom format 'f', condition 'c': ")


@pytest.mark.parametrize(
    "wrong",
    [
        5,
        {},
        {"name": " "},
        resource(),
        resource(5),
        resource({"fields": {}}),
        resource(trash_scores=1),
        {"name": "f", "specifications": {}},
    ],
)
def test_what_is_no_format_is_an_error(wrong: object) -> None:
    with pytest.raises(FormatError):
        decode_format(wrong)


def test_two_formats_of_one_name_are_an_error() -> None:
    one = resource(specification("SourceSpecification", {"value": 7}))
    with pytest.raises(FormatError, match="'f': there is another"):
        decode_formats([one, one])
