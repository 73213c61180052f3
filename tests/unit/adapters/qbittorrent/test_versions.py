"""What each version can do."""

import pytest

from radarr.adapters.qbittorrent.versions import Features, features, parse_version


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("2.8.19", (2, 8, 19), id="three parts"),
        pytest.param("2.6\n", (2, 6), id="two parts"),
        pytest.param("v5.1.0beta1", (5, 1, 0), id="a beta"),
        pytest.param("<html>", (), id="none"),
    ],
)
def test_a_version_is_read(text: str, numbers: tuple[int, ...]) -> None:
    assert parse_version(text) == numbers


@pytest.mark.parametrize(
    ("api", "expected"),
    [
        pytest.param("2.2.1", Features(False, False, False, False), id="4.1"),
        pytest.param("2.3", Features(True, False, False, False), id="4.2"),
        pytest.param("2.6.1", Features(True, False, False, False), id="4.3.1"),
        pytest.param("2.7.0", Features(True, True, True, False), id="4.3.2"),
        pytest.param("2.8.19", Features(True, True, True, False), id="4.5"),
        pytest.param("2.11.2", Features(True, True, True, True), id="5.0"),
        pytest.param("2.16.2", Features(True, True, True, True), id="5.3"),
    ],
)
def test_a_version_has_its_features(api: str, expected: Features) -> None:
    assert features(parse_version(api)) == expected
