from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.file_locked import file_locked
from tests.unit.domain.importing.downloads import ask, download


def test_a_film_still_written_to_waits() -> None:
    rejection = ask(file_locked, download("sintel.mkv.!qB"))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.FILE_LOCKED, "temporary")


def test_a_whole_film_does_not_wait() -> None:
    assert ask(file_locked, download("sintel.mkv")) is None
