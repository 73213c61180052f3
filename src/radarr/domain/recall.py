"""A release and what its name said, as the ledger kept them: enough to decide it again exactly as it was decided.

What bears on no decision (addresses, categories, what a tracker asks of its users, codecs and sound beyond what custom
formats see of the name itself) is not kept. What the name said is kept beside the name, so that a later version that
reads names otherwise does not change what was considered.
"""

from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.history import Elsewhere, LedgerEntry, Stated
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release

OF_MATCHING = frozenset(
    {
        Reason.UNABLE_TO_PARSE,
        Reason.UNKNOWN_MOVIE,
        Reason.WRONG_MOVIE,
        Reason.AMBIGUOUS_MOVIE,
        Reason.ID_MISMATCH,
    }
)
"""Reasons that no rule tells: they were there before any rule was asked."""
_NOTHING_STATED = Stated()
_DEFAULTS = ParsedRelease._field_defaults
_PASSED_OVER = {name: _DEFAULTS[name] for name in ("codec", "audio", "hdr", "source_from", "resolution_from", "stereo")}


def stated(release: Release) -> Stated:
    """What the ledger keeps of a release besides its own fields."""
    return Stated(
        release.leechers,
        release.imdb_id,
        release.tmdb_id,
        release.languages,
        release.priority,
        release.minimum_seeders,
        release.container,
        release.protocol,
        bool(release.magnet),
        tuple(map(_elsewhere, release.alternates)),
    )


def _elsewhere(offer: Release) -> Elsewhere:
    return Elsewhere(
        offer.indexer_id,
        offer.indexer,
        offer.title,
        offer.size,
        offer.infohash,
        offer.seeders,
        bool(offer.magnet),
    )


def said(parsed: ParsedRelease) -> ParsedRelease:
    """What the ledger keeps of what a name says."""
    return parsed._replace(**_PASSED_OVER)


def release_of(entry: LedgerEntry) -> Release:
    """The release as far as decisions know it; of an old entry without what was not kept then."""
    more = entry.stated or _NOTHING_STATED
    return Release(
        guid=entry.guid,
        indexer_id=entry.indexer_id,
        indexer=entry.indexer,
        title=entry.title,
        size=entry.size,
        magnet=_magnet(entry.infohash) if more.has_magnet else None,
        infohash=entry.infohash,
        published_at=entry.published_at,
        seeders=entry.seeders,
        leechers=more.leechers,
        imdb_id=more.imdb_id,
        tmdb_id=more.tmdb_id,
        flags=frozenset(entry.flags),
        languages=more.languages,
        priority=more.priority,
        minimum_seeders=more.minimum_seeders,
        container=more.container,
        protocol=more.protocol,
        alternates=tuple(map(_offer, more.elsewhere)),
    )


def _offer(other: Elsewhere) -> Release:
    return Release(
        guid="",
        indexer_id=other.indexer_id,
        indexer=other.indexer,
        title=other.title,
        size=other.size,
        magnet=_magnet(other.infohash) if other.has_magnet else None,
        infohash=other.infohash,
        seeders=other.seeders,
    )


def _magnet(infohash: str | None) -> str:
    return f"magnet:?xt=urn:btih:{infohash or ''}"


def parsed_of(entry: LedgerEntry) -> ParsedRelease | None:
    """What its name said then; of an old entry, what it says today, None where that is nothing."""
    return entry.parsed or parse(entry.title)


def of_matching(entry: LedgerEntry) -> tuple[Rejection, ...]:
    """What spoke against the release before any rule did: that it may be another film."""
    return tuple(rejection for rejection in entry.rejections if rejection.reason in OF_MATCHING)
