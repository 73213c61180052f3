from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.archive_file import archive_file
from tests.unit.domain.importing.downloads import ask, download, file


def test_a_film_in_archives_waits_for_an_unpacker() -> None:
    rejection = ask(archive_file, download("S/sintel.rar", "S/sintel.r00", file("S/Sample/s.mkv", 9)))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.ARCHIVE_FILE, "temporary")


def test_archived_subtitles_beside_a_film_are_no_matter() -> None:
    assert ask(archive_file, download("S/sintel.mkv", file("S/subs.rar", 9))) is None
