from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.already_imported import already_imported
from tests.unit.domain.decision.examples import HASH, OTHER_HASH, candidate, facts, file, release, slot

BEFORE = facts(imported_infohashes=frozenset({HASH}))


def test_the_same_torrent_is_not_imported_twice() -> None:
    no = already_imported(candidate(slot=slot(file("WEBDL-1080p")), release=release(infohash=HASH.upper())), BEFORE)
    assert no is not None
    assert no.reason is Reason.ALREADY_IMPORTED_SAME_HASH


def test_a_slot_whose_file_is_gone_may_have_it_again() -> None:
    assert already_imported(candidate(), BEFORE) is None


def test_another_torrent_passes() -> None:
    held = slot(file())
    assert already_imported(candidate(slot=held, release=release(infohash=OTHER_HASH)), BEFORE) is None
    assert already_imported(candidate(slot=held, release=release(infohash=None)), BEFORE) is None


def test_what_has_the_name_of_the_file_is_the_file() -> None:
    held = slot(file("WEBDL-1080p", scene_name="Sintel.2010.1080p.BluRay.x264-GRP"))
    again = release(title="sintel 2010 1080p bluray x264 grp", infohash=OTHER_HASH)
    no = already_imported(candidate(slot=held, release=again), facts())
    assert no is not None
    assert no.reason is Reason.ALREADY_IMPORTED_SAME_NAME
    assert no.message == "Sintel.2010.1080p.BluRay.x264-GRP is what the library has"
    assert already_imported(candidate(slot=held, release=release(title="Sintel.2010.REPACK-GRP")), facts()) is None
    assert already_imported(candidate(slot=slot(file(scene_name="")), release=release(title="...")), facts()) is None
