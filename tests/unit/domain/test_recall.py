"""What the ledger keeps of a release is enough to decide it again exactly."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from radarr.app.usecases.ledger_entry import ledger_entry
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Blocked, Facts
from radarr.domain.decision.rank import COMPARISONS
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.scoring import release_inputs
from radarr.domain.parsing import parse
from radarr.domain.recall import of_matching, parsed_of, release_of
from radarr.domain.release import Release
from tests.unit.domain.decision.examples import GIB, HASH, NOW, OTHER_HASH, candidate, facts, release, wants

_FLAGS = st.frozensets(st.sampled_from(["freeleech", "internal"]))
_MAGNETS = st.none() | st.just("magnet:?xt=urn:btih:x&dn=some.name")
_NAMES = st.sampled_from(
    [
        "Sintel.2010.1080p.BluRay.x264-GRP",
        "Sintel.2010.GERMAN.REPACK.COMPLETE.BLURAY-BAD",
        "Sintel.2010.HDTS.1080p.HC.x264",
    ]
)
_COUNTS = st.none() | st.integers(0, 400)


def _offers(alternates: st.SearchStrategy[tuple[Release, ...]]) -> st.SearchStrategy[Release]:
    return st.builds(
        Release,
        guid=st.sampled_from(["a", "b"]),
        indexer_id=st.integers(1, 3),
        indexer=st.sampled_from(["Alpha", "Beta"]),
        title=_NAMES,
        size=st.integers(0, 40 * GIB),
        link=st.just("https://example.com/1"),
        magnet=_MAGNETS,
        infohash=st.sampled_from([None, HASH, OTHER_HASH]),
        published_at=st.none() | st.just(NOW - timedelta(minutes=50)),
        seeders=_COUNTS,
        leechers=_COUNTS,
        categories=st.just((2000,)),
        flags=_FLAGS,
        languages=st.sampled_from([(), ("German",)]),
        priority=st.integers(1, 50),
        minimum_seeders=_COUNTS,
        container=st.sampled_from([None, "mkv", "iso"]),
        protocol=st.sampled_from(["torrent", "usenet"]),
        alternates=alternates,
    )


_RELEASES = _offers(st.lists(_offers(st.just(())), max_size=2).map(tuple))


def _known(kept: Any) -> Facts:
    blocked = (Blocked("Sintel.2010.1080p.BluRay.x264-GRP", kept, "Beta", 3 * GIB),)
    profile = wants(minimum_age=60, minimum_seeders=100, required_flags=("freeleech",))
    return facts(profile=profile, blocklist=blocked, resting_indexers=frozenset({1}), free_space=20 * GIB)


@given(_RELEASES, st.sampled_from([None, HASH]))
def test_a_release_of_the_ledger_is_decided_and_ranked_as_it_was(offer: Release, blocked: str | None) -> None:
    parsed = parse(offer.title)
    assert parsed is not None
    known = _known(blocked)
    offered = candidate(release=offer, parsed=parsed)
    then = decide(offered, known)
    entry = ledger_entry(then, known, "")
    kept = parsed_of(entry)
    assert kept is not None
    recalled = Candidate(release_of(entry), kept, offered.movie, offered.slot)
    assert decide(recalled, known).rejections == then.rejections
    assert [c.value(recalled, known.profile) for c in COMPARISONS] == [
        c.value(offered, known.profile) for c in COMPARISONS
    ]
    assert release_inputs(recalled.release, kept, offered.movie) == release_inputs(offer, parsed, offered.movie)


def test_an_entry_of_before_is_read_by_its_name() -> None:
    entry = replace(ledger_entry(decide(candidate(), facts()), facts(), ""), stated=None, parsed=None)
    parsed = parsed_of(entry)
    assert parsed is not None
    assert (parsed.title, parsed.year) == ("Sintel", 2010)
    assert release_of(entry)._replace(leechers=4) == release()


def test_that_a_release_may_be_another_film_is_remembered() -> None:
    other = Rejection(Reason.AMBIGUOUS_MOVIE, "it may be another film")
    entry = ledger_entry(decide(candidate("CAM"), facts()), facts(), "")
    assert of_matching(replace(entry, rejections=(other, *entry.rejections))) == (other,)
