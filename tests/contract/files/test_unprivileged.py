"""As a user without rights, which is how the daemon runs: root never sees these refusals."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

NOBODY = 65534
SCRIPT = Path(__file__).parent / "unprivileged.py"
SETTING = Path("/proc/sys/fs/protected_hardlinks")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A library of nobody's and a download folder of root's, on one file system, within reach of both."""
    if os.geteuid() != 0:
        pytest.skip("only root can make files of two users")
    with TemporaryDirectory(dir="/var/tmp") as folder:
        top = Path(folder)
        top.chmod(0o755)
        (top / "library").mkdir()
        os.chown(top / "library", NOBODY, NOBODY)
        (top / "film.mkv").write_bytes(b"a film")
        (top / "film.mkv").chmod(0o644)
        yield top


def _as_nobody(top: Path, *ways: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(NOBODY), str(top / "library"), str(top / "film.mkv"), *ways],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert not done.returncode, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _needs_protection() -> None:
    if not SETTING.exists() or SETTING.read_text().strip() == "0":
        pytest.skip("fs.protected_hardlinks is off or not to be seen: the kernel allows the link")


def test_a_link_to_another_users_file_names_owner_group_and_setting(shared: Path) -> None:
    _needs_protection()
    answer = _as_nobody(shared, "hardlink")
    assert answer["error"] == "NotPermitted"
    assert "it belongs to the user root" in answer["message"]
    assert "fs.protected_hardlinks" in answer["message"]
    assert "to its group root" in answer["remedy"]
    assert "UMask=0002" in answer["remedy"]
    assert 'allow "copy"' in answer["remedy"]
    assert list((shared / "library").glob("Film/*")) == []


def test_where_a_copy_is_allowed_another_users_file_is_copied(shared: Path) -> None:
    _needs_protection()
    assert _as_nobody(shared, "hardlink", "reflink", "copy")["transfer"] == "copy"
    assert (shared / "library/Film/film.mkv").read_bytes() == b"a film"
    assert (shared / "library/Film/film.mkv").stat().st_uid == NOBODY


def test_a_file_that_our_group_may_write_is_linked(shared: Path) -> None:
    os.chown(shared / "film.mkv", 0, NOBODY)
    (shared / "film.mkv").chmod(0o660)
    assert _as_nobody(shared, "hardlink") == {"transfer": "hardlink"}


def test_a_file_of_our_group_that_it_may_not_write_wants_a_umask(shared: Path) -> None:
    _needs_protection()
    os.chown(shared / "film.mkv", 0, NOBODY)
    assert "is in its group" in _as_nobody(shared, "hardlink")["remedy"]


def test_a_library_that_we_may_not_write_is_no_root(shared: Path) -> None:
    os.chown(shared / "library", 0, 0)
    answer = _as_nobody(shared, "hardlink")
    assert answer["error"] == "NotPermitted"
    assert "belongs to uid 0" in answer["message"]
    assert list((shared / "library").iterdir()) == []


def test_a_download_that_we_may_not_read_is_told(shared: Path) -> None:
    (shared / "film.mkv").chmod(0o600)
    answer = _as_nobody(shared, "copy")
    assert (answer["error"], "cannot be read" in answer["message"]) == ("NotPermitted", True)
    assert list((shared / "library").glob("Film/*")) == []
