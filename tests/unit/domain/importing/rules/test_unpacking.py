from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.unpacking import unpacking
from tests.unit.domain.importing.downloads import ask, download


def test_a_film_in_an_unpackers_folder_waits() -> None:
    rejection = ask(unpacking, download("_UNPACK_Sintel/sintel.mkv"))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.UNPACKING, "temporary")


def test_a_film_of_such_a_name_does_not_wait() -> None:
    assert ask(unpacking, download("Sintel/_UNPACK_.mkv")) is None
