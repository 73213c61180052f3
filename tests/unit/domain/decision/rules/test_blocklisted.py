import pytest

from radarr.domain.decision.facts import Blocked
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.blocklisted import blocklisted
from tests.unit.domain.decision.examples import GIB, HASH, MIB, OTHER_HASH, candidate, facts, release


def test_a_blocklisted_torrent_is_refused_wherever_it_is_offered() -> None:
    blocked = Blocked("Sintel.2010.Fake-GRP", HASH.upper(), "Beta")
    no = blocklisted(candidate(), facts(blocklist=(blocked,)))
    assert no is not None
    assert no.reason is Reason.BLOCKLISTED
    assert no.message == "Sintel.2010.Fake-GRP is on the blocklist of Sintel (2010)"


def test_another_torrent_of_that_name_passes() -> None:
    assert blocklisted(candidate(), facts(blocklist=(Blocked(release().title, OTHER_HASH, "Alpha"),))) is None


@pytest.mark.parametrize(
    ("title", "indexer", "passes"),
    [
        pytest.param("sintel 2010 1080p bluray x264 grp", "alpha", False, id="this name at this indexer"),
        pytest.param("Sintel.2010.1080p.BluRay.x264-GRP", "Beta", True, id="at another indexer"),
        pytest.param("Sintel.2010.1080p.BluRay.x264-GRP", "", False, id="at nobody knows which"),
        pytest.param("Sintel.2010.720p.BluRay.x264-GRP", "Alpha", True, id="another name"),
    ],
)
def test_without_a_hash_name_and_indexer_tell(title: str, indexer: str, *, passes: bool) -> None:
    unhashed = candidate(release=release(infohash=None))
    assert (blocklisted(unhashed, facts(blocklist=(Blocked(title, HASH, indexer),))) is None) == passes


def test_a_blocklisted_alternate_taints_the_release() -> None:
    offered_twice = release(infohash=None, alternates=(release(indexer="Beta"),))
    assert blocklisted(candidate(release=offered_twice), facts(blocklist=(Blocked("x", HASH, "Gamma"),))) is not None


@pytest.mark.parametrize(
    ("size", "passes"),
    [
        pytest.param(8 * GIB, False, id="the same"),
        pytest.param(8 * GIB + 9 * MIB, False, id="rounded otherwise"),
        pytest.param(9 * GIB, True, id="another"),
        pytest.param(0, False, id="unknown"),
    ],
)
def test_without_a_hash_the_size_tells_too(size: int, *, passes: bool) -> None:
    unhashed = candidate(release=release(infohash=None))
    blocked = Blocked(release().title, HASH, "Alpha", size)
    assert (blocklisted(unhashed, facts(blocklist=(blocked,))) is None) == passes
