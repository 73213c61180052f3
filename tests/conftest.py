"""What every test may use."""

import hypothesis
import pytest

hypothesis.settings.register_profile("steady", deadline=None)  # a busy machine proves no law wrong
hypothesis.settings.load_profile("steady")


@pytest.fixture
def anyio_backend() -> str:
    """The daemon runs on asyncio, and so do its tests."""
    return "asyncio"
