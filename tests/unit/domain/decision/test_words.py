import pytest

from radarr.domain.decision.words import in_units, words


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (2048, "2.0 KiB"),
        (5 * 1024**2, "5.0 MiB"),
        (8.25 * 1024**3, "8.2 GiB"),
        (3 * 1024**4, "3.0 TiB"),
    ],
)
def test_sizes_are_worded_for_people(size: float, text: str) -> None:
    assert in_units(size) == text


def test_separators_and_case_are_not_part_of_a_word() -> None:
    assert words("Amélie_[2001].1080p-GRP") == words("amélie 2001 1080P (grp)")
