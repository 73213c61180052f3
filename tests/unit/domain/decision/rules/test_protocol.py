from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.protocol import protocol
from tests.unit.domain.decision.examples import candidate, facts, release


def test_what_is_no_torrent_is_refused() -> None:
    no = protocol(candidate(release=release(protocol="usenet")), facts())
    assert no is not None
    assert no.reason is Reason.PROTOCOL_DISABLED
    assert no.message == "it is not a torrent"


def test_a_torrent_passes() -> None:
    assert protocol(candidate(), facts()) is None
