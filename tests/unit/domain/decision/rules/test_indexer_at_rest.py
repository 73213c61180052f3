from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.indexer_at_rest import indexer_at_rest
from tests.unit.domain.decision.examples import candidate, facts, release

RESTING = frozenset({1, 2})


def test_what_only_a_resting_indexer_has_waits() -> None:
    no = indexer_at_rest(candidate(), facts(resting_indexers=RESTING))
    assert no is not None
    assert (no.reason, no.kind) == (Reason.INDEXER_DISABLED, RejectionKind.TEMPORARY)
    assert no.message == "Alpha failed and rests for a while"


def test_another_indexer_that_has_it_will_do() -> None:
    beta, gamma = release(indexer_id=2, indexer="Beta"), release(indexer_id=3, indexer="Gamma")
    assert indexer_at_rest(candidate(release=release(alternates=(beta,))), facts(resting_indexers=RESTING)) is not None
    assert (
        indexer_at_rest(candidate(release=release(alternates=(beta, gamma))), facts(resting_indexers=RESTING)) is None
    )


def test_a_magnet_needs_no_indexer() -> None:
    magnet = release(magnet="magnet:?xt=urn:btih:" + "a" * 40)
    assert indexer_at_rest(candidate(release=magnet), facts(resting_indexers=RESTING)) is None


def test_an_indexer_that_is_well_passes() -> None:
    assert indexer_at_rest(candidate(), facts()) is None
