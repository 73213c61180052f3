"""Whether the daemon can be reached from elsewhere."""

import pytest

from radarr.app.daemon import _is_local


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
    assert _is_local(host) is is_local
