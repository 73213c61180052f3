"""Real file systems for tests: small ones where we may mount, the one in memory elsewhere."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@contextmanager
def mounted(at: Path, *options: str) -> Iterator[Path]:
    """A tmpfs of its own, for root."""
    at.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root can mount a file system")
    made = subprocess.run(["mount", "-t", "tmpfs", *options, "radarr-test", str(at)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"nothing can be mounted here: {made.stderr.decode().strip()}")
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


@contextmanager
def elsewhere(near: Path) -> Iterator[Path]:
    """A folder on another file system than `near`, without a mount."""
    shared = Path("/dev/shm")  # noqa: S108 - the one place that is another file system nearly everywhere
    if not os.access(shared, os.W_OK) or shared.stat().st_dev == near.stat().st_dev:
        pytest.skip("there is no other file system here")
    with TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)
