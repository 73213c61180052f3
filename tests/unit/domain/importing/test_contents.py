import pytest

from radarr.domain.importing.candidate import ImportFile
from radarr.domain.importing.contents import sort_out
from tests.unit.domain.importing.downloads import GIB, download, file

MIB = 1 << 20
FILM = file("Sintel.2010/sintel.mkv")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(file("Sintel.2010/Sample/s.mkv", 5 * GIB), id="in a folder of samples"),
        pytest.param(file("Sintel.2010/sintel-sample.mkv", 90 * MIB), id="called a sample"),
        pytest.param(file("Sintel.2010/bumper.mkv", 50 * MIB), id="too small a part"),
        pytest.param(file("Sintel.2010/Featurettes/making.of.mkv", 5 * GIB), id="in a folder of extras"),
        pytest.param(file("Sintel.2010/sintel-trailer.mkv", 5 * GIB), id="called a trailer"),
        pytest.param(file("Sintel.2010/.hidden/x.mkv", 5 * GIB), id="hidden"),
        pytest.param(file("Sintel.2010/._sintel.mkv", 5 * GIB), id="what macOS leaves"),
        pytest.param(file("Sintel.2010/big.bin", 5 * GIB), id="no video"),
        pytest.param(file("Sintel.2010/other.mkv", 5 * GIB, wanted=False), id="not downloaded"),
        pytest.param(file("Sintel.2010/making.of.mkv", 3 * GIB), id="smaller"),
    ],
)
def test_the_film_is_the_largest_video_that_is_neither_sample_nor_extra(other: ImportFile) -> None:
    assert sort_out(download(other, FILM)).film == FILM


def test_a_film_called_sample_is_a_film() -> None:
    film = file("The.Sample.2010/The.Sample.2010.mkv", 150 * MIB)

    assert sort_out(download(film, title="The Sample")).film == film
    assert sort_out(download(film)).samples == (film,)


def test_a_film_whose_name_ends_like_an_extra_is_taken_where_there_is_no_other() -> None:
    assert sort_out(download("The.Big-Short.mkv")).film == file("The.Big-Short.mkv")


def test_a_video_far_smaller_than_the_release_was_said_to_be_is_a_sample() -> None:
    request = download(file("sintel.mkv", 100 * MIB), expected_size=8 * GIB)

    assert sort_out(request).film is None
