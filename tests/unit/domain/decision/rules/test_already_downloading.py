from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.already_downloading import already_downloading
from radarr.domain.profile import Propers
from tests.unit.domain.decision.examples import HASH, REPACK, candidate, facts, queued, release, wants


def test_the_same_torrent_is_not_fetched_twice() -> None:
    no = already_downloading(candidate(), facts(queue=(queued("HDTV-1080p", infohash=HASH.upper()),)))
    assert no is not None
    assert no.reason is Reason.ALREADY_DOWNLOADING


def test_an_empty_queue_takes_anything() -> None:
    assert already_downloading(candidate(), facts()) is None


def test_a_better_quality_need_not_wait_for_a_worse_one() -> None:
    assert already_downloading(candidate(), facts(queue=(queued("HDTV-1080p"),))) is None


def test_two_unknown_hashes_are_not_the_same() -> None:
    unhashed = candidate(release=release(infohash=None))
    assert already_downloading(unhashed, facts(queue=(queued("HDTV-1080p", infohash=""),))) is None


def test_one_of_several_under_way_is_enough_to_refuse() -> None:
    no = already_downloading(candidate("WEBDL-1080p"), facts(queue=(queued("HDTV-1080p"), queued("Bluray-1080p"))))
    assert no is not None
    assert no.reason is Reason.QUEUE_HIGHER_PREFERENCE
    assert no.message == (
        "Sintel.2010.Queued-GRP is being downloaded: Bluray-1080p, which HD-1080p prefers to WEBDL-1080p"
    )


def test_what_equals_the_one_under_way_is_refused_by_score() -> None:
    no = already_downloading(candidate(), facts(queue=(queued(),)))
    assert no is not None
    assert no.reason is Reason.QUEUE_CUSTOM_FORMAT_SCORE


def test_a_repack_of_the_one_under_way_is_welcome_unless_the_profile_leaves_them_alone() -> None:
    mended = candidate(revision=REPACK)
    assert already_downloading(mended, facts(queue=(queued(),))) is None
    no = already_downloading(mended, facts(profile=wants(propers=Propers.DO_NOT_UPGRADE), queue=(queued(),)))
    assert no is not None
    assert no.reason is Reason.QUEUE_PROPERS_DISABLED
