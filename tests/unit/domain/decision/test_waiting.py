"""Once one release has waited long enough for something better, the best of all is taken."""

from datetime import timedelta

from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.decide import decide
from radarr.domain.decision.rank import rank
from radarr.domain.decision.waiting import end_of_delay
from tests.unit.domain.decision.examples import NOW, candidate, facts, release, wants

PATIENT = wants(delay=180)
KNOWN = facts(profile=PATIENT)


def offered(quality: str, minutes_ago: int | None, seeders: int = 40) -> Decision:
    published = None if minutes_ago is None else NOW - timedelta(minutes=minutes_ago)
    title = f"Sintel.2010.{quality}-GRP"
    return decide(candidate(quality, release=release(title=title, published_at=published, seeders=seeders)), KNOWN)


def taken(*decisions: Decision) -> list[str]:
    ranked = rank(end_of_delay(decisions, KNOWN), PATIENT)
    return [d.candidate.parsed.quality.name for d in ranked if d.accepted]


def test_all_wait_until_one_has_waited_long_enough() -> None:
    assert taken(offered("HDTV-1080p", 100), offered("WEBDL-1080p", 10)) == []
    assert taken(offered("HDTV-1080p", 180), offered("WEBDL-1080p", 90)) == ["WEBDL-1080p", "HDTV-1080p"]


def test_what_is_refused_for_more_stays_refused() -> None:
    assert taken(offered("HDTV-1080p", 180), offered("WEBDL-1080p", 90, seeders=0)) == ["HDTV-1080p"]


def test_what_need_not_wait_ends_no_waiting() -> None:
    assert taken(offered("Bluray-1080p", 5), offered("HDTV-1080p", 5)) == ["Bluray-1080p"]
    assert taken(offered("HDTV-1080p", None), offered("WEBDL-1080p", 5)) == ["HDTV-1080p"]
