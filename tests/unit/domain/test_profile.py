"""Where a quality stands in a profile."""

import pytest

from radarr.domain.profile import DEFAULT_PROFILES, Position
from radarr.domain.quality import BY_NAME

HD = next(profile for profile in DEFAULT_PROFILES if profile.name == "HD-1080p")


def test_members_of_a_group_stand_in_one_item() -> None:
    web, rip = HD.position(BY_NAME["WEBDL-1080p"]), HD.position(BY_NAME["WEBRip-1080p"])
    assert web.item == rip.item == HD.rank(BY_NAME["WEBDL-1080p"])
    assert web != rip


@pytest.mark.parametrize(
    ("one", "other", "as_groups", "within"),
    [((1, 0), (1, 0), 0, 0), ((1, 1), (1, 0), 0, 1), ((1, 0), (1, 1), 0, -1), ((2, 0), (1, 5), 1, 1)],
)
def test_members_of_a_group_are_as_good_unless_their_order_is_asked(
    one: tuple[int, int], other: tuple[int, int], as_groups: int, within: int
) -> None:
    assert Position(*one).compare(Position(*other)) == as_groups
    assert Position(*one).compare(Position(*other), within_groups=True) == within
