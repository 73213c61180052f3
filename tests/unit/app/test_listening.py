"""Whether the daemon can be reached from elsewhere."""

import pytest

from radarr.app.address import is_local as only_here


@pytest.mark.parametrize(
    ("host", "is_local"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104  # compared, not bound
        ("::", False),
        ("192.168.1.5", False),
        ("nas", False),
        ("", False),
    ],
)
def test_only_loopback_is_this_machine_alone(host: str, *, is_local: bool) -> None:
    assert only_here(host) is is_local
