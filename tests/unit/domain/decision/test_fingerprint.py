from typing import Any

import pytest

from radarr.domain.decision.fingerprint import fingerprint
from radarr.domain.profile import DEFAULT_PROFILES, Propers
from radarr.domain.quality import DEFAULT_SIZES, SizeLimits
from tests.unit.domain.decision.examples import HD_1080P, wants


@pytest.mark.parametrize(
    "changes",
    [
        {"upgrade": False},
        {"cutoff": "HDTV-1080p"},
        {"language": "German"},
        {"propers": Propers.DO_NOT_PREFER},
        {"prefer_flags": ("freeleech",)},
        {"max_size": 1},
        {"items": HD_1080P.items[::-1]},
        {"sizes": DEFAULT_SIZES | {"Bluray-1080p": SizeLimits(1, 2, 3)}},
    ],
    ids=str,
)
def test_a_profile_that_decides_otherwise_has_another_fingerprint(changes: dict[str, Any]) -> None:
    assert fingerprint(wants(**changes)) != fingerprint(HD_1080P)


def test_a_name_an_id_and_the_way_a_number_is_written_decide_nothing() -> None:
    as_floats = {name: SizeLimits(*(x if x is None else float(x) for x in s)) for name, s in DEFAULT_SIZES.items()}
    assert fingerprint(wants(id=9, name="renamed", sizes=as_floats)) == fingerprint(HD_1080P)


def test_it_is_short_and_stays_the_same_from_run_to_run() -> None:
    marks = {fingerprint(profile) for profile in DEFAULT_PROFILES}
    assert len(marks) == len(DEFAULT_PROFILES)
    assert all(len(mark) == 12 for mark in marks)
