"""Which file system a path lies on."""

import pytest

from radarr.app.check.mounts import file_system, is_remote

TABLE = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /srv rw,relatime - btrfs /dev/sdb rw
31 30 0:50 / /srv/my\040films rw - cifs //nas/films rw
32 22 0:51 / /srv/over rw - nfs4 nas:/over rw
33 22 0:52 / /srv/over rw - fuse.mergerfs a:b rw
torn line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/radarr", "ext4"),
        ("/srv", "btrfs"),
        ("/srv/state", "btrfs"),
        ("/srv/my films/x", "cifs"),
        ("/srv/my films2", "btrfs"),
        ("/srv/over/x", "fuse.mergerfs"),
    ],
)
def test_the_nearest_mount_above_a_path_counts_and_the_last_of_two(path: str, kind: str) -> None:
    assert file_system(path, TABLE) == kind


def test_where_the_kernel_tells_nothing_nothing_is_known() -> None:
    assert file_system("/srv", "") == ""
    assert not is_remote("")


@pytest.mark.parametrize(
    ("kind", "remote"),
    [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("fuseblk", True), ("ext4", False), ("zfs", False)],
)
def test_locks_are_to_be_relied_on_only_on_a_disk_of_this_machine(kind: str, remote: bool) -> None:
    assert is_remote(kind) is remote
