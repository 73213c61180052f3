"""The log of the tests themselves is left as it was."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield
    logging.captureWarnings(capture=False)
    for handler in root.handlers:
        if handler not in before[0]:
            handler.close()
    root.handlers[:], level = before
    root.setLevel(level)
