"""What is wrong with a checkout is told in words."""

from pathlib import Path

import pytest

from tests.unit.app.trash.guides import condition, custom_format
from tests.unit.app.trash.place import Place


def test_a_format_that_cannot_be_compiled_is_named_and_can_be_left_out(place: Place) -> None:
    place.move(**{"cf__bad.json": custom_format("Bad", condition("it", "a(b"))})
    said = place.run("plan", "--profile", "HD", code=1)
    assert "cf/bad.json: custom format 'Bad', condition 'it'" in said
    assert "leave it out with --without 'Bad'" in said
    place.run("apply", "--profile", "HD", "--without", "Bad")
    assert place.formats() == {"Good"}


def test_a_folder_that_is_no_checkout_is_told(place: Place, tmp_path: Path) -> None:
    place.guides = tmp_path / "nowhere"
    assert f"there is no folder {place.guides}" in place.run("plan", code=1)
    place.guides.mkdir()
    assert "is no checkout of the TRaSH Guides" in place.run("plan", code=1)


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        pytest.param("{}", "a layout that is not known", id="nothing"),
        pytest.param('{"json_paths": {"radarr": {"custom_formats": ["new"]}}}', "it has no new", id="no such folder"),
        pytest.param('{"json_paths": {"radarr": {"custom_formats": ["../x"]}}}', "outside its folder", id="elsewhere"),
        pytest.param("{", "metadata.json: it is not JSON", id="no JSON"),
    ],
)
def test_a_layout_that_is_not_known_is_told(place: Place, metadata: str, said: str) -> None:
    (place.guides / "metadata.json").write_text(metadata)
    assert said in place.run("plan", code=1)


def test_an_older_checkout_without_metadata_is_read_where_the_files_always_were(place: Place) -> None:
    (place.guides / "metadata.json").unlink()
    assert [each["name"] for each in place.told("plan")["profiles"]] == ["HD", "[German] HD"]


def test_a_file_of_the_guides_that_makes_no_sense_is_named(place: Place) -> None:
    place.move(**{"quality-profiles__hd.json": {"trash_id": "x"}})
    assert "quality-profiles/hd.json: its `" in place.run("plan", code=1)
