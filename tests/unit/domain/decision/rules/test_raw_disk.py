import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.raw_disk import raw_disk
from tests.unit.domain.decision.examples import candidate, facts, movie, parsed, release


@pytest.mark.parametrize(
    "title",
    [
        "Sintel.2010.COMPLETE.BLURAY-GRP",
        "Sintel.2010.COMPLETE.UHD.BLURAY-GRP",
        "Sintel 2010 PAL DVD9 DD2.0",
        "Sintel.2010.BDMV.1080p.AVC",
        "Sintel.2010.DISC.1.BluRay.1080p.AVC-GRP",
        "Sintel 2010 Disc 1 1080p Blu-ray LPCM 2.0 AVC-GRP",
        "Sintel.2010.DVDR.ISO",
    ],
)
def test_a_name_that_speaks_of_a_disc_is_refused(title: str) -> None:
    no = raw_disk(candidate(release=release(title=title)), facts())
    assert no is not None
    assert no.reason is Reason.RAW


def test_a_disc_is_refused_by_its_quality() -> None:
    assert raw_disk(candidate("BR-DISK"), facts()) is not None


@pytest.mark.parametrize(("container", "passes"), [("VOB", False), ("m2ts", False), ("MKV", True), (None, True)])
def test_a_disc_is_refused_by_the_kind_of_its_files(container: str | None, *, passes: bool) -> None:
    assert (raw_disk(candidate(release=release(container=container)), facts()) is None) == passes


@pytest.mark.parametrize(
    ("title", "film"),
    [
        pytest.param("Sintel.2010.1080p.BluRay.x264-GRP", "Sintel", id="an encode"),
        pytest.param("Sintel.2010.DVDRemux.DD2.0", "Sintel", id="a remux"),
        pytest.param("A.Complete.Unknown.2024.1080p.BluRay.x264-GRP", "A Complete Unknown", id="the film's own words"),
        pytest.param("Complete.BluRay.2020.1080p.WEB-GRP", "Complete BluRay", id="a film called so"),
        pytest.param("Sintel.2010.Disc.Edition.1080p.BluRay", "Sintel", id="no number"),
    ],
)
def test_a_film_file_is_no_disc(title: str, film: str) -> None:
    offer = candidate(release=release(title=title), movie=movie(title=film), parsed=parsed(title=film))
    assert raw_disk(offer, facts()) is None
