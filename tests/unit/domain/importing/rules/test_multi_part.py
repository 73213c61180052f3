import pytest

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.multi_part import multi_part
from tests.unit.domain.importing.downloads import ask, download


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("S/sintel.cd1.avi", "S/sintel.cd2.avi"), id="two CDs"),
        pytest.param(("S/sintel part a.mkv", "S/sintel part b.mkv"), id="letters"),
        pytest.param(("S/BDMV/STREAM/00001.m2ts",), id="a disc"),
        pytest.param(("S/VIDEO_TS/VTS_01_1.VOB", "S/VIDEO_TS/VTS_01_2.VOB"), id="a DVD"),
    ],
)
def test_a_film_in_pieces_is_refused(names: tuple[str, ...]) -> None:
    rejection = ask(multi_part, download(*names))

    assert rejection
    assert rejection.reason is ImportReason.MULTI_PART_MOVIE


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Dune.Part.1.2021.mkv",), id="a part of a story"),
        pytest.param(("Dune.Part.1.2021.mkv", "Dune.Part.2.2024.mkv"), id="two films"),
        pytest.param(("sintel.mkv", "other.mkv"), id="no marks"),
        pytest.param(("S/sintel cd a.mkv", "S/sintel cd 2.mkv"), id="a letter and a number"),
        pytest.param(("S/extras.pdf",), id="no film"),
    ],
)
def test_a_whole_film_is_taken(names: tuple[str, ...]) -> None:
    assert ask(multi_part, download(*names)) is None
