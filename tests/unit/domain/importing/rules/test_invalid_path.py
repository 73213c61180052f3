import pytest

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.invalid_path import invalid_path
from tests.unit.domain.importing.downloads import ask, download


@pytest.mark.parametrize("name", ["../film.mkv", "/etc/film.mkv", "a//film.mkv", "a/./film.mkv", "a\x00b/film.mkv"])
def test_a_film_outside_the_download_is_refused(name: str) -> None:
    rejection = ask(invalid_path, download(name))

    assert rejection
    assert rejection.reason is ImportReason.INVALID_FILE_PATH


def test_a_film_within_the_download_is_taken() -> None:
    assert ask(invalid_path, download("Sintel/..film...mkv")) is None
