"""Troubles of the machine that the daemon runs on, and of its database."""

from typing import Final

from tests.e2e.troubles.trouble import Trouble

LOCKED = Trouble(
    "locked",
    "Database",
    "another program keeps the SQLite file locked for longer than 5 s",
    "the loops' `last_error`, `radarr_loop_consecutive_failures`; what only reads goes on",
    "the database stays locked: is another program writing to it? close it; we try again by ourselves",
    "when the lock is gone, at the next round of each loop",
    "test_faults_database.py::test_a_file_that_another_program_keeps_locked_is_told_and_waited_for",
)
AWAY = Trouble(
    "restarted",
    "Database",
    "PostgreSQL is stopped and started again",
    "`database.status` `down`, `radarr_database_up` 0; `/api/health` answers 503",
    "the database cannot be reached…: look whether its server runs and can be reached; we go on by ourselves when "
    "it is back",
    "when the server is back, with new connections; the lease is kept unless another daemon took it meanwhile",
    "test_faults_database.py::test_a_server_that_is_restarted_is_told_and_waited_for",
)
FORWARD = Trouble(
    "forward",
    "Clock",
    "the clock is set two days forward, or the machine slept",
    "stays as it is",
    "the clock jumped by +172…s; the downloads' waiting begins anew",
    "at once: no download is given up for time that has not passed",
    "test_faults_clock.py::test_a_jump_of_the_clock_costs_no_film[forward]",
)
BACK = Trouble(
    "back",
    "Clock",
    "the clock is set two days back",
    "stays as it is",
    "the clock jumped by -172…s; the downloads' waiting begins anew",
    "at once: what waited for a moment of the old clock is tried anew",
    "test_faults_clock.py::test_a_jump_of_the_clock_costs_no_film[back]",
)
FULL = Trouble(
    "full",
    "Library",
    "its disk is full",
    "message `FreeSpaceCheck`, `radarr_disk_free_bytes`; the download waits in the queue",
    "… bytes does not fit: … bytes are free, and … are to stay free: free some space, or lower [library] minimum_free; "
    "it is tried again",
    "when there is room, at the import's next try (after 5 s, 15 s, 1, 5, then every 15 min; `radarr queue retry` now)",
    "test_faults_disks.py::test_a_full_disk_is_told_and_waited_for",
    status="FreeSpaceCheck",
)
READ_ONLY = Trouble(
    "read-only",
    "Library",
    "its file system is read-only",
    "message `MountCheck`; the download waits in the queue",
    "…read-only…: mount it writable, or add it to the unit's ReadWritePaths",
    "when it can be written, at the import's next try",
    "test_faults_disks.py::test_a_read_only_library_is_told_and_waited_for",
    status="MountCheck",
)
MISSING = Trouble(
    "missing",
    "Library",
    "its disk is not mounted, and the bare mount point shows",
    "message `RootFolderCheck`, `radarr_disk_usable` 0; the download waits in the queue",
    "the root … nothing is written: is the disk mounted? A root that was moved or restored needs its own .radarr-root "
    "file back",
    "when the disk is back, at the import's next try; nothing is written beside it meanwhile",
    "test_faults_disks.py::test_a_root_whose_disk_is_not_mounted_is_told_and_waited_for",
    status="RootFolderCheck",
)
STATE_FULL = Trouble(
    "state-full",
    "Database",
    "the disk of the state folder is full",
    "message `FreeSpaceCheck`, `radarr_loop_consecutive_failures`",
    "the disk of the database is full: make room; nothing was lost",
    "when there is room, at the next round of each loop",
    "test_faults_disks.py::test_a_full_state_folder_is_told_and_waited_for",
    status="FreeSpaceCheck",
)

MACHINE: Final = (LOCKED, AWAY, STATE_FULL, FULL, READ_ONLY, MISSING, FORWARD, BACK)
