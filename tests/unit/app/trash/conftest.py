"""A place where nothing was applied yet, and one where a profile was."""

from pathlib import Path

import pytest

from tests.unit.app.trash.place import Place


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    return Place(tmp_path, capsys)


@pytest.fixture
def applied(place: Place) -> Place:
    place.run("apply", "--profile", "HD")
    return place
