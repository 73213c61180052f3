from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.executable_file import executable_file
from tests.unit.domain.importing.downloads import ask, download, file


def test_a_program_in_place_of_a_film_is_refused() -> None:
    rejection = ask(executable_file, download("setup.exe"))

    assert rejection
    assert rejection.reason is ImportReason.EXECUTABLE_FILE


def test_an_honest_groups_program_beside_the_film_does_no_harm() -> None:
    assert ask(executable_file, download("sintel.mkv", file("RARBG_DO_NOT_MIRROR.exe", 99))) is None
