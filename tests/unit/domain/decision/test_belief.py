"""How far a claim is believed."""

import pytest

from radarr.domain.decision.belief import believed, is_same_claim
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.quality import BY_NAME
from tests.unit.domain.decision.examples import PROPER, claim, parsed

OTHER_NAME = "Sintel.2010.1080p.Blu-ray.AVC-GRP"


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(parsed(), id="the very same name"),
        pytest.param(parsed(name="sintel 2010 1080p bluray x264 grp", group=None), id="the name in other signs"),
        pytest.param(parsed(name=OTHER_NAME, group="Grp"), id="another name of one encode"),
    ],
)
def test_what_was_a_lie_counts_as_what_it_turned_out_to_be(again: ParsedRelease) -> None:
    assert believed(again, [claim()]) == again._replace(quality=BY_NAME["Bluray-720p"])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(parsed(name=OTHER_NAME, group="OTHER"), id="another group"),
        pytest.param(parsed(name=OTHER_NAME, group=None), id="no group"),
        pytest.param(parsed("Bluray-2160p", name=OTHER_NAME, group="GRP"), id="another quality"),
        pytest.param(parsed(revision=PROPER, name=OTHER_NAME, group="GRP"), id="mended since"),
        pytest.param(parsed(name=OTHER_NAME, group="GRP", languages=("German",)), id="another language"),
    ],
)
def test_another_claim_is_believed(other: ParsedRelease) -> None:
    assert not is_same_claim(claim(), other)
    assert believed(other, [claim()]) == other


def test_languages_that_are_not_there_are_not_believed_either() -> None:
    told = claim(languages=("German",), heard=("English",), found=BY_NAME["Bluray-1080p"])
    assert believed(parsed(languages=("German",)), [told]) == parsed(languages=("English",))


def test_the_newest_of_two_measurements_counts() -> None:
    assert believed(parsed(), [claim(), claim(found=BY_NAME["Bluray-480p"])]).quality == BY_NAME["Bluray-480p"]
