from collections.abc import Callable

import pytest

from radarr.domain.formats.custom_format import CustomFormat, matching, score_set
from tests.unit.domain.formats.shared import answers, extra_formats, needs_shared, trash_formats

Loader = Callable[[], tuple[CustomFormat, ...]]


@needs_shared
def test_every_format_of_the_guides_loads() -> None:
    formats = trash_formats()
    assert len(formats) == 242
    assert score_set(formats)["BR-DISK"] == -10000
    assert score_set(formats, "german")["BR-DISK"] == -35000
    assert score_set(formats, "no such set") == score_set(formats)


@needs_shared
@pytest.mark.parametrize(
    ("formats", "file", "step"),
    [
        pytest.param(trash_formats, "formats.jsonl", 10, id="guides"),
        pytest.param(extra_formats, "formats_extra.jsonl", 3, id="kinds the guides do not use"),
    ],
)
def test_the_formats_that_match_are_those_that_radarr_finds(formats: Loader, file: str, step: int) -> None:
    loaded = formats()
    for inputs, expected in list(answers(file))[::step]:
        assert [each.name for each in matching(loaded, inputs)] == expected, inputs
