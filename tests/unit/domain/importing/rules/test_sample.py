from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.sample import sample
from tests.unit.domain.importing.downloads import ask, download, file

SAMPLE = file("S/sample.mkv", 9)


def test_a_sample_alone_is_no_film() -> None:
    rejection = ask(sample, download(SAMPLE))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.SAMPLE, "permanent")


def test_a_sample_beside_the_film_or_its_archives_does_not_speak_against_them() -> None:
    for film in ("S/sintel.mkv", "S/sintel.rar", "S/sintel.mkv.!qB"):
        assert ask(sample, download(SAMPLE, film)) is None
