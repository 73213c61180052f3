from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.propers import propers
from radarr.domain.profile import Propers
from tests.unit.domain.decision.examples import PROPER, REPACK, candidate, facts, file, slot, wants

PATIENT = wants(propers=Propers.DO_NOT_UPGRADE)
MENDED = candidate(revision=PROPER, slot=slot(file()))


def test_a_proper_is_left_alone_where_the_profile_says_so() -> None:
    no = propers(MENDED, facts(profile=PATIENT))
    assert no is not None
    assert no.reason is Reason.PROPERS_DISABLED
    assert no.message == "a mended Bluray-1080p, and HD-1080p does not upgrade to propers and repacks"


def test_a_person_may_ask_for_it() -> None:
    assert propers(MENDED, facts(SearchKind.USER_INTERACTIVE, profile=PATIENT)) is None


def test_a_proper_for_an_empty_slot_is_a_release_like_any_other() -> None:
    assert propers(candidate(revision=PROPER), facts(profile=PATIENT)) is None


def test_a_proper_of_a_better_quality_is_an_upgrade_of_quality() -> None:
    assert propers(candidate(revision=PROPER, slot=slot(file("WEBDL-1080p"))), facts(profile=PATIENT)) is None


def test_by_default_propers_are_welcome() -> None:
    assert propers(MENDED, facts()) is None


def test_a_repack_has_a_rule_of_its_own() -> None:
    assert propers(candidate(revision=REPACK, slot=slot(file())), facts(profile=PATIENT)) is None
