"""Names as scene groups write them."""

import pytest

from radarr.domain.parsing import is_scene, scene_title

_PLAIN = "Copper.Fen.2016.German.DTS.DL.720p.BluRay.x264-OSTLER"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(_PLAIN, id="as it is"),
        pytest.param(f"{_PLAIN}.nzb", id="an extension of who carries it"),
        pytest.param(f"{_PLAIN}.mkv", id="an extension of a film"),
        pytest.param(f"{_PLAIN}_", id="a sign at the end"),
        pytest.param(f"[films-garden.cc] - {_PLAIN}", id="a site in front"),
    ],
)
def test_what_others_added_to_a_scene_name_is_taken_off(name: str) -> None:
    assert is_scene(name)
    assert scene_title(name) == _PLAIN


def test_wide_brackets_are_written_as_scene_groups_write_them() -> None:
    assert scene_title("Copper.Fen.2016.【720p】.BluRay.x264-OSTLER") == "Copper.Fen.2016.[720p].BluRay.x264-OSTLER"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Copper Fen 2016 720p BluRay x264-OSTLER", id="blanks"),
        pytest.param("Copper.Fen.2016.720p.BluRay.x264-", id="no group"),
        pytest.param("Copper.Fen.2016.German.DTS.DL-OSTLER", id="no quality"),
        pytest.param("2016.German.DTS.DL.BluRay.x264-OSTLER", id="no title"),
        pytest.param("Copper.Fen.S01E02.720p.HDTV.x264-OSTLER", id="an episode"),
        pytest.param("3f786850e387550fdab836ed7e6dc881de23001b", id="a hash"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_names_are_no_scene_names(name: str) -> None:
    assert not is_scene(name)
    assert scene_title(name) is None
