"""One unit of work: a repository per aggregate over one connection."""

from functools import cached_property

from radarr.adapters.persistence.claims import SqlClaims
from radarr.adapters.persistence.counts import SqlCounts
from radarr.adapters.persistence.downloads import SqlDownloads
from radarr.adapters.persistence.imports import SqlImports
from radarr.adapters.persistence.ledger import SqlLedger
from radarr.adapters.persistence.loops import SqlLoops
from radarr.adapters.persistence.metadata import SqlMetadataRecords
from radarr.adapters.persistence.movies import SqlMovies
from radarr.adapters.persistence.pending import SqlPendingReleases
from radarr.adapters.persistence.records import SqlBlocklist, SqlHistory, SqlOutbox
from radarr.adapters.persistence.roots import SqlNames, SqlRoots
from radarr.adapters.persistence.searching import SqlSlotSearches
from radarr.adapters.persistence.session import Session
from radarr.adapters.persistence.standing import SqlIndexerRecords, SqlPauses


class SqlTransaction:
    """`ports.store.Transaction`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def movies(self) -> SqlMovies:
        return SqlMovies(self._session)

    @cached_property
    def metadata(self) -> SqlMetadataRecords:
        return SqlMetadataRecords(self._session)

    @cached_property
    def downloads(self) -> SqlDownloads:
        return SqlDownloads(self._session)

    @cached_property
    def imports(self) -> SqlImports:
        return SqlImports(self._session)

    @cached_property
    def history(self) -> SqlHistory:
        return SqlHistory(self._session)

    @cached_property
    def blocklist(self) -> SqlBlocklist:
        return SqlBlocklist(self._session)

    @cached_property
    def claims(self) -> SqlClaims:
        return SqlClaims(self._session)

    @cached_property
    def ledger(self) -> SqlLedger:
        return SqlLedger(self._session)

    @cached_property
    def pending(self) -> SqlPendingReleases:
        return SqlPendingReleases(self._session)

    @cached_property
    def outbox(self) -> SqlOutbox:
        return SqlOutbox(self._session)

    @cached_property
    def roots(self) -> SqlRoots:
        return SqlRoots(self._session)

    @cached_property
    def counts(self) -> SqlCounts:
        return SqlCounts(self._session)

    @cached_property
    def names(self) -> SqlNames:
        return SqlNames(self._session)

    @cached_property
    def loops(self) -> SqlLoops:
        return SqlLoops(self._session)

    @cached_property
    def pauses(self) -> SqlPauses:
        return SqlPauses(self._session)

    @cached_property
    def indexers(self) -> SqlIndexerRecords:
        return SqlIndexerRecords(self._session)

    @cached_property
    def searching(self) -> SqlSlotSearches:
        return SqlSlotSearches(self._session)
