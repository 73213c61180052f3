"""Languages that tracks speak."""

import pytest

from radarr.domain.media import AudioTrack, Measured, heard, is_heard
from tests.unit.domain.media.films import film


def test_languages_are_heard_once_in_the_order_of_the_tracks() -> None:
    assert heard(film(1920, 1080, "de", "en", "ger", "", "tlh")) == ("German", "English")


def test_a_country_tells_variants_apart() -> None:
    assert heard(film(1920, 1080, "pt-BR", "pt", "es-419")) == ("Portuguese (Brazil)", "Portuguese", "Spanish (Latino)")


def test_a_commentary_speaks_for_no_film() -> None:
    comment = AudioTrack(language="en", commentary=True)
    assert heard(Measured(audio=(AudioTrack(language="de"), comment))) == ("German",)
    assert heard(Measured(audio=(comment,))) == ("English",)


@pytest.mark.parametrize(
    ("name", "codes", "is_so"),
    [
        pytest.param("German", ("en", "de"), True, id="there"),
        pytest.param("German", ("en", "fr"), False, id="not-there"),
        pytest.param("German", ("en", ""), None, id="a-track-that-says-nothing"),
        pytest.param("German", ("en", "tlh"), None, id="a-track-in-a-language-without-a-name"),
        pytest.param("German", (), None, id="no-tracks"),
        pytest.param("Portuguese (Brazil)", ("pt",), True, id="a-variant-of-what-is-there"),
        pytest.param("Flemish", ("nl",), True, id="a-variant-without-a-code"),
        pytest.param("Original", ("en",), None, id="no-language-of-its-own"),
        pytest.param("Unknown", ("en",), None, id="unknown"),
        pytest.param("Klingon", ("en",), None, id="no-language-of-ours"),
    ],
)
def test_a_language_is_heard_or_not_or_nobody_knows(name: str, codes: tuple[str, ...], is_so: bool | None) -> None:
    assert is_heard(name, film(1920, 1080, *codes)) is is_so
