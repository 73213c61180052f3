import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.upgrades_disabled import upgrades_disabled
from tests.unit.domain.decision.examples import REPACK, candidate, facts, file, slot, wants

STAYS = facts(profile=wants(upgrade=False))


@pytest.mark.parametrize(
    ("quality", "score", "passes"),
    [
        pytest.param("Bluray-1080p", 0, False, id="a better quality"),
        pytest.param("WEBRip-1080p", 10, False, id="a better score"),
        pytest.param("WEBDL-1080p", 0, True, id="no better, which other rules refuse"),
        pytest.param("HDTV-1080p", 50, True, id="worse, which other rules refuse"),
    ],
)
def test_a_profile_without_upgrades_keeps_its_file(quality: str, score: int, *, passes: bool) -> None:
    offer = candidate(quality, score=score, slot=slot(file("WEBDL-1080p")))
    assert (upgrades_disabled(offer, STAYS) is None) == passes


def test_the_message_names_both_qualities() -> None:
    no = upgrades_disabled(candidate(slot=slot(file("WEBDL-1080p"))), STAYS)
    assert no is not None
    assert no.reason is Reason.QUALITY_UPGRADES_DISABLED
    assert no.message == "the library has WEBDL-1080p, and HD-1080p does not upgrade to Bluray-1080p"


def test_a_repack_of_the_very_quality_is_no_upgrade() -> None:
    assert upgrades_disabled(candidate(revision=REPACK, score=5, slot=slot(file())), STAYS) is None


def test_an_empty_slot_is_filled_all_the_same() -> None:
    assert upgrades_disabled(candidate(), STAYS) is None


def test_with_upgrades_on_better_is_welcome() -> None:
    assert upgrades_disabled(candidate(slot=slot(file("WEBDL-1080p"))), facts()) is None
