"""Of every reason: a release that is refused for it, and one much like it that is not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.decide import decide
from radarr.domain.decision.facts import Blocked, Facts
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules import RULES, Rule
from radarr.domain.decision.terms import ReleaseProfile, read_term
from radarr.domain.matching import match
from radarr.domain.movie_index import FilmNames, MovieIndex
from radarr.domain.profile import Propers
from radarr.domain.quality import Revision, SizeLimits
from tests.unit.domain.decision.examples import (
    GIB,
    HASH,
    MIB,
    NOW,
    OTHER_HASH,
    PROPER,
    REPACK,
    candidate,
    facts,
    file,
    lies,
    movie,
    parsed,
    queued,
    release,
    slot,
    wants,
)

Told = dict[Reason, RejectionKind]
Ask = Callable[[], Told]
_PATIENT = wants(propers=Propers.DO_NOT_UPGRADE)
_UPGRADES_OFF = wants(upgrade=False)
_OLD = NOW - timedelta(days=30)


class Row(NamedTuple):
    """What is asked of a reason; each gives the reasons that are told."""

    reason: Reason
    refused: Ask
    passes: Ask
    kind: RejectionKind = RejectionKind.PERMANENT


def of(offered: Candidate, known: Facts | None = None, rules: tuple[Rule, ...] = RULES) -> Ask:
    return lambda: {r.reason: r.kind for r in decide(offered, known or facts(), rules).rejections}


def matched(title: str, year: int, *library: FilmNames, searched: FilmNames | None = None, **stated: Any) -> Ask:
    says = parsed(title=title, titles=(title,), year=year) if title else None
    offer = release(title=title, **stated)
    found = match(offer, says, MovieIndex(library), searched)
    return lambda: {r.reason: r.kind for r in found.rejections}


def offered(**changes: Any) -> Candidate:
    """With another release."""
    return candidate(release=release(**changes))


def beside(held: Any, quality: str = "Bluray-1080p", revision: Revision = Revision(), **changes: Any) -> Candidate:
    """For a slot that has a file."""
    return candidate(quality, revision, slot=slot(held), **changes)


def by(group: str | None) -> Candidate:
    """A repack of the file of GRP."""
    return candidate(parsed=parsed(revision=REPACK, group=group), slot=slot(file(group="GRP")))


def breaks(_candidate: Candidate, _facts: Facts) -> None:
    raise ArithmeticError("a planted mistake")


def _matching() -> Iterator[Row]:
    weir, mill = FilmNames(1, 1, None, "Weir", year=2010), FilmNames(2, 2, None, "Mill", year=2010)
    twin = FilmNames(3, 3, None, "Weir", year=2010)
    right = matched("Weir", 2010, weir)
    yield Row(Reason.UNABLE_TO_PARSE, matched("", 0, weir), right)
    yield Row(Reason.UNKNOWN_MOVIE, matched("Weir", 2011, weir), right)
    yield Row(Reason.WRONG_MOVIE, matched("Mill", 2010, weir, mill, searched=weir), right)
    yield Row(Reason.AMBIGUOUS_MOVIE, matched("Weir", 2010, weir, twin), right)
    yield Row(Reason.ID_MISMATCH, matched("Mill", 2010, weir, mill, tmdb_id=1), matched("Jaz", 2010, weir, tmdb_id=1))


def _what_it_is() -> Iterator[Row]:
    sized = facts(profile=wants(sizes={"Bluray-1080p": SizeLimits(10, 50, 100)}))
    small = facts(profile=wants(max_size=8 * GIB))
    terms = facts(release_profiles=(ReleaseProfile(required=(read_term("GRP"),), ignored=(read_term("/x265/"),)),))
    yield Row(Reason.PROTOCOL_DISABLED, of(offered(protocol="usenet")), of(offered()))
    yield Row(Reason.QUALITY_NOT_WANTED, of(candidate("CAM")), of(candidate("WEBDL-1080p")))
    yield Row(Reason.SAMPLE, of(offered(title="Sintel.Sample", size=MIB)), of(offered(title="Sintel.Sample", size=GIB)))
    yield Row(Reason.RAW, of(offered(title="Sintel.COMPLETE.BLURAY")), of(offered(title="Sintel.COMPLETE.x264")))
    yield Row(Reason.MUST_CONTAIN_MISSING, of(offered(title="Sintel-NO"), terms), of(offered(), terms))
    yield Row(Reason.MUST_NOT_CONTAIN_PRESENT, of(offered(title="x265-GRP"), terms), of(offered(), terms))
    cut = slot(edition="extended")
    yield Row(
        Reason.EDITION_NOT_WANTED,
        of(candidate(slot=cut)),
        of(candidate(slot=cut, parsed=parsed(edition="Extended Cut"))),
    )
    yield Row(Reason.BELOW_MINIMUM_SIZE, of(offered(size=999 * MIB), sized), of(offered(size=1000 * MIB), sized))
    yield Row(Reason.ABOVE_MAXIMUM_SIZE, of(offered(size=10001 * MIB), sized), of(offered(size=10000 * MIB), sized))
    yield Row(Reason.MAXIMUM_SIZE_EXCEEDED, of(offered(size=9 * GIB), small), of(offered(size=8 * GIB), small))
    yield Row(
        Reason.WANTED_LANGUAGE,
        of(candidate(parsed=parsed(languages=("German",)))),
        of(candidate(parsed=parsed(languages=("German", "English")))),
    )
    yield Row(Reason.HARDCODE_SUBTITLES, of(candidate(parsed=parsed(hardcoded_subs="HC"))), of(candidate()))
    yield Row(Reason.CUSTOM_FORMAT_MINIMUM_SCORE, of(candidate(score=-1)), of(candidate(score=0)))
    yield Row(
        Reason.CUSTOM_FORMAT_OUT_OF_TIME,
        of(candidate(out_of_time="the pattern takes too long")),
        of(candidate()),
        RejectionKind.TEMPORARY,
    )


def _what_may_be_had() -> Iterator[Row]:
    flags = facts(profile=wants(required_flags=("freeleech",)))
    resting = facts(resting_indexers=frozenset({1}))
    wait, temporary = facts(profile=wants(delay=60, minimum_age=60, delay_bypass_best=False)), RejectionKind.TEMPORARY
    fresh, ripe = (offered(published_at=NOW - timedelta(minutes=minutes)) for minutes in (59, 60))
    yield Row(Reason.MINIMUM_SEEDERS, of(offered(seeders=0)), of(offered(seeders=None)))
    yield Row(Reason.REQUIRED_FLAGS, of(offered(), flags), of(offered(flags=frozenset({"freeleech"})), flags))
    yield Row(Reason.INDEXER_DISABLED, of(offered(), resting), of(offered(indexer_id=2), resting), temporary)
    yield Row(Reason.MOVIE_NOT_MONITORED, of(candidate(slot=slot(monitored=False))), of(candidate()))
    yield Row(
        Reason.AVAILABILITY,
        of(candidate(movie=movie(digital_release=date(2026, 6, 2)))),
        of(candidate(movie=movie(digital_release=date(2026, 6, 1)))),
    )
    yield Row(Reason.MINIMUM_AGE, of(fresh, wait), of(ripe, wait), temporary)
    yield Row(Reason.MINIMUM_AGE_DELAY, of(fresh, wait), of(ripe, wait), temporary)
    yield Row(
        Reason.BLOCKLISTED,
        of(candidate(), facts(blocklist=(Blocked("x", HASH, "Beta"),))),
        of(candidate(), facts(blocklist=(Blocked("x", OTHER_HASH, "Alpha"),))),
    )
    yield Row(
        Reason.MINIMUM_FREE_SPACE,
        of(candidate(), facts(free_space=7 * GIB)),
        of(candidate(), facts(free_space=9 * GIB)),
    )
    yield Row(Reason.DECISION_ERROR, of(candidate(), None, (breaks,)), of(candidate(), None, ()))


def _what_is_there() -> Iterator[Row]:
    named = file("WEBDL-1080p", scene_name=release().title)
    known = facts(imported_infohashes=frozenset({HASH}))
    grown = wants(cutoff_format_score=10)
    step = wants(min_upgrade_format_score=5)
    yield Row(Reason.ALREADY_IMPORTED_SAME_HASH, of(beside(file("WEBDL-1080p")), known), of(candidate(), known))
    yield Row(Reason.ALREADY_IMPORTED_SAME_NAME, of(beside(named)), of(beside(named, release=release(title="X-GRP"))))
    yield Row(
        Reason.QUALITY_UPGRADES_DISABLED,
        of(beside(file("WEBDL-1080p")), facts(profile=_UPGRADES_OFF)),
        of(beside(file(), revision=PROPER), facts(profile=_UPGRADES_OFF)),
    )
    yield Row(Reason.DISK_CUTOFF_MET, of(beside(file(score=10_000))), of(beside(file("WEBDL-1080p"))))
    yield Row(
        Reason.DISK_HIGHER_PREFERENCE, of(beside(file(), "WEBDL-1080p")), of(beside(file("HDTV-1080p"), "WEBDL-1080p"))
    )
    yield Row(Reason.DISK_HIGHER_REVISION, of(beside(file(revision=PROPER))), of(beside(file(), revision=PROPER)))
    yield Row(Reason.DISK_CUSTOM_FORMAT_SCORE, of(beside(file(score=5), score=5)), of(beside(file(score=5), score=6)))
    yield Row(
        Reason.DISK_CUSTOM_FORMAT_CUTOFF_MET,
        of(beside(file("WEBDL-1080p", score=10), "WEBDL-1080p", score=11), facts(profile=grown)),
        of(beside(file("WEBDL-1080p", score=9), "WEBDL-1080p", score=11), facts(profile=grown)),
    )
    yield Row(
        Reason.DISK_CUSTOM_FORMAT_SCORE_INCREMENT,
        of(beside(file(score=5), score=9), facts(profile=step)),
        of(beside(file(score=5), score=10), facts(profile=step)),
    )
    below = wants(upgrade=False, min_format_score=5)
    yield Row(
        Reason.DISK_UPGRADES_NOT_ALLOWED,
        of(beside(file(score=0), score=5), facts(profile=below)),
        of(beside(file(score=0), revision=PROPER, score=5), facts(profile=below)),
    )


def _what_was_there() -> Iterator[Row]:
    gone = facts(let_go=(Blocked("Sintel.2010.1080p.BluRay.x264-GRP", HASH, "Alpha"),))
    yield Row(
        Reason.SLOT_AT_REST,
        of(candidate(), facts(claims=lies(NOW, NOW, NOW))),
        of(candidate(), facts(claims=lies(NOW, NOW))),
        RejectionKind.TEMPORARY,
    )
    yield Row(Reason.ALREADY_GRABBED, of(candidate(), gone), of(offered(infohash=OTHER_HASH), gone))


def _what_is_under_way() -> Iterator[Row]:
    def getting(*args: Any, **changes: Any) -> Facts:
        return facts(queue=(queued(*args),), **changes)

    grown, step = wants(cutoff_format_score=10), wants(min_upgrade_format_score=5)
    below = wants(upgrade=False, min_format_score=5)
    yield Row(
        Reason.ALREADY_DOWNLOADING,
        of(candidate(), facts(queue=(queued("CAM", infohash=HASH),))),
        of(candidate(), facts(queue=(queued("CAM"),))),
    )
    yield Row(
        Reason.QUEUE_CUTOFF_MET,
        of(candidate(), getting("Bluray-1080p", Revision(), 10_000)),
        of(candidate(), getting("WEBDL-1080p")),
    )
    yield Row(
        Reason.QUEUE_HIGHER_PREFERENCE, of(candidate("WEBDL-1080p"), getting()), of(candidate(), getting("WEBDL-1080p"))
    )
    yield Row(
        Reason.QUEUE_HIGHER_REVISION,
        of(candidate(), getting("Bluray-1080p", PROPER)),
        of(candidate(revision=PROPER), getting()),
    )
    yield Row(Reason.QUEUE_CUSTOM_FORMAT_SCORE, of(candidate(), getting()), of(candidate(score=1), getting()))
    yield Row(
        Reason.QUEUE_CUSTOM_FORMAT_CUTOFF_MET,
        of(candidate("WEBDL-1080p", score=11), getting("WEBDL-1080p", Revision(), 10, profile=grown)),
        of(candidate("WEBDL-1080p", score=11), getting("WEBDL-1080p", Revision(), 9, profile=grown)),
    )
    yield Row(
        Reason.QUEUE_CUSTOM_FORMAT_SCORE_INCREMENT,
        of(candidate(score=4), getting(profile=step)),
        of(candidate(score=5), getting(profile=step)),
    )
    yield Row(
        Reason.QUEUE_UPGRADES_NOT_ALLOWED,
        of(candidate(score=5), getting(profile=below)),
        of(candidate(revision=PROPER, score=5), getting(profile=below)),
    )
    mended = candidate(revision=PROPER)
    yield Row(Reason.QUEUE_PROPERS_DISABLED, of(mended, getting(profile=_PATIENT)), of(mended, getting()))


def _what_mends() -> Iterator[Row]:
    proper, repack = beside(file(), revision=PROPER), by("GRP")
    old, new = beside(file(added_at=_OLD), revision=PROPER), beside(file(), revision=PROPER)
    yield Row(Reason.PROPERS_DISABLED, of(proper, facts(profile=_PATIENT)), of(proper))
    yield Row(Reason.PROPER_FOR_OLD_FILE, of(old), of(new))
    yield Row(Reason.REPACK_DISABLED, of(repack, facts(profile=_PATIENT)), of(repack))
    yield Row(Reason.REPACK_UNKNOWN_RELEASE_GROUP, of(by(None)), of(by("GRP")))
    yield Row(Reason.REPACK_RELEASE_GROUP_DOES_NOT_MATCH, of(by("OTHER")), of(by("grp")))


ROWS = (
    *_matching(),
    *_what_it_is(),
    *_what_may_be_had(),
    *_what_is_there(),
    *_what_was_there(),
    *_what_is_under_way(),
    *_what_mends(),
)
each = pytest.mark.parametrize("row", [pytest.param(row, id=row.reason.value) for row in ROWS])


@each
def test_a_release_is_refused_for(row: Row) -> None:
    assert row.refused().get(row.reason) is row.kind


@each
def test_a_release_passes(row: Row) -> None:
    assert row.reason not in row.passes()


def test_every_reason_has_its_releases() -> None:
    assert sorted(row.reason for row in ROWS) == sorted(Reason)


BYPASSED = {
    "monitored": candidate(slot=slot(monitored=False)),
    "availability": candidate(movie=movie(digital_release=date(2027, 1, 1))),
    "delay": candidate("WEBDL-1080p", release=release(published_at=NOW)),
    "propers": beside(file(), revision=PROPER),
    "proper_age": beside(file(added_at=_OLD), revision=PROPER),
    "repeats": candidate(),
}
REASONS = {
    "monitored": Reason.MOVIE_NOT_MONITORED,
    "availability": Reason.AVAILABILITY,
    "delay": Reason.MINIMUM_AGE_DELAY,
    "propers": Reason.PROPERS_DISABLED,
    "proper_age": Reason.PROPER_FOR_OLD_FILE,
    "repeats": Reason.ALREADY_GRABBED,
}


def bypasses(kind: SearchKind, what: str) -> bool:
    """Whether that kind of search takes a release that others refuse."""
    profile = replace(_PATIENT if what == "propers" else wants(), delay=60)
    gone = (Blocked("Sintel.2010.1080p.BluRay.x264-GRP", HASH, "Alpha"),) if what == "repeats" else ()
    return REASONS[what] not in of(BYPASSED[what], facts(kind, profile=profile, let_go=gone))()
