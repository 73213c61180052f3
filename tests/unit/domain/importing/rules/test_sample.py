from dataclasses import replace

import pytest

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.sample import sample
from radarr.domain.media import Measured
from tests.unit.domain.importing.downloads import ask, download, file

SAMPLE = file("S/sample.mkv", 9)


def of_length(seconds: float, runtime: int = 100, container: str = "matroska") -> ImportRequest:
    request = download("S/sintel.mkv", measured=Measured(container, seconds))
    return replace(request, movie=replace(request.movie, runtime=runtime))


def test_a_sample_alone_is_no_film() -> None:
    rejection = ask(sample, download(SAMPLE))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.SAMPLE, "permanent")


def test_a_sample_beside_the_film_or_its_archives_does_not_speak_against_them() -> None:
    for film in ("S/sintel.mkv", "S/sintel.rar", "S/sintel.mkv.!qB"):
        assert ask(sample, download(SAMPLE, film)) is None


def test_what_runs_for_a_minute_is_a_sample_whatever_it_is_called() -> None:
    rejection = ask(sample, of_length(60.0))
    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.SAMPLE, "permanent")
    assert rejection.message == (
        "S/sintel.mkv is a sample: the film has 100 min, and the file 1 min: it may be a part, a sample or another film"
    )


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(of_length(6000.0), id="the film"),
        pytest.param(of_length(11_000.0), id="a longer cut"),
        pytest.param(of_length(1200.0), id="half a film is told, and no sample"),
        pytest.param(of_length(60.0, runtime=0), id="a film of no known length"),
        pytest.param(of_length(60.0, runtime=1), id="a film of a minute"),
        pytest.param(of_length(0.0), id="a file of no known length"),
        pytest.param(of_length(60.0, container="mpeg-ts"), id="a container that does not state its length"),
    ],
)
def test_what_may_be_the_film_is_no_sample(request_: ImportRequest) -> None:
    assert ask(sample, request_) is None
