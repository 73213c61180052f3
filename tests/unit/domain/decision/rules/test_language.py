import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.language import language
from tests.unit.domain.decision.examples import candidate, facts, movie, parsed, release, wants


@pytest.mark.parametrize(
    ("spoken", "wanted", "original", "passes"),
    [
        pytest.param(("French",), "Original", "English", False, id="a dub is not the original"),
        pytest.param(("English",), "Original", "English", True, id="the original"),
        pytest.param(("German", "Original"), "Original", "English", True, id="a dub with the original beside it"),
        pytest.param(("German",), "Original", "", True, id="nobody knows the original"),
        pytest.param(("Unknown",), "German", "English", True, id="nobody knows what it speaks"),
        pytest.param(("French",), "Any", "English", True, id="anything will do"),
        pytest.param(("French", "German"), "German", "English", True, id="one of two"),
        pytest.param(("Original",), "German", "English", False, id="the original is not German"),
        pytest.param(("Original",), "German", "German", True, id="the original is German"),
        pytest.param(("Original",), "German", "", True, id="the original may be German"),
    ],
)
def test_a_release_speaks_what_the_profile_asks_for(
    spoken: tuple[str, ...], wanted: str, original: str, *, passes: bool
) -> None:
    offer = candidate(parsed=parsed(languages=spoken), movie=movie(original_language=original))
    assert (language(offer, facts(profile=wants(language=wanted))) is None) == passes


def test_the_message_names_both_languages() -> None:
    no = language(candidate(parsed=parsed(languages=("French", "Dutch"))), facts())
    assert no is not None
    assert no.reason is Reason.WANTED_LANGUAGE
    assert no.message == "Dutch, French, HD-1080p wants English"


def test_what_the_indexer_states_beats_the_name() -> None:
    stated = candidate(release=release(languages=("English",)), parsed=parsed(languages=("French",)))
    assert language(stated, facts()) is None
